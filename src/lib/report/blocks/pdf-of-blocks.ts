import { compilePdf } from '../typst/compile.ts';
import type { BlockDocument } from './block.ts';

/** A document of blocks as a tagged PDF/UA, for a feature that puts its own words together. */
export function pdfOfBlocks(report: BlockDocument): Promise<Uint8Array> {
  return compilePdf('blocks/report.typ', report);
}
