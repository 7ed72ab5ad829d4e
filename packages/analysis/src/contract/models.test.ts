import type { AnalysisInstrument } from '@lerend/instrument';
import { optionColumn } from '@lerend/psychometrics';
import { describe, expect, test } from 'vitest';
import { analyseFile } from './analyse-file.ts';
import type { FileTable } from './file-table.ts';

const title = { nl: 's', en: 's' };
const ids = ['A1', 'A2', 'A3', 'B1', 'B2', 'B3'];
const plain = { minimumGroup: 1, population: null, isBuiltIn: false };

function instrumentOf(scales: Readonly<Record<string, readonly string[]>>): AnalysisInstrument {
  const list = Object.entries(scales).map(([id, items]) => ({ id, title, items: items.map((item) => ({ id: item })) }));
  return { id: 'test', title, response: { min: 1, max: 5 }, scales: list };
}
const twoScales = instrumentOf({ A: ids.slice(0, 3), B: ids.slice(3) });

/** Looks like chance, and is the same every time. */
function noise(person: number, stream: number): number {
  const value = Math.sin(person * 12.9898 + stream * 78.233) * 43758.5453;
  return value - Math.floor(value) - 0.5;
}

/** Answers to two scales that hang together; `isMissing` takes some away. */
function tableOf(people: number, isMissing: (person: number, item: number) => boolean = () => false): FileTable {
  const answer = (person: number, item: number): number | null => {
    if (isMissing(person, item)) return null;
    const factor = noise(person, item < 3 ? 1 : 2) + noise(person, 3);
    return Math.min(5, Math.max(1, Math.round(3 + 2.4 * factor + 2 * noise(person, 10 + item))));
  };
  const rows = Array.from({ length: people }, (_, person) => person);
  return {
    rows: people,
    columns: new Map(
      ids.map((id, item) => [
        id,
        optionColumn(
          rows.map((person) => answer(person, item)),
          1,
          5,
        ),
      ]),
    ),
    groupColumns: [],
    paths: [],
    path: new Int32Array(people).fill(-1),
    labels: new Map([
      ['taal', { names: ['nl', 'en', 'pl'], codes: Int32Array.from(rows, (person) => (person < 4 ? 2 : person % 2)) }],
    ]),
  };
}

describe('the model in the document', () => {
  test('has loadings and correlations by scale, and FIML has everybody who answered anything', () => {
    const { model, modelFiml } = analyseFile(
      tableOf(300, (person, item) => person === 0 || (person + item) % 40 === 0),
      twoScales,
      plain,
    );
    expect(model.df).toBe(8);
    expect(model.n).toBeLessThan(299);
    expect(modelFiml.n).toBe(299);
    expect(model.loadings?.map((scale) => scale.map(({ id }) => id))).toEqual([ids.slice(0, 3), ids.slice(3)]);
    expect(model.factorCorrelations?.[0]?.[1]).toBeCloseTo(model.factorCorrelations?.[1]?.[0] ?? 0, 14);
    expect(model.undefined).toBeUndefined();
  });

  test('of an improper solution it has the fit, no parameters, and the reason', () => {
    // Scales of items that measure one factor: with the items dealt out across them the factors coincide.
    const dealt = instrumentOf({ A: ['A1', 'B2'], B: ['A2', 'A3'] });
    const { model, modelFiml } = analyseFile(tableOf(300), dealt, plain);
    for (const each of [model, modelFiml]) {
      expect(each).toMatchObject({
        df: 1,
        loadings: null,
        factorCorrelations: null,
        improper: each.improper,
        undefined: { loadings: each.improper, factorCorrelations: each.improper },
      });
      expect(each.chisq).toBeGreaterThanOrEqual(0);
      expect(['improperSolution', 'coincidingFactors']).toContain(each.improper);
    }
  });

  test('says why at every field where scales share an item, while HTMT says so for those two only', () => {
    const shared = instrumentOf({ A: ids.slice(0, 3), B: ids.slice(2), C: ['A1', 'A2'] });
    const { model, modelFiml, correlations } = analyseFile(tableOf(100), shared, plain);
    expect(model).toMatchObject({
      n: 100,
      cfi: null,
      loadings: null,
      undefined: { cfi: 'sharedItems', loadings: 'sharedItems' },
    });
    expect(modelFiml.undefined?.chisq).toBe('sharedItems');
    expect(correlations.undefined?.['htmt[0][1]']).toBe('sharedItems');
    expect(correlations.htmt[1]?.[2]).toBeGreaterThan(0);
  });

  test('FIML waits to be asked where more than a hundred thousand answers were left out', () => {
    // Three of the six items each, every three as often.
    const triples = [0, 1, 2, 3, 4, 5].flatMap((a) =>
      [0, 1, 2, 3, 4, 5].flatMap((b) => [0, 1, 2, 3, 4, 5].filter((c) => a < b && b < c).map((c) => [a, b, c])),
    );
    const table = tableOf(33_334, (person, item) => triples[person % 20]?.includes(item) === true);
    const { model, modelFiml } = analyseFile(table, twoScales, plain);
    expect(model.undefined?.chisq).toBe('noAnswers');
    expect(modelFiml.undefined?.chisq).toBe('notAsked');
    const asked = analyseFile(table, twoScales, { ...plain, isFimlAsked: true }).modelFiml;
    expect(asked.n).toBe(33_334);
    expect(asked.chisq).toBeGreaterThan(0);
  });
});

describe('invariance in the document', () => {
  test('names the groups that take part, the one that is too small, and what each step costs', () => {
    const { invariance } = analyseFile(tableOf(300), twoScales, { ...plain, invariance: 'taal' });
    expect(invariance).toMatchObject({ column: 'taal', groups: 2, n: 296, leftOut: ['pl'] });
    expect(invariance?.groupSizes).toEqual([
      { group: 'nl', n: 148 },
      { group: 'en', n: 148 },
    ]);
    const [configural, metric, scalar] = invariance?.models ?? [];
    expect(configural).not.toHaveProperty('deltaCfi');
    expect(metric?.deltaChisq).toBeCloseTo((metric?.chisq ?? 0) - (configural?.chisq ?? 0), 12);
    expect(scalar?.deltaDf).toBe(4);
  });

  test('is there only when asked, and says why where nothing can be compared', () => {
    expect(analyseFile(tableOf(100), twoScales, plain)).not.toHaveProperty('invariance');
    const { invariance } = analyseFile(tableOf(12), twoScales, { ...plain, invariance: 'taal' });
    expect(invariance).toMatchObject({ groups: 0, n: 0, leftOut: ['nl', 'en', 'pl'] });
    expect(invariance?.models.map(({ level, undefined: reasons }) => [level, reasons?.chisq])).toEqual([
      ['configural', 'tooFewGroups'],
      ['metric', 'tooFewGroups'],
      ['scalar', 'tooFewGroups'],
    ]);
  });
});
