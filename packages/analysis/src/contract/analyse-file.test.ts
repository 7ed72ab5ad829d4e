import { leervermogen } from '@lerend/instrument';
import type { AnalysisInstrument } from '@lerend/instrument';
import { numberColumn, optionColumn } from '@lerend/psychometrics';
import type { AnswerColumn } from '@lerend/psychometrics';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyseFile } from './analyse-file.ts';
import type { ContractDocument } from './contract-document.ts';
import type { FileTable } from './file-table.ts';
import { expectReasons } from './tests/expect-reasons.ts';

const title = { nl: 's', en: 's' };
type Answers = readonly (number | null)[];

function instrumentOf(scales: Readonly<Record<string, readonly string[]>>): AnalysisInstrument {
  const list = Object.entries(scales).map(([id, items]) => ({ id, title, items: items.map((item) => ({ id: item })) }));
  return { id: 'test', title, response: { min: 1, max: 5 }, scales: list };
}

/** A table from answers per item and a path per person, levels separated by `/`, '' = no unit. */
function tableOf(items: Readonly<Record<string, Answers>>, units?: readonly string[]): FileTable {
  const rows = Object.values(items)[0]?.length ?? 0;
  const names = [...new Set(units ?? [])].filter((name) => name !== '');
  const depth = Math.max(0, ...names.map((name) => name.split('/').length));
  return {
    rows,
    columns: new Map(Object.entries(items).map(([id, answers]) => [id, optionColumn(answers, 1, 5)])),
    groupColumns: ['top', 'middle', 'low'].slice(0, depth),
    paths: names.map((name) => name.split('/')),
    path: Int32Array.from({ length: rows }, (_, row) => names.indexOf(units?.[row] ?? '')),
  };
}

const plain = { minimumGroup: 1, population: null, isBuiltIn: false };
const people = (unit: string, count: number): string[] => Array.from({ length: count }, () => unit);
const shown = ({ groups }: ContractDocument): string[] =>
  groups.filter(({ published }) => published).map(({ path }) => path.join('/'));

function oneItem(units: readonly string[], minimumGroup: number): ContractDocument {
  const answers = units.map((_, row) => (row % 5) + 1);
  return analyseFile(tableOf({ A: answers }, units), instrumentOf({ S: ['A'] }), { ...plain, minimumGroup });
}

describe('groups in the document', () => {
  test('a group under the minimum is withheld, and a sibling with it, since the whole is in the document too', () => {
    const document = oneItem([...people('a', 20), ...people('b', 3), ...people('c', 6), ...people('d', 9)], 5);
    expect(shown(document)).toEqual(['a', 'd']);
    const hidden = document.groups.find(({ path }) => path[0] === 'c');
    expect(hidden).toEqual({ path: ['c'], n: null, published: false, scales: [], undefined: { n: 'withheld' } });
  });

  test('people without a unit protect a small group, when there are enough of them', () => {
    expect(shown(oneItem([...people('a', 8), ...people('b', 3), ...people('', 4)], 5))).toEqual(['a']);
    expect(shown(oneItem([...people('a', 8), ...people('b', 3)], 5))).toEqual([]);
  });

  test('a minimum of one withholds nothing', () => {
    const document = oneItem([...people('a', 2), ...people('b', 1)], 1);
    expect(shown(document)).toEqual(['a', 'b']);
    expect(document.groups[1]?.scales[0]).toMatchObject({
      n: 1,
      mean: 3,
      ci95: null,
      undefined: { ci95: 'tooFewAnswers' },
    });
  });

  test('a scale that too few in a shown group answered is withheld there', () => {
    const units = [...people('a', 6), ...people('b', 6)];
    const few = units.map((_, row) => (row < 2 || row > 5 ? 3 : null));
    const document = analyseFile(
      tableOf({ A: units.map(() => 2), B: few }, units),
      instrumentOf({ S: ['A'], T: ['B'] }),
      {
        ...plain,
        minimumGroup: 5,
      },
    );
    expect(shown(document)).toEqual(['a', 'b']);
    expect(document.groups[0]?.scales[1]).toMatchObject({
      id: 'T',
      n: null,
      mean: null,
      undefined: { mean: 'withheld' },
    });
  });

  test('units above hold everyone below, those who sit in them directly too, and clusters are the lowest units', () => {
    const low = Array.from({ length: 6 }, (_, index) => people(`x/t${index}`, 4)).flat();
    const document = oneItem([...low, ...people('x', 3), ...people('y/t0', 5)], 1);
    const x = document.groups.find(({ path }) => path.join('/') === 'x');
    expect(x?.n).toBe(27);
    expect(x?.scales[0]?.ci95).not.toBeNull();
    const y = document.groups.find(({ path }) => path.join('/') === 'y');
    expect(y?.scales[0]).toMatchObject({ n: 5, ci95: null, undefined: { ci95: 'tooFewUnits' } });
  });
});

