import type { CheckOutcome, ManifestCheck, ManifestHead } from '@lerend/ballot';

/** One reporting group as it stands in the manifest, under the one it is part of. */
export interface GroupOnPage {
  readonly id: string;
  readonly name: string;
  readonly depth: number;
  /** The most people who may be invited. */
  readonly invited: number;
  /** The first of its key's hash; null for a group in which nobody can be. */
  readonly key: string | null;
}

/** The manifest for who wants to read it: what was fixed, and how to check it. */
export interface ManifestPage {
  readonly code: string;
  readonly fingerprint: string;
  readonly head: ManifestHead;
  /** Of the public half of the key that opens the ballots, as it stands on the sheets of its holders. */
  readonly openingKeyShortForm: string;
  readonly groups: readonly GroupOnPage[];
  readonly invited: number;
}

/** The words of the page that checks a manifest from somebody's own disk. */
export interface VerifierTexts {
  readonly language: string;
  readonly title: string;
  readonly lead: string;
  readonly address: string;
  readonly addressHint: string;
  readonly file: string;
  readonly fingerprint: string;
  readonly fingerprintHint: string;
  readonly check: string;
  readonly unreachable: string;
  readonly noManifest: string;
  readonly withoutCrypto: string;
  readonly verdicts: Readonly<Record<CheckOutcome, string>>;
  readonly checks: Readonly<Record<ManifestCheck, Readonly<Record<CheckOutcome, string>>>>;
  readonly groupsHeading: string;
  readonly groupsText: string;
  readonly group: string;
  readonly invited: string;
  readonly total: string;
  readonly openedBy: Readonly<Record<'keeper' | 'server', string>>;
}

/** What the manifest's page hands to its script. */
export interface VerifierSettings {
  /** The built script of the verifier. */
  readonly scriptUrl: string;
  readonly fileName: string;
  readonly manifestUrl: string;
  readonly texts: VerifierTexts;
}
