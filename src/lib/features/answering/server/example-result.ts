import { makeSnapshot } from '@lerend/analysis';
import type { Snapshot } from '@lerend/analysis';
import type { PublicScan } from '#lib/features/scan/contract.ts';
import type { Language } from '#lib/platform/language/index.ts';
import { answeringMessages } from '../messages.ts';
import { exampleAnswers, exampleUnits } from './example-answers.ts';

const made = new Map<string, Snapshot>();

/** What a manager gets to see, on answers that nobody gave: through the same rules and with this peiling's minimum. */
export function exampleResult(scan: Pick<PublicScan, 'form' | 'instrumentVersion' | 'minimumGroupSize'>, language: Language): Snapshot {
  const { form, instrumentVersion, minimumGroupSize } = scan;
  const key = [form, instrumentVersion, minimumGroupSize, language].join(' ');
  const say = answeringMessages(language);
  const known = made.get(key);
  if (known) return known;
  const names = {
    whole: say('example-whole'),
    team: say('example-team'),
    'small-team': say('example-small-team'),
    'second-small-team': say('example-second-small-team'),
    'middle-team': say('example-middle-team'),
    others: say('example-others'),
  };
  const snapshot = makeSnapshot({
    scanId: 'example',
    instrumentVersion,
    form,
    minimumGroupSize,
    units: exampleUnits(names),
    answers: exampleAnswers(form),
  });
  made.set(key, snapshot);
  return snapshot;
}
