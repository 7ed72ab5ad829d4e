import type { MissingForOpening, ScanConsent, ScanPromise } from '../contract.ts';

/** Why this draft can't open today; empty when it can. */
export function missingForOpening(
  scan: {
    readonly closesOn: string;
    readonly promise: ScanPromise | null;
    readonly consent: ScanConsent | null;
    /** People that can be asked, in all units together. */
    readonly people: number;
  },
  today: string,
): readonly MissingForOpening[] {
  const { promise, consent, people, closesOn } = scan;
  const missing: MissingForOpening[] = [];
  if (people === 0) missing.push('people');
  if (closesOn < today) missing.push('closing-past');
  if (promise === null) missing.push('promise');
  else if (promise.resultOn <= closesOn) missing.push('result-before-closing');
  if (consent === null) missing.push('consent');
  else if (consent.decision === 'refused') missing.push('consent-refused');
  return missing;
}
