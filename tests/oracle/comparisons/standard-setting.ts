import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { panelCuts, studentTQuantile } from '@lerend/psychometrics';
import type { PanelCuts, PanelFigure, PanelJudgements } from '@lerend/psychometrics';
import { comparisonsWith } from '../comparison.ts';
import type { Comparison } from '../comparison.ts';
import { branch, figure, numbers, readFixture } from '../fixture.ts';
import type { Figures } from '../fixture.ts';

/** The made-up panel of `r/standard-setting.R`. */
function madeUpPanel(): PanelJudgements {
  const text = readFileSync(new URL('../data/standard-setting.csv', import.meta.url), 'utf8');
  const rows = parse(text, { columns: true }) as Record<'panellist' | 'item' | 'area' | 'cut' | 'answer', string>[];
  const areaOf = new Map(rows.map(({ item, area }) => [item, area]));
  const items = [...areaOf].map(([id, areaId]) => ({ id, areaId }));
  const answers = new Map(rows.map(({ panellist, item, cut, answer }) => [`${panellist} ${item} ${cut}`, Number(answer)]));
  const at = (panellist: string, item: string, cut: number) => answers.get(`${panellist} ${item} ${cut}`) ?? Number.NaN;
  const panellists = [...new Set(rows.map(({ panellist }) => panellist))];
  const sheets = panellists.map((own) => items.map(({ id }) => [at(own, id, 1), at(own, id, 2), at(own, id, 3)] as const));
  return { items, scale: { min: 1, max: 5 }, sheets };
}

const flat = ({ mean, sd, standardError }: PanelFigure) => [mean.value, sd.value, standardError.value] as number[];
const matrix = (figures: Figures, name: string) => numbers(figures, name) as unknown as readonly (readonly number[])[];

/** Base R, from `r/standard-setting.R`. */
export function comparePanelCuts(): Promise<Comparison[]> {
  const fixture = readFixture('standard-setting.panel_cuts');
  const { list, add, addAll } = comparisonsWith(fixture);
  const panel = madeUpPanel();
  const outcome = panelCuts(panel);
  const cuts = (what: string, expected: readonly (readonly number[])[], { cuts: own }: Pick<PanelCuts, 'cuts'>) =>
    expected.forEach((row, cut) => addAll('cuts of a panel', `${what} ${cut}`, row, flat(own[cut] as PanelFigure)));
  cuts('overall', matrix(fixture.values, 'cuts'), outcome);
  matrix(fixture.values, 'gaps').forEach((row, gap) =>
    addAll('cuts of a panel', `gap ${gap}`, row, flat(outcome.gaps[gap] as PanelFigure)),
  );
  const t = studentTQuantile(0.975, outcome.panellists - 1);
  const lower = outcome.gaps.map(({ mean, standardError }) => (mean.value ?? 0) - t * (standardError.value ?? 0));
  addAll('cuts of a panel', 'lower end of a gap', numbers(fixture.values, 'gap_lower95'), lower);
  const areas = branch(fixture.values, 'areas');
  for (const area of outcome.areas) cuts(area.areaId, matrix(areas, area.areaId), area);
  const spreads = outcome.items.flatMap((item) => item.cuts);
  matrix(fixture.values, 'items').forEach((row, place) => {
    const { median, lowerQuartile, upperQuartile, averageDeviation } = spreads[place] ?? {};
    const own = [median, lowerQuartile, upperQuartile, averageDeviation].map((each) => each?.value ?? Number.NaN);
    addAll('spread of a panel on an item', String(place), row, own);
  });
  add('spread of a panel on an item', 'overall', figure(fixture.values, 'average_deviation'), outcome.averageDeviation.value);
  return Promise.resolve(list);
}
