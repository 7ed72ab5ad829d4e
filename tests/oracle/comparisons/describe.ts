import { analysed, groupScaleOf, scaleOf } from '../analysed.ts';
import { comparisonsWith } from '../comparison.ts';
import type { Comparison } from '../comparison.ts';
import { bfi, bhr2000 } from '../data-requests.ts';
import { branch, figure, readFixture } from '../fixture.ts';

/** psych's `describe` of every item. */
export async function compareItems(): Promise<Comparison[]> {
  const results = [];
  for (const request of [bhr2000, bfi]) {
    const fixture = readFixture(`${request.data}.describe`);
    const { list, add } = comparisonsWith(fixture);
    const { document } = await analysed(request);
    for (const id of Object.keys(fixture.values)) {
      const item = document.items.find((each) => each.id === id);
      add('item n', id, figure(fixture.values, id, 'n'), item?.n);
      add('item missing', id, figure(fixture.values, id, 'n_missing'), item?.missing);
      add('item mean', id, figure(fixture.values, id, 'mean'), item?.mean);
      add('item sd', id, figure(fixture.values, id, 'sd'), item?.sd);
      for (const [option, count] of Object.entries(branch(fixture.values, id, 'counts'))) {
        add('item counts', `${id} ${option}`, count as number, item?.counts?.[Number(option) - 1]);
      }
    }
    results.push(...list);
  }
  return results;
}

/** The mean of the answered items, from half of them. */
export async function compareScores(): Promise<Comparison[]> {
  const results = [];
  for (const request of [bhr2000, bfi]) {
    const fixture = readFixture(`${request.data}.scale_scores`);
    const { list, add } = comparisonsWith(fixture);
    const ours = await analysed(request);
    for (const name of Object.keys(fixture.values)) {
      const id = name === 'LEADERSHIP' ? 'score' : name;
      const scale = scaleOf(ours, id);
      add('scale n', name, figure(fixture.values, name, 'overall', 'n'), scale.n);
      add('scale mean', name, figure(fixture.values, name, 'overall', 'mean'), scale.mean);
      add('scale sd', name, figure(fixture.values, name, 'overall', 'sd'), scale.sd);
      for (const unit of Object.keys(branch(fixture.values, name, 'by_group'))) {
        const group = groupScaleOf(ours, unit, id);
        add('scale n by unit', `${name} ${unit}`, figure(fixture.values, name, 'by_group', unit, 'n'), group.n);
        add('scale mean by unit', `${name} ${unit}`, figure(fixture.values, name, 'by_group', unit, 'mean'), group.mean);
      }
    }
    results.push(...list);
  }
  return results;
}
