import { passagesThatPoint } from '#lib/features/answering/contract.ts';
import { blackMark } from '../contract.ts';
import type { Piece } from '../contract.ts';

/** An answer cut into what is plain, what was blacked out and what may point at somebody; together it is the answer. */
export function piecesOf(text: string, isPointing = true): Piece[] {
  return text.split(blackMark).flatMap((part, at): Piece[] => {
    const black: Piece[] = at === 0 ? [] : [{ text: blackMark, kind: 'black' }];
    return [...black, ...(isPointing ? pointedOut(part) : plain(part))];
  });
}

function pointedOut(text: string): Piece[] {
  let from = 0;
  const pieces = passagesThatPoint(text).flatMap((passage): Piece[] => {
    const before = plain(text.slice(from, passage.from));
    from = passage.to;
    return [...before, { text: text.slice(passage.from, passage.to), kind: passage.kind }];
  });
  return [...pieces, ...plain(text.slice(from))];
}

function plain(text: string): Piece[] {
  return text === '' ? [] : [{ text, kind: 'plain' }];
}

/** The answer with every place of each passage blacked out; undefined when one of them isn't in it. */
export function blackedOut(text: string, passages: readonly string[]): string | undefined {
  let left = text;
  // The longest first: of "Jan" and "Jan de Vries" the second would no longer be found.
  for (const passage of passages.toSorted((a, b) => b.length - a.length)) {
    if (left.includes(passage)) left = left.replaceAll(passage, blackMark);
    else if (!text.includes(passage)) return undefined;
  }
  return left;
}
