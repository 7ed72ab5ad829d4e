import { z } from 'zod';
import { ballotNumberBytes, fromBase64url } from '@lerend/ballot';

const text = (longest: number) => z.string('input-unclear').max(longest, 'input-unclear');

/** A ballot's number: 16 bytes as base64url, in its one spelling. */
const ballotNumber = text(64).refine((number) => fromBase64url(number)?.length === ballotNumberBytes, 'input-unclear');

/** A respondent's yes to research; whether it is needed depends on the peiling. */
const researchConsent = z.string().max(10, 'input-unclear').optional();

export const CredentialInput = z.object({ code: text(100), number: ballotNumber, researchConsent });

export const BallotInput = z.object({
  number: ballotNumber,
  credential: text(200),
  scanUnit: z.uuid('input-unclear'),
  payload: text(4096),
  researchConsent,
});

export const OpenBallotInput = z.object({ number: ballotNumber, credential: text(200), payload: text(16_384) });
