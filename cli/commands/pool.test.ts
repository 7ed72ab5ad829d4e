import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { instrumentVersion } from '@lerend/instrument';
import { poolFiles } from './pool.ts';

const folder = mkdtempSync(join(tmpdir(), 'lerend-pool-'));
afterAll(() => rmSync(folder, { recursive: true }));
let told = '';
vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
  told += String(text);
  return true;
});
beforeEach(() => {
  told = '';
});

const out = join(folder, 'pool.json');
const shared = (place: number, change: object = {}) => {
  const file = join(folder, `${place}.json`);
  const aggregate = {
    format: 'lerend-aggregate/1',
    name: String(place).padStart(32, '0'),
    instrumentVersion,
    methodVersion: '1.0.0',
    form: 'short',
    year: 2026,
    answers: { from: 300, to: 399 },
    scores: { short: { trust: 40 + 5 * place } },
    ...change,
  };
  writeFileSync(file, JSON.stringify(aggregate));
  return file;
};
const five = () => [0, 1, 2, 3, 4].map((place) => shared(place));

describe('lerend pool', () => {
  test('brings five organisations together', async () => {
    expect(await poolFiles([...five(), '--out', out])).toBe(0);
    // 40, 45, 50, 55, 60: mean 50, √(250 / 4) = 7.9.
    expect(JSON.parse(readFileSync(out, 'utf8'))).toMatchObject({
      format: 'lerend-pool/1',
      organisations: 5,
      forms: { short: { trust: { organisations: 5, mean: 50, spread: 8 } } },
    });
    expect(told).toContain('De pool van 5 organisaties staat in');
  });

  test.each([
    ['too few', () => five().slice(1), 'minstens 5 organisaties nodig; dit zijn er 4'],
    ['one twice', () => [...five(), five()[0] ?? ''], 'deze organisatie is er al'],
    ['one that is too large', () => [...five(), shared(6, { answers: { from: 2000, to: 2499 } })], 'meer dan 40 %'],
    ['a file that isn’t one', () => [...five(), shared(7, { format: 'x' })], '7.json: dit is geen bestand'],
    ['a file that isn’t there', () => [...five(), join(folder, 'gone.json')], 'gone.json'],
    ['no files', () => [], 'lerend pool BESTAND'],
    ['an unknown option', () => [...five(), '--weigh'], 'lerend pool BESTAND'],
  ])('refuses %s in a sentence and writes nothing', async (_, files, sentence) => {
    rmSync(out, { force: true });
    expect(await poolFiles([...files(), '--out', out])).toBe(2);
    expect(told).toContain(sentence);
    expect(() => readFileSync(out)).toThrow();
  });

  test('says in English what it says in Dutch', async () => {
    expect(await poolFiles([...five().slice(1), '--out', out, '--lang', 'en'])).toBe(2);
    expect(told).toContain('needs at least 5 organisations');
  });

  test('says when it can’t write there', async () => {
    expect(await poolFiles([...five(), '--out', join(folder, 'no', 'such', 'place.json')])).toBe(2);
    expect(told).toContain('ENOENT');
  });
});
