import type { LevelMark } from '#lib/design/charts/drawings.ts';

/** A level's name over the lying gauge: where it begins, and on which line, 0 being the lowest. */
export interface PlacedName {
  readonly x: number;
  readonly line: number;
}

/** Pixels a letter takes at most in the drawing's own type. */
const letterWidth = 6.4;
const besideMark = 3;
/** So that two names don't read as one. */
const apart = 8;

/** Puts each name just after its mark, on the lowest line where the names before it leave room; none falls off the right. */
export function lyingNames(
  marks: readonly LevelMark[],
  { left, width, right }: { readonly left: number; readonly width: number; readonly right: number },
): readonly PlacedName[] {
  const ends: number[] = [];
  return marks.map(({ name, from }) => {
    const x = Math.min(left + (from / 100) * width + besideMark, right - name.length * letterWidth);
    const free = ends.findIndex((end) => end <= x);
    const line = free === -1 ? ends.length : free;
    ends[line] = x + name.length * letterWidth + apart;
    return { x, line };
  });
}
