export interface TimeAt {
  readonly people: number;
  readonly seconds: number;
}

/** The power of n that the time grows with, from the fewest to the most people: 1 is in proportion. */
export function growth(times: readonly TimeAt[]): number {
  const [fewest, most] = [times.at(0), times.at(-1)];
  if (fewest === undefined || most === undefined || fewest === most) throw new RangeError('Growth needs two sizes.');
  return Math.log(most.seconds / fewest.seconds) / Math.log(most.people / fewest.people);
}
