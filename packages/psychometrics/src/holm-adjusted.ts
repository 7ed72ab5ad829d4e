/**
 * P values adjusted for how many tests were made, by Holm's method: R's `p.adjust(p, "holm")`. The chance of any false
 * alarm stays under the level, whatever the tests have to do with one another. Source: Holm (1979), Scandinavian
 * Journal of Statistics 6:65.
 */
export function holmAdjusted(pValues: readonly number[]): number[] {
  const order = pValues.map((_, index) => index).sort((a, b) => (pValues[a] as number) - (pValues[b] as number));
  const adjusted = new Array<number>(pValues.length).fill(1);
  let most = 0;
  order.forEach((index, rank) => {
    most = Math.max(most, Math.min(1, (pValues.length - rank) * (pValues[index] as number)));
    adjusted[index] = most;
  });
  return adjusted;
}
