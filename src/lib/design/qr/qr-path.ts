import { create } from 'qrcode';

/** Modules of white around it, without which a telephone doesn't find it. */
const quietZone = 4;

/** `M` survives a fold or a stain on paper; `L` holds most, for a screen. */
export type QrStrength = 'L' | 'M';

export interface QrPath {
  /** Of the square, in modules. */
  readonly side: number;
  /** The dark modules, as the `d` of a filled path: no strokes, so that no printer shows hairlines between them. */
  readonly path: string;
}

/** A text as a QR code; an Error when it doesn't fit one (2,953 bytes at most at `L`, 2,331 at `M`). */
export function qrPath(text: string, strength: QrStrength = 'M'): QrPath {
  const { size, data } = create(text, { errorCorrectionLevel: strength }).modules;
  const runs: string[] = [];
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      if (!data[row * size + column]) continue;
      const start = column;
      while (column + 1 < size && data[row * size + column + 1]) column += 1;
      runs.push(`M${start + quietZone} ${row + quietZone}h${column - start + 1}v1h-${column - start + 1}z`);
    }
  }
  return { side: size + 2 * quietZone, path: runs.join('') };
}
