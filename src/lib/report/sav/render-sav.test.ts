import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sampleSav } from '../testing/sample-sav.ts';
import { renderSav } from './render-sav.ts';
import type { SavFile, SavVariable } from './sav-file.ts';

const kept = (name: string): string =>
  readFileSync(new URL(`../../../../tests/oracle/sav/${name}`, import.meta.url), 'utf8');

interface ReadByHaven {
  readonly sha256: string;
  readonly label: string;
  readonly variables: readonly {
    readonly name: string;
    readonly label: string | null;
    readonly missing: readonly number[];
    readonly valueLabels: readonly { readonly value: number; readonly label: string }[];
    readonly values: readonly (number | null)[];
  }[];
}

describe('a system file, as other programs read it', () => {
  const read = JSON.parse(kept('sample.haven.json')) as ReadByHaven;

  test('is to the byte the file that they read', () => {
    expect(createHash('sha256').update(renderSav(sampleSav)).digest('hex')).toBe(read.sha256);
  });

  test('holds for R every name, label, missing value and answer that went in', () => {
    expect(read.label).toBe(sampleSav.label);
    expect(read.variables).toEqual(
      sampleSav.variables.map(({ name, label, missing, valueLabels }, at) => ({
        name,
        label: label === '' ? null : label,
        missing,
        valueLabels,
        values: sampleSav.rows.map((row) => row[at]),
      })),
    );
  });

  test('counts for PSPP “weet ik niet” apart from what was left open', () => {
    const said = kept('sample.pspp.txt');
    expect(said).toMatch(/\|N Valid +\| +2\|/);
    expect(said).toMatch(/\|Missing \. +\| +1\| +25\.0%/);
    expect(said).toMatch(/weet ik niet \/ geldt +\| +1\| +25\.0%/);
    expect(said).toMatch(/\|SV1 +\| +1\|.*\|Ordinal +\|/);
  });
});

describe('a system file is refused when', () => {
  const [column] = sampleSav.variables as [SavVariable];
  const one: SavFile = { ...sampleSav, variables: [column], rows: [[1]] };
  const withColumn = (change: Partial<SavVariable>): SavFile => ({ ...one, variables: [{ ...column, ...change }] });

  test.each<[string, SavFile]>([
    ['a name has a hyphen', withColumn({ name: 'SV-1' })],
    ['a name is a word of SPSS', withColumn({ name: 'not' })],
    ['two names differ by their case only', { ...one, variables: [column, { ...column, name: 'sv1' }], rows: [] }],
    ['a label is longer than SPSS takes', withColumn({ label: 'é'.repeat(128) })],
    ['a value’s label is longer than SPSS takes', withColumn({ valueLabels: [{ value: 1, label: 'x'.repeat(121) }] })],
    ['there are more missing values than SPSS takes', withColumn({ missing: [6, 7, 8, 9] })],
    ['a row is too short', { ...one, rows: [[]] }],
    ['an answer is no number', { ...one, rows: [[Number.NaN]] }],
    ['the day is no day', { ...one, madeOn: 'vandaag' }],
    ['it has no columns', { ...one, variables: [], rows: [] }],
  ])('%s', (_when, file) => {
    expect(() => renderSav(file)).toThrow(RangeError);
  });
});

test('every answer stands in its own eight bytes, behind a dictionary that the rows don’t change', () => {
  const answer = fc.option(fc.constantFrom(1, 2, 3, 4, 5, 9));
  const dictionary = renderSav({ ...sampleSav, rows: [] }).length;
  fc.assert(
    fc.property(fc.array(fc.tuple(answer, answer, answer), { maxLength: 40 }), (rows) => {
      const bytes = renderSav({ ...sampleSav, rows });
      expect(bytes.length).toBe(dictionary + rows.length * 3 * 8);
      const view = new DataView(bytes.buffer, bytes.byteOffset + dictionary);
      const found = rows.map((row, at) => row.map((_, column) => view.getFloat64((at * 3 + column) * 8, true)));
      expect(found).toEqual(rows.map((row) => row.map((value) => value ?? -Number.MAX_VALUE)));
    }),
  );
});
