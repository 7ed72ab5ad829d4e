import { qrPath } from './qr-path.ts';
import type { QrStrength } from './qr-path.ts';

// Drawing a QR code weighs more than the rest of a page's script: a page fetches this only when it's asked for one.
addEventListener('message', ({ data }: MessageEvent<{ readonly text: string; readonly strength: QrStrength }>) => {
  try {
    postMessage(qrPath(data.text, data.strength));
  } catch {
    // The only way to fail is a text that is too long.
    postMessage(null);
  }
});
