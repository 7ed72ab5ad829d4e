import { manifestChecks } from '@lerend/ballot';
import type { CheckOutcome, VerifiedManifest } from '@lerend/ballot';
import type { Language } from '#lib/platform/language/index.ts';
import { manifestMessages } from '../messages.ts';

export interface CheckedInWords {
  readonly verdict: string;
  readonly isWrong: boolean;
  /** A sentence for each thing that was checked. */
  readonly checks: readonly { readonly outcome: CheckOutcome; readonly sentence: string }[];
}

/** What was found in a manifest, for the command line: the same sentences as on the page that one can save. */
export function checkSentences({ outcomes }: VerifiedManifest, language: Language): CheckedInWords {
  const say = manifestMessages(language);
  const found = manifestChecks.map((check) => outcomes[check]);
  const verdict = found.includes('wrong') ? 'wrong' : found.includes('unknown') ? 'unknown' : 'right';
  return {
    verdict: say(`verdict-${verdict}`),
    isWrong: verdict === 'wrong',
    checks: manifestChecks.map((check) => ({
      outcome: outcomes[check],
      sentence: say(`check-${check}-${outcomes[check]}`),
    })),
  };
}
