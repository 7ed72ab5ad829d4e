import type { BallotRequest, CredentialAnswer, GroupAnswer, OpenBallotRequest } from '../contract-line.ts';

/** One ballot's keys on the respondent's device; with them it can be sent again, and replaced. */
export interface BallotKeys {
  /** The public key: the ballot's number. */
  readonly number: string;
  /** PKCS #8. */
  readonly privateKey: string;
  /** 32 bytes from which the blinding is drawn: the same seed gives the same blinded number again. */
  readonly seed: string;
  /** What shows that the ballot may be counted; null until the server has signed. */
  readonly proof: { readonly prefix: string; readonly credential: string } | null;
}

/** Where the ballots go, from a manifest that was checked. */
export interface BallotPlace {
  readonly scanId: string;
  readonly groupId: string;
  readonly openingKey: string;
}

/**
 * All that has to outlive a dropped connection, made at the first send: with it the same blinded numbers are asked for
 * again, so that nobody loses their vote, and a change of mind counts up instead of voting twice.
 */
export interface Sealing {
  readonly place: BallotPlace;
  /** How often a ballot was sealed under this number. */
  readonly counter: number;
  readonly ballot: BallotKeys;
  /** For the ballot with words, with nothing in common with the other; null where there are no open questions. */
  readonly words: BallotKeys | null;
}

/** Why nothing may be sent: what came isn't what was fixed, or isn't what the invitation says. */
export type SealingFault = 'other-fingerprint' | 'not-as-fixed' | 'not-signed';

export interface ToCheck {
  readonly group: GroupAnswer;
  /** The peiling's code in the address. */
  readonly scanCode: string;
  /** As on the invitation; empty when the respondent came without it. */
  readonly fingerprint: string;
  /** Who can open the ballots, as the page says. */
  readonly openingKey: 'keeper' | 'server';
  /** From an attempt before. */
  readonly sealing: Sealing | null;
}

export type Prepared =
  | {
      readonly ok: true;
      readonly sealing: Sealing;
      /** What the server is to sign. */
      readonly blinded: string;
      readonly blindedWords: string | null;
    }
  | { readonly ok: false; readonly fault: SealingFault };

export interface ToSeal {
  readonly sealing: Sealing;
  /** What the server signed, with the keys under which it did; null when the credentials are in `sealing` already. */
  readonly signed: { readonly answer: CredentialAnswer; readonly group: GroupAnswer } | null;
  /** null: withdrawn. */
  readonly payload: string | null;
  readonly openPayload: string | null;
}

export type Sealed =
  | {
      readonly ok: true;
      readonly sealing: Sealing;
      readonly ballot: BallotRequest;
      readonly open: OpenBallotRequest | null;
    }
  | { readonly ok: false; readonly fault: SealingFault };

/** What the page asks of the worker. */
export interface BallotMaker {
  /** Checks what came against what was fixed, and makes keys and blinded numbers unless an attempt before has. */
  prepare(toCheck: ToCheck): Promise<Prepared>;
  seal(toSeal: ToSeal): Promise<Sealed>;
}

/** Whether something that was kept on the device is still a sealing. */
export function isSealing(content: unknown): content is Sealing {
  if (typeof content !== 'object' || content === null) return false;
  const { place, counter, ballot, words } = content as Partial<Record<keyof Sealing, unknown>>;
  return (
    isTexts(place, ['scanId', 'groupId', 'openingKey']) &&
    Number.isInteger(counter) &&
    isKeys(ballot) &&
    (words === null || isKeys(words))
  );
}

function isKeys(content: unknown): boolean {
  if (!isTexts(content, ['number', 'privateKey', 'seed'])) return false;
  const { proof } = content as Partial<BallotKeys>;
  return proof === null || isTexts(proof, ['prefix', 'credential']);
}

function isTexts(content: unknown, names: readonly string[]): boolean {
  if (typeof content !== 'object' || content === null) return false;
  return names.every((name) => typeof (content as Record<string, unknown>)[name] === 'string');
}
