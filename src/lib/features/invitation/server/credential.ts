import { timingSafeEqual } from 'node:crypto';
import { parseBallotNumber } from '@lerend/ballot';
import type { Platform } from '#lib/platform/context/index.ts';
import type { Secrets } from '#lib/platform/secrets/index.ts';
import { keyed } from './derived-code.ts';

/** Proof that a ballot with this number may come from this unit. It is computed again to check it, never kept. */
export function makeCredential(
  secrets: Secrets,
  ballot: { scanId: string; scanUnitId: string; number: string },
): string {
  return keyed(secrets, 'ballot-credential', [ballot.scanId, ballot.scanUnitId, ballot.number]).toString('base64url');
}

/** Whether this credential was issued for this number, unit and peiling. Asks no database. */
export function verifyCredential(
  platform: Pick<Platform, 'secrets'>,
  scan: { readonly scanId: string },
  ballot: { readonly number: string; readonly scanUnitId: string; readonly credential: string },
): boolean {
  if (!parseBallotNumber(ballot.number)) return false;
  const expected = Buffer.from(makeCredential(platform.secrets, { ...ballot, scanId: scan.scanId }));
  const given = Buffer.from(ballot.credential);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
