import { whoSeesWhat } from '#lib/features/scan/contract.ts';
import type { ScanConsent, ScanPromise } from '#lib/features/scan/contract.ts';
import type { Language } from '#lib/platform/language/index.ts';
import type { InvitationTerms } from '#lib/report/index.ts';
import { invitationMessages } from '../messages.ts';
import type { FoundScan } from './found-scan.ts';
import { typedAddress } from './invitation-link.ts';

/** What every invitation shows, on paper as in the mail. */
export function invitationTerms(scan: PromisedScan, publicUrl: string, language: Language): InvitationTerms {
  const { promise, consent, contact } = scan;
  return {
    organisation: scan.organisationName,
    scanTitle: scan.title,
    introduction: scan.introduction,
    opensOn: scan.opensOn,
    closesOn: scan.closesOn,
    resultOn: promise.resultOn,
    grantedHours: promise.hoursPerTeam,
    grantedEuros: promise.eurosPerTeam,
    grantedBy: promise.promisedBy,
    worksCouncil:
      consent.decision === 'consent'
        ? { kind: 'consent', council: invitationMessages(language)('the-works-council'), on: consent.on }
        : { kind: 'none', reason: consent.reason ?? '' },
    minimumGroupSize: scan.minimumGroupSize,
    fingerprint: scan.fingerprint,
    research: scan.research,
    whoSeesWhat: whoSeesWhat(language, scan),
    address: typedAddress(publicUrl, scan.code),
    contact: `${contact.name}, ${contact.email}`,
  };
}

/** What there is to say to whoever is invited: what was promised, who consented, and what was fixed. */
export type PromisedScan = FoundScan & {
  readonly promise: ScanPromise;
  readonly consent: ScanConsent;
  readonly fingerprint: string;
};

/** A peiling that is open has been promised and consented to, and its keys are there. */
export function isPromised(scan: FoundScan): scan is PromisedScan {
  return scan.promise !== null && scan.consent !== null && scan.fingerprint !== null;
}
