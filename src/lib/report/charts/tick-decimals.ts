/** Between 1, 2, 5 and 10 times a power of ten: where a step is nearer to the next one, on a log scale (as D3 does). */
const TO_TWO = Math.sqrt(2);
const TO_FIVE = Math.sqrt(10);
const TO_TEN = Math.sqrt(50);

/**
 * How many decimals the numbers of an axis need to differ: those of its step, of about `count` steps over the domain.
 * A step of 0.05 needs two, of 20 none.
 */
export function tickDecimals([low, high]: readonly [number, number], count: number): number {
  const rough = (high - low) / count;
  if (!(rough > 0)) return 0;
  const power = Math.floor(Math.log10(rough));
  const share = rough / 10 ** power;
  const step = share >= TO_TEN ? 10 : share >= TO_FIVE ? 5 : share >= TO_TWO ? 2 : 1;
  return Math.max(0, step === 10 ? -power - 1 : -power);
}
