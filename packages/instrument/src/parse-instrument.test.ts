import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formNames } from './form.ts';
import { itemsOf } from './items.ts';
import { leervermogen } from './leervermogen.ts';
import { parseInstrument } from './parse-instrument.ts';

const valid = {
  id: 'mine',
  title: { nl: 'Mijn lijst', en: 'My list' },
  response: { min: 1, max: 5 },
  scales: [{ id: 'a', title: 'A', items: [{ id: 'Q1' }, { id: 'Q2', reverse: true }] }],
};
const response = valid.response;
const scaleOf = (...items: readonly unknown[]): unknown => ({ id: 'a', items });

function pathsOf(json: unknown): readonly string[] {
  const parsed = parseInstrument(json);
  return parsed.ok ? [] : parsed.faults.map((fault) => fault.path);
}

describe('a good instrument file', () => {
  test('comes back as it was, one string as a title in both languages', () => {
    const parsed = parseInstrument(valid);
    expect(parsed).toEqual({
      ok: true,
      instrument: { ...valid, scales: [{ ...valid.scales[0], title: { nl: 'A', en: 'A' } }] },
    });
  });

  test('may leave out titles and may give a scale a response of its own', () => {
    const own = { min: 0, max: 10.5, integer: false };
    const parsed = parseInstrument({ id: 'x', response, scales: [{ id: 's', response: own, items: [{ id: 'Q' }] }] });
    expect(parsed).toEqual({
      ok: true,
      instrument: {
        id: 'x',
        title: { nl: 'x', en: 'x' },
        response,
        scales: [{ id: 's', title: { nl: 's', en: 's' }, items: [{ id: 'Q' }], response: own }],
      },
    });
  });

  test('loses keys that the analysis does not know', () => {
    const parsed = parseInstrument({ ...valid, author: 'us' });
    expect(parsed.ok && 'author' in parsed.instrument).toBe(false);
    expect(parsed.ok).toBe(true);
  });

  test('may have a column in two scales when both score it alike', () => {
    const scales = [scaleOf({ id: 'Q1' }), { id: 'b', items: [{ id: 'Q1', reverse: false }] }];
    expect(pathsOf({ ...valid, scales })).toEqual([]);
  });

  test.each(formNames)('is what leervermogen(%s) makes', (form) => {
    const made = leervermogen(form);
    expect(parseInstrument(JSON.parse(JSON.stringify(made)))).toEqual({ ok: true, instrument: made });
    expect(made.scales.flatMap((scale) => scale.items.map((item) => item.id))).toEqual(
      itemsOf(form).map((item) => item.id),
    );
  });
});

test('the built-in instrument is the full form with its eleven areas', () => {
  const made = leervermogen();
  expect(made.id).toBe('leervermogen');
  expect(made.scales).toHaveLength(11);
  expect(made.response).toEqual({ min: 1, max: 5, missing: [9] });
});

describe('a bad instrument file', () => {
  test.each<[string, unknown, readonly string[]]>([
    ['not an object', [], ['$']],
    ['an empty object', {}, ['$.id', '$.response', '$.scales']],
    ['an empty id', { ...valid, id: ' ' }, ['$.id']],
    ['an empty title', { ...valid, title: '' }, ['$.title']],
    ['bounds the wrong way round', { ...valid, response: { min: 5, max: 1 } }, ['$.response']],
    ['bounds that are text', { ...valid, response: { min: '1', max: 5 } }, ['$.response.min']],
    ['bounds that are not whole', { ...valid, response: { min: 0.5, max: 5 } }, ['$.response']],
    ['a million whole answers', { ...valid, response: { min: 0, max: 1e6 } }, ['$.response']],
    ['a missing code among the answers', { ...valid, response: { ...response, missing: [5] } }, ['$.response.missing']],
    ['a missing code as text', { ...valid, response: { ...response, missing: '9' } }, ['$.response.missing']],
    ['integer as text', { ...valid, response: { ...response, integer: 'no' } }, ['$.response.integer']],
    ['a scale without items', { ...valid, scales: [scaleOf()] }, ['$.scales[0].items']],
    ['a scale that is text', { ...valid, scales: ['Q1'] }, ['$.scales[0]']],
    ['two scales of one id', { ...valid, scales: [valid.scales[0], valid.scales[0]] }, ['$.scales[1].id']],
    ['an item as text', { ...valid, scales: [scaleOf('Q1')] }, ['$.scales[0].items[0]']],
    ['an item twice', { ...valid, scales: [scaleOf({ id: 'Q' }, { id: 'Q' })] }, ['$.scales[0].items[1].id']],
    ['reverse as a number', { ...valid, scales: [scaleOf({ id: 'Q', reverse: 1 })] }, ['$.scales[0].items[0].reverse']],
    [
      'reverse misspelt',
      { ...valid, scales: [scaleOf({ id: 'Q', reversed: true })] },
      ['$.scales[0].items[0].reversed'],
    ],
    [
      'a column reversed in one scale only',
      { ...valid, scales: [scaleOf({ id: 'Q' }), { id: 'b', items: [{ id: 'Q', reverse: true }] }] },
      ['$.scales[1].items[0].id'],
    ],
    [
      'a column with two responses',
      { ...valid, scales: [scaleOf({ id: 'Q' }), { id: 'b', items: [{ id: 'Q' }], response: { min: 0, max: 9 } }] },
      ['$.scales[1].items[0].id'],
    ],
  ])('%s is named at its place', (_name, json, paths) => {
    expect(pathsOf(json)).toEqual(paths);
  });

  test('every fault is a sentence in both languages', () => {
    const parsed = parseInstrument({ ...valid, scales: [scaleOf({ id: 'Q', Reverse: true }, { id: 'Q' }, 3)] });
    expect(parsed.ok).toBe(false);
    for (const { message } of parsed.ok ? [] : parsed.faults) {
      expect(message.nl).toMatch(/\.$/);
      expect(message.en).toMatch(/\.$/);
    }
  });

  test('whatever the JSON, the answer is an instrument or at least one fault', () => {
    const nearlyValid = fc.record({ id: fc.jsonValue(), response: fc.jsonValue(), scales: fc.array(fc.jsonValue()) });
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), nearlyValid), (json) => {
        const parsed = parseInstrument(json);
        if (!parsed.ok) expect(parsed.faults.length).toBeGreaterThan(0);
        else expect(parseInstrument(parsed.instrument)).toEqual(parsed);
      }),
    );
  });
});
