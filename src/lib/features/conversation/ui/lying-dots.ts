export interface LyingDot {
  readonly x: number;
  readonly y: number;
}

export interface LyingBoard {
  readonly left: number;
  readonly width: number;
  /** Where the lowest dot of a stack lies, and how high a stack may rise above it. */
  readonly floor: number;
  readonly height: number;
  /** From the middle of one dot to the next. */
  readonly pitch: number;
}

/** Twenty values from 0 to 100 as dots on a line; those that would cover each other are stacked, closer together when a stack gets too high. */
export function lyingDots(values: readonly number[], { left, width, floor, height, pitch }: LyingBoard): LyingDot[] {
  const columnOf = (value: number): number =>
    Math.min(Math.floor(width / pitch), Math.max(0, Math.round(((value / 100) * width) / pitch)));
  const stacks = Map.groupBy(values, columnOf);
  const highest = Math.max(1, ...[...stacks.values()].map((stack) => stack.length - 1));
  const rise = Math.min(pitch, height / highest);
  return [...stacks].flatMap(([column, stack]) =>
    stack.map((_, place) => ({ x: left + column * pitch, y: floor - place * rise })),
  );
}