describe('hard input', () => {
  test('an item nobody answered, a constant one, a scale of one item: null with a reason', () => {
    const items = {
      A: [1, 2, 3, 4, 5, 1],
      B: [2, 2, 3, 5, 4, 1],
      C: [3, 3, 3, 3, 3, 3],
      D: [null, null, null, null, null, null],
    };
    const document = analyseFile(
      tableOf(items),
      instrumentOf({ S: ['A', 'B', 'C'], T: ['A', 'B', 'D'], U: ['A'], V: ['D'] }),
      plain,
    );
    const [s, t, u, v] = document.scales;
    expect(s?.omegaTotal).toBeNull();
    expect(s?.undefined?.omegaTotal).toBe('noVariance');
    expect(s?.itemStatistics[2]).toEqual({
      id: 'C',
      itemRest: null,
      alphaIfDropped: s?.itemStatistics[2]?.alphaIfDropped,
      undefined: { itemRest: 'noVariance' },
    });
    expect(t?.alpha).toMatchObject({ pairwise: null, n: 6, undefined: { pairwise: 'noAnswers' } });
    expect(t?.n).toBe(6);
    expect(u?.alpha.undefined?.pairwise).toBe('singleItem');
    expect(v).toMatchObject({ n: 0, mean: null, undefined: { mean: 'noAnswers', ci95: 'noAnswers' } });
    expect(document.correlations.undefined?.['matrix[0][3]']).toBe('tooFewPairs');
  });

  test('any numbers have no counts and no rwg; seven options have no skewed rwg', () => {
    const table: FileTable = {
      rows: 4,
      columns: new Map<string, AnswerColumn>([
        ['A', numberColumn([0.5, 1.25, 3, 2], 0, 10)],
        ['B', optionColumn([1, 7, 4, 3], 1, 7)],
      ]),
      groupColumns: ['top'],
      paths: [['a'], ['b']],
      path: Int32Array.of(0, 0, 1, 1),
    };
    const scales = [
      { id: 'S', title, items: [{ id: 'A' }], response: { min: 0, max: 10, integer: false } },
      { id: 'T', title, items: [{ id: 'B', reverse: true }] },
    ];
    const document = analyseFile(table, { id: 't', title, response: { min: 1, max: 7 }, scales }, plain);
    expect(document.items[0]).toMatchObject({ counts: null, undefined: { counts: 'notInteger' } });
    expect(document.scales[0]?.agreement).toMatchObject({
      rwgj: null,
      undefined: { rwgj: 'notInteger', rwgjSkewed: 'notInteger' },
    });
    expect(document.scales[1]?.agreement?.undefined).toEqual({ rwgjSkewed: 'notFiveOptions' });
    expect(document.items[1]?.counts).toEqual([1, 0, 0, 1, 1, 0, 1]);
  });

  test('whatever the answers: no NaN, no infinity, and every null has its reason beside it', () => {
    const answer = fc.option(fc.integer({ min: 1, max: 5 }), { freq: 3 });
    const unit = fc.constantFrom('', 'a', 'b/x', 'b/y', 'b', 'c/x', 'c/y', 'c/z', 'd');
    const row = fc.record({ A: answer, B: answer, C: answer, D: answer, unit });
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 1, max: 6 }),
        fc.boolean(),
        (rows, minimumGroup, hasHeads) => {
          const items = Object.fromEntries(
            (['A', 'B', 'C', 'D'] as const).map((id) => [id, rows.map((each) => each[id])]),
          );
          const table = tableOf(
            items,
            rows.map((each) => each.unit),
          );
          const population = hasHeads ? new Float64Array(table.paths.length).fill(rows.length) : null;
          const instrument = instrumentOf({ S: ['A', 'B', 'C'], T: ['B', 'D'], U: ['A'] });
          expectReasons(analyseFile(table, instrument, { minimumGroup, population, isBuiltIn: false }), 'document');
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('the built-in questionnaire', () => {
  const instrument = leervermogen('full');
  const weak = 'trust';
  const units = ['a', 'b', 'c'].flatMap((unit) => people(unit, 12));
  const answersFor = (area: string, row: number): number =>
    area === weak ? 1 + (row % 2) : 4 + (row % 7 === 0 ? 1 : 0);
  const items = Object.fromEntries(
    instrument.scales.flatMap(({ id, items: own }) =>
      own.map((item, index) => [item.id, units.map((_, row) => answersFor(id, row + index))]),
    ),
  );
  const document = analyseFile(tableOf(items, units), instrument, {
    minimumGroup: 5,
    population: null,
    isBuiltIn: true,
  });

  test('has a level with its chance for every area of a shown unit', () => {
    const group = document.groups[0];
    const trust = group?.scales.find(({ id }) => id === weak);
    expect(trust).toMatchObject({ level: 'sometimes', levelBetween: null });
    expect(trust?.levelChance).toBeGreaterThan(0.95);
    expect(group?.scales.find(({ id }) => id === 'knowledge')?.level).toBe('improving');
  });

  test('has a plan that begins at the weakest area and can be traced to it', () => {
    expect(document.plan.length).toBeGreaterThan(0);
    for (const step of document.plan) expect(step.why).toEqual([`weakest-area:${JSON.stringify(step.group)}:${weak}`]);
    expect(new Set(document.plan.map(({ group }) => group.join()))).toEqual(new Set(['a', 'b', 'c']));
  });
});
