import { randomBytes } from 'node:crypto';
import type { PublicScan } from '#lib/features/scan/contract.ts';
import type { Platform } from '#lib/platform/context/index.ts';
import type { Language } from '#lib/platform/language/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import { ballotMaker, deliver, makeReady } from '../contract.ts';
import type { Sealing, SendingTools } from '../contract.ts';
import { giveCredential } from './give-credential.ts';
import { giveGroup } from './give-group.ts';
import { receiveBallot } from './receive-ballot.ts';
import { receiveOpenBallot } from './receive-open-ballot.ts';

export interface DeviceAnswers {
  readonly code: string;
  /** As `encodeBallotText` and `encodeOpenBallotText` write them; null: withdrawn. */
  readonly payload: string | null;
  readonly openPayload: string | null;
  readonly researchConsent?: 'yes';
  /** From an earlier time: it is replaced. */
  readonly sealing?: Sealing;
}

const doors = { group: giveGroup, credential: giveCredential, ballot: receiveBallot, open: receiveOpenBallot };

/**
 * What a respondent's device does, with the device's own code, for somebody who isn't there: the people of the example
 * organisation, and those with whom the product is measured. Throws the refusal that a respondent would read. Gives what
 * the device would keep, with which the same respondent can change their mind.
 */
export async function answerByDevice(
  platform: Platform,
  scan: PublicScan,
  { sealing: before = undefined, ...answers }: DeviceAnswers,
  language: Language,
): Promise<Sealing> {
  let kept = before ?? null;
  const tools: SendingTools = {
    maker: ballotMaker({
      subtle: globalThis.crypto.subtle,
      randomBytes: (count) => new Uint8Array(randomBytes(count)),
    }),
    keep: (sealing) => (kept = sealing),
    sentenceOf: (fault) => fault,
    wait: () => Promise.reject(new Error('the server asks to wait')),
    waiting: () => undefined,
    post: async (door, body) => ({ status: 200, content: await doors[door](platform, scan, body, language) }),
  };
  const { code: scanCode, openingKey } = scan;
  const made = await refusing(tools, (safe) =>
    makeReady({ ...answers, scanCode, openingKey, fingerprint: scan.fingerprint ?? '', sealing: kept }, safe),
  );
  if (!made.ok) throw new Refusal(422, made.refused.sentence);
  await refusing(tools, (safe) => deliver(made.ready, safe));
  if (kept === null) throw new Error('a device that sent something keeps with what');
  return kept;
}

/** The device tries again when nothing comes back; here a refusal ends it. */
async function refusing<Result>(tools: SendingTools, work: (safe: SendingTools) => Promise<Result>): Promise<Result> {
  let refused: unknown;
  const post: SendingTools['post'] = async (door, body) => {
    try {
      return await tools.post(door, body);
    } catch (error) {
      refused = error;
      return { status: 400, content: { sentence: '' } };
    }
  };
  const result = await work({ ...tools, post });
  if (refused !== undefined) throw refused;
  return result;
}
