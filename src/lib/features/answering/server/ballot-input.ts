import { z } from 'zod';
import { ballotKeyNumberBytes, credentialBytes, fromBase64url, prefixBytes, sealedBytes } from '@lerend/ballot';

/** Exactly so many bytes as base64url, in its one spelling. */
const bytes = (count: number, fault: string) =>
  z
    .string('input-unclear')
    .max(Math.ceil((count * 4) / 3), fault)
    .transform((text, context) => {
      const read = fromBase64url(text);
      if (read?.length === count) return read;
      context.addIssue({ code: 'custom', message: fault });
      return z.NEVER;
    });

const code = z.string('input-unclear').max(100, 'input-unclear');

/** A respondent's yes to research; whether it is needed depends on the peiling. */
const researchConsent = z.string().max(10, 'input-unclear').optional();

export const GroupInput = z.object({ code });

export const CredentialInput = z.object({
  code,
  blinded: bytes(credentialBytes, 'blinded-unclear'),
  blindedWords: bytes(credentialBytes, 'blinded-unclear').nullable(),
  researchConsent,
});

/** ECDSA over P-256: r and s. */
const signatureBytes = 64;
const highestCounter = 2 ** 32 - 1;

const sealedBallot = (size: number) => ({
  number: bytes(ballotKeyNumberBytes, 'ballot-number-unclear'),
  prefix: bytes(prefixBytes, 'credential-foreign'),
  credential: bytes(credentialBytes, 'credential-foreign'),
  counter: z.int('input-unclear').min(1, 'input-unclear').max(highestCounter, 'input-unclear'),
  sealed: bytes(size, 'ballot-of-another-size'),
  signature: bytes(signatureBytes, 'ballot-not-signed'),
});

export const BallotInput = z.object({
  group: z.uuid('input-unclear'),
  ...sealedBallot(sealedBytes.ballot),
  researchConsent,
});

export const OpenBallotInput = z.object(sealedBallot(sealedBytes.words));
