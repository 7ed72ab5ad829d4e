/** From this many, a rounded normal number with the same mean and spread: a throw for each would take too long. */
const throwsAtMost = 400;

/** How many of `count` independent chances of `share` come true. `chance` gives numbers from 0 to below 1. */
export function binomial(count: number, share: number, chance: () => number): number {
  if (share <= 0 || count === 0) return 0;
  if (share >= 1) return count;
  if (count > throwsAtMost) return roundedNormal(count, share, chance);
  let hits = 0;
  for (let one = 0; one < count; one++) if (chance() < share) hits++;
  return hits;
}

function roundedNormal(count: number, share: number, chance: () => number): number {
  const normal = Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());
  const drawn = Math.round(count * share + normal * Math.sqrt(count * share * (1 - share)));
  return Math.min(count, Math.max(0, drawn));
}
