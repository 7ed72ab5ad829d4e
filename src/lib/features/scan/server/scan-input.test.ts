import { describe, expect, test } from 'vitest';
import { scanFaults } from '../messages.ts';
import { read } from '#lib/platform/form/index.ts';
import { scanFields } from './testing/scan-builder.ts';
import { ConsentInput, PromiseInput, ScanInput } from './scan-input.ts';

const dutch = scanFaults('nl');

describe('a peiling is refused, at the field and in words, when', () => {
  test.each([
    ['it has no name', { title: '  ' }, 'title'],
    ['its group is smaller than five', { minimumGroupSize: '4' }, 'minimumGroupSize'],
    ['its group is no number', { minimumGroupSize: 'acht' }, 'minimumGroupSize'],
    ['it closes before it opens', { closesOn: '2026-03-08' }, 'closesOn'],
    ['a reminder comes after the last day', { reminderOn: ['2026-03-24'] }, 'reminderOn'],
    ['it has no language', { languages: [] }, 'languages'],
    ['its form is unknown', { form: 'huge' }, 'form'],
    ['nobody answers questions', { contactEmail: 'sanne' }, 'contactEmail'],
    ['a day is no day', { opensOn: '31-02-2026' }, 'opensOn'],
  ])('%s', (_when, change, field) => {
    const input = { ...scanFields, ...change };
    expect(() => read(ScanInput, input, dutch)).toThrowError(expect.objectContaining({ status: 422, field }));
    expect(() => read(ScanInput, input, dutch)).not.toThrowError(/Dit begrijpen we niet/);
  });
});

test('empty reminders are no reminders, and they are kept in order, each once', () => {
  const { reminderOn } = read(
    ScanInput,
    { ...scanFields, reminderOn: ['2026-03-20', '', '2026-03-16', '2026-03-20'] },
    dutch,
  );
  expect(reminderOn).toEqual(['2026-03-16', '2026-03-20']);
  expect(read(ScanInput, { ...scanFields, reminderOn: undefined }, dutch).reminderOn).toEqual([]);
});

test('hours may have a comma, euros may not be broken or below nought', () => {
  const promise = { resultOn: '2026-03-30', hoursPerTeam: '4,5', eurosPerTeam: '250' };
  expect(read(PromiseInput, { ...promise, hoursPerTeam: 4.5, eurosPerTeam: 250 }, dutch)).toMatchObject({
    hoursPerTeam: 4.5,
    eurosPerTeam: 250,
  });
  expect(read(PromiseInput, promise, dutch)).toEqual({ resultOn: '2026-03-30', hoursPerTeam: 4.5, eurosPerTeam: 250 });
  for (const change of [
    { hoursPerTeam: '-1' },
    { hoursPerTeam: '' },
    { hoursPerTeam: 'veel' },
    { eurosPerTeam: '2,50' },
    { eurosPerTeam: '-5' },
    { eurosPerTeam: '' },
    { eurosPerTeam: '1.000' },
  ]) {
    expect(() => read(PromiseInput, { ...promise, ...change }, dutch)).toThrowError(
      expect.objectContaining({ status: 422 }),
    );
  }
});

test('only consent needs no reason', () => {
  expect(read(ConsentInput, { decision: 'consent' }, dutch).decision).toBe('consent');
  for (const decision of ['refused', 'no-works-council']) {
    expect(() => read(ConsentInput, { decision, reason: ' ' }, dutch)).toThrowError(
      expect.objectContaining({ field: 'reason' }),
    );
  }
});
