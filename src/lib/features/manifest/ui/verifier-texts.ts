import { manifestChecks } from '@lerend/ballot';
import type { CheckOutcome, ManifestCheck } from '@lerend/ballot';
import type { Language } from '#lib/platform/language/index.ts';
import type { VerifierTexts } from '../contract-page.ts';
import { manifestMessages } from '../messages.ts';

const outcomes = ['right', 'wrong', 'unknown'] as const satisfies readonly CheckOutcome[];

/** The words of the checking page, which goes along with them: there is nobody to ask for them on a disk. */
export function verifierTexts(language: Language): VerifierTexts {
  const say = manifestMessages(language);
  const perOutcome = (sentence: (outcome: CheckOutcome) => string) =>
    Object.fromEntries(outcomes.map((outcome) => [outcome, sentence(outcome)])) as Record<CheckOutcome, string>;
  return {
    language,
    title: say('verifier-title'),
    lead: say('verifier-lead'),
    address: say('verifier-address'),
    addressHint: say('verifier-address-hint'),
    file: say('verifier-file'),
    fingerprint: say('verifier-fingerprint'),
    fingerprintHint: say('verifier-fingerprint-hint'),
    check: say('verifier-check'),
    unreachable: say('verifier-unreachable'),
    noManifest: say('verifier-no-manifest'),
    withoutCrypto: say('verifier-without-crypto'),
    verdicts: perOutcome((outcome) => say(`verdict-${outcome}`)),
    checks: Object.fromEntries(
      manifestChecks.map((check) => [check, perOutcome((outcome) => say(`check-${check}-${outcome}`))]),
    ) as Record<ManifestCheck, Record<CheckOutcome, string>>,
    groupsHeading: say('page-groups'),
    groupsText: say('page-groups-text'),
    group: say('page-group'),
    invited: say('page-invited'),
    total: say('page-total'),
    openedBy: { keeper: say('verifier-opened-by-keeper'), server: say('verifier-opened-by-server') },
  };
}
