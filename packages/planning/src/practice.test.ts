import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { practiceOf } from './library.ts';
import { parsePractice, practiceSchema } from './practice.ts';

const sound = () => structuredClone(practiceOf('look-back-in-fifteen-minutes')) as Record<string, unknown>;

describe('reading a practice', () => {
  test('a sound practice comes through unchanged', () => {
    expect(parsePractice(sound())).toEqual(sound());
  });

  test('each fault is named with the file and the field', () => {
    const faulty = { ...sound(), weeks: 0, title: { nl: 'Alleen Nederlands' } };
    expect(() => parsePractice(faulty, 'team-learning/x.json')).toThrow(
      /team-learning\/x\.json: title\.en: .+\n.+x\.json: weeks: /s,
    );
  });

  test('an unknown field is refused', () => {
    expect(() => parsePractice({ ...sound(), colour: 'green' })).toThrow(/colour/);
  });

  test('four actions are too few and ten are too many', () => {
    const actions = sound()['actions'] as { id: string }[];
    expect(() => parsePractice({ ...sound(), actions: actions.slice(0, 4) })).toThrow(/actions/);
    const ten = Array.from({ length: 10 }, (_, index) => ({ ...actions[0], id: `action-${index}` }));
    expect(() => parsePractice({ ...sound(), actions: ten })).toThrow(/actions/);
  });

  test('a practice that does not move its own area is refused', () => {
    expect(() => parsePractice({ ...sound(), moves: [{ area: 'trust', strength: 'strong' }] })).toThrow(/main area/);
  });

  test('experience says that no research is known, and cannot claim a higher grade', () => {
    const lookedUp = { on: '2026-11-23', how: 'nothing was found in the places consulted' };
    const says = { nl: 'Ervaring, geen onderzoek bekend.', en: 'Experience, no research known.' };
    const source = { kind: 'experience', grade: 'D', says, lookedUp };
    expect(parsePractice({ ...sound(), source }).source).toEqual(source);
    expect(() => parsePractice({ ...sound(), source: { ...source, grade: 'B' } })).toThrow(/source\.grade/);
    expect(() => parsePractice({ ...sound(), source: { ...source, says: { ...says, en: 'It works.' } } })).toThrow(
      /source\.says\.en/,
    );
  });

  test('the kept JSON Schema is that of the code (renew with: npx vitest run --project pure -u packages/planning)', async () => {
    const schema = `${JSON.stringify(z.toJSONSchema(practiceSchema), null, 2)}\n`;
    await expect(schema).toMatchFileSnapshot('../practices/schema.json');
  });
});
