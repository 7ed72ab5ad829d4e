/**
 * Classes beside rows that leave (a language, a band of speed), with what is too rare taken out: a class of fewer than
 * `minimum` people becomes null. As who is null must not be told by elimination either, the null ones together are
 * nobody or at least `minimum`; until they are, the smallest class that is left becomes null as well (of two equally
 * small ones the first by name). A class that was null already counts among the null ones.
 *
 * Same length and order as given; the same for the same counts, whatever the order of the people.
 */
export function coarsened<Class extends string>(
  classes: readonly (Class | null)[],
  minimum: number,
): readonly (Class | null)[] {
  const counts = new Map<Class, number>();
  for (const one of classes) if (one !== null) counts.set(one, (counts.get(one) ?? 0) + 1);
  const fromSmall = [...counts].sort(([a, n], [b, m]) => n - m || (a < b ? -1 : 1));
  let hidden = classes.filter((one) => one === null).length;
  const kept = new Set(counts.keys());
  for (const [one, n] of fromSmall) {
    if (n >= minimum && (hidden === 0 || hidden >= minimum)) break;
    kept.delete(one);
    hidden += n;
  }
  return classes.map((one) => (one !== null && kept.has(one) ? one : null));
}
