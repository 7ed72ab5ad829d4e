import { expect, test } from 'vitest';
import { makeResult } from './make-result.ts';
import { resultFrom } from './result-from.ts';
import { manyAnswers } from './testing/many-answers.ts';

test('a result of many answers is made in a thread, the same as here; one that can’t be made fails', async () => {
  const input = manyAnswers();
  const here = await resultFrom(input);
  expect(here.report.groups).toBe('checked');
  expect(await makeResult(input)).toEqual(here);
  await expect(makeResult({ ...input, form: 'unknown' as never })).rejects.toThrow();
});
