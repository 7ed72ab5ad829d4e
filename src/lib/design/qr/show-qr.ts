import type { QrPath, QrStrength } from './qr-path.ts';

const svgNamespace = 'http://www.w3.org/2000/svg';

/**
 * Draws a text as a QR code into a host on the page, with what it is said to be. False when it's too long for one or the
 * script couldn't be fetched: then the host stays empty, and the page says the text itself.
 */
export function showQr(
  host: Element,
  { workerUrl, text, label, strength = 'M' }: { workerUrl: string; text: string; label: string; strength?: QrStrength },
): Promise<boolean> {
  const worker = new Worker(workerUrl, { type: 'module' });
  return new Promise<boolean>((resolve) => {
    worker.addEventListener('error', () => resolve(false));
    worker.addEventListener('message', ({ data }: MessageEvent<QrPath | null>) => {
      host.replaceChildren(...(data ? [drawn(data, label)] : []));
      resolve(data !== null);
    });
    worker.postMessage({ text, strength });
  }).finally(() => worker.terminate());
}

function drawn({ side, path }: QrPath, label: string): SVGElement {
  const svg = document.createElementNS(svgNamespace, 'svg');
  svg.setAttribute('viewBox', `0 0 ${side} ${side}`);
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', label);
  const dark = document.createElementNS(svgNamespace, 'path');
  dark.setAttribute('d', path);
  svg.append(dark);
  return svg;
}
