import { joinBytes, sha256 } from './byte-strings.ts';
import { verifyCredential } from './credential.ts';
import type { Credential } from './credential.ts';
import { importGroupKey } from './group-key.ts';
import { openerWith } from './hpke.ts';
import type { Opener, OpeningKey } from './hpke.ts';
import { receiptText } from './receipt-mark.ts';
import type { ReceivedBallot } from './received-ballot.ts';
import { verifyBallotSignature } from './sealed-ballot.ts';
import type { BallotPlace } from './sealed-ballot.ts';

export type Soon<Value> = Value | Promise<Value>;

export type CredentialCheck = (credential: Credential) => Soon<boolean>;

/**
 * What is computed of a ballot at the count. `webCryptography` does them anywhere; a server may bring
 * faster ones of its own, which must give the same answers.
 */
export interface BallotCryptography {
  /** Reads a group's key (SPKI) once, for many credentials; one that is none is a TypeError. */
  credentialCheck(groupKeySpki: Uint8Array): Soon<CredentialCheck>;
  /** Whether the holder of the ballot's number signed it, in this place. */
  isSigned(place: BallotPlace, sealed: Uint8Array, signature: Uint8Array): Soon<boolean>;
  /** Reads the server's key once, for the marks that it puts on ballots which it found in order. */
  receiptMarkWith(key: Uint8Array): Soon<ReceiptMark>;
  /** Reads the opening key once; one that is none is a TypeError. */
  openerWith(key: OpeningKey): Soon<Opener>;
}

export type ReceiptMark = (place: BallotPlace, ballot: MarkedParts) => Soon<Uint8Array>;

type MarkedParts = Pick<ReceivedBallot, 'sealed' | 'sealedOn'>;

/** With the browser's, or Node's, Web Cryptography API. */
export function webCryptography(subtle: SubtleCrypto): BallotCryptography {
  return {
    credentialCheck: async (spki) => {
      const { key } = await importGroupKey(subtle, spki);
      return (credential) => verifyCredential(subtle, key, credential);
    },
    isSigned: (place, sealed, signature) => verifyBallotSignature(subtle, place, sealed, signature),
    receiptMarkWith: async (key) => {
      const hmac = { name: 'HMAC', hash: 'SHA-256' };
      const secret = await subtle.importKey('raw', joinBytes(key), hmac, false, ['sign']);
      return async (place, { sealed, sealedOn }) => {
        const text = receiptText(place, sealedOn, await sha256(subtle, sealed));
        return new Uint8Array(await subtle.sign(hmac, secret, text));
      };
    },
    openerWith: (key) => openerWith(subtle, key),
  };
}
