import type { OpeningKeyKind } from '#lib/features/manifest/contract.ts';
import type { Context } from '#lib/platform/context/index.ts';
import type { MissingForOpening, ProfileHeads, ScanConsent, ScanPromise } from '../contract.ts';
import { misfit } from './profile-heads.ts';

/** Whether an installation that wants a keeper for every peiling still waits for one. */
export function lacksKeeper(
  { anonymity }: Pick<Context, 'anonymity'>,
  { openingKey }: { readonly openingKey: OpeningKeyKind | null },
): boolean {
  return anonymity === 'strict' && openingKey !== 'keeper';
}

/** Why this draft can't open today; empty when it can. */
export function missingForOpening(
  scan: {
    readonly closesOn: string;
    readonly promise: ScanPromise | null;
    readonly consent: ScanConsent | null;
    /** People that can be asked, in all units together. */
    readonly people: number;
    readonly profileHeads: ProfileHeads;
    /** Nobody made an opening key yet, and this installation opens nothing without a keeper. */
    readonly lacksKey: boolean;
  },
  today: string,
): readonly MissingForOpening[] {
  const { promise, consent, people, profileHeads, closesOn, lacksKey } = scan;
  const missing: MissingForOpening[] = [];
  if (people === 0) missing.push('people');
  if (misfit(profileHeads, people) !== null) missing.push('profile-heads');
  if (closesOn < today) missing.push('closing-past');
  if (promise === null) missing.push('promise');
  else if (promise.resultOn <= closesOn) missing.push('result-before-closing');
  if (consent === null) missing.push('consent');
  else if (consent.decision === 'refused') missing.push('consent-refused');
  if (lacksKey) missing.push('opening-key');
  return missing;
}
