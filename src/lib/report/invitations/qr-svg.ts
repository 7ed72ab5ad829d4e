import { qrPath } from '#lib/design/qr/qr-path.ts';

/** A link as a QR code to print: one filled path, in the ink of the paper. */
export function qrSvg(link: string): string {
  const { side, path } = qrPath(link);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" width="${side}" height="${side}"><path fill="#1C2327" d="${path}"/></svg>`;
}
