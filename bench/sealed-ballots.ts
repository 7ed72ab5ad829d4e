import { createPrivateKey, generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import {
  blindNumber,
  encodeBallot,
  faultOutside,
  makeBallotKey,
  makeOpeningKey,
  openBallots,
  sealBallot,
  signBallot,
  unsealInParts,
} from '@lerend/ballot';
import type { Answer, BallotTools, ReceivedBallot } from '@lerend/ballot';
import { snapshotForm } from '@lerend/analysis';
import { signBlinded, signNumber } from '#lib/features/manifest/server/index.ts';
import { nodeCryptography } from '#lib/features/answering/server/node-cryptography.ts';
import { withUnsealing } from '#lib/features/answering/server/unseal-in-threads.ts';
import { print } from './line.ts';

const tools: BallotTools = { subtle: crypto.subtle, randomBytes: (count) => new Uint8Array(randomBytes(count)) };
const scanId = randomUUID();
const groupCount = 100;

/** So many ballots are made; making one takes as long as opening it, so that all are read so many times. */
const made = 5000;
const times = 20;

interface Group {
  readonly id: string;
  readonly spki: Uint8Array;
  readonly privateKey: KeyObject;
}

/** What the cryptography of ballots costs a server, apart from database and line: signing, receiving, opening. */
export async function sealedBallots(): Promise<void> {
  const groups = Array.from({ length: groupCount }, makeGroup);
  const openingKey = await makeOpeningKey(tools.subtle);
  console.error(`sealing ${made} ballots …`);
  const ballots: ReceivedBallot[] = [];
  for (let at = 0; at < made; at++)
    ballots.push(await makeBallot(groups[at % groupCount] ?? makeGroup(), openingKey.publicKey, at));
  await signing(groups);
  await receiving(groups, ballots);
  await opening(groups, ballots, openingKey);
}

async function signing(groups: readonly Group[]): Promise<void> {
  const [group] = groups;
  if (!group) return;
  const { number } = await makeBallotKey(tools.subtle);
  const { blinded } = await blindNumber(tools, group.spki, number);
  const spent = await processorTime(() => {
    for (let at = 0; at < 500; at++) signBlinded(group.privateKey, blinded);
  });
  print({
    task: 'signing-a-number-processor-time',
    value: spent / 500,
    unit: 'ms',
    atMost: 2,
    note: 'one raw RSA operation, and its check',
  });
}

async function receiving(groups: readonly Group[], ballots: readonly ReceivedBallot[]): Promise<void> {
  const [group] = groups;
  const isCredential = await nodeCryptography.credentialCheck(group?.spki ?? new Uint8Array());
  const { isSigned } = nodeCryptography;
  const some = ballots.filter(({ groupId }) => groupId === group?.id);
  const check = async () => {
    for (const ballot of some) {
      if (await faultOutside(ballot, { kind: 'ballot', scanId }, { isCredential, isSigned }))
        throw new Error('a good ballot was refused');
    }
  };
  await check();
  const spent = await processorTime(async () => {
    for (let time = 0; time < 10; time++) await check();
  });
  const note = 'credential and signature verified, one after the other';
  print({ task: 'checking-a-ballot-processor-time', value: spent / (10 * some.length), unit: 'ms', atMost: 3, note });
}

async function opening(
  groups: readonly Group[],
  ballots: readonly ReceivedBallot[],
  openingKey: Awaited<ReturnType<typeof makeOpeningKey>>,
): Promise<void> {
  const groupKeys = new Map(groups.map(({ id, spki }) => [id, spki]));
  const begin = performance.now();
  const spent = await processorTime(async () => {
    const keys = { kind: 'ballot', scanId, openingKey, groupKeys } as const;
    const kept = ballots.map((one) => ({ ...one, sealed: Buffer.from(one.sealed).toString('base64') }));
    const parts = Array.from({ length: times }, () => kept);
    const { unsealed } = await withUnsealing(keys, made * times, ({ ballot }) => unsealInParts(parts, ballot));
    const sealed = parts.flatMap(() => unsealed.map(({ groupId, payload }) => ({ groupId: groupId ?? '', payload })));
    const { itemIds } = snapshotForm('full');
    const { counted } = openBallots(sealed, { form: 'full', instrumentVersion: '1.0.0', itemIds }, tools.randomBytes);
    if (counted !== made * times) throw new Error(`${counted} ballots were counted instead of ${made * times}`);
  });
  const note = `${made} ballots, each ${times} times, full form, ${groupCount} groups; all checks again; processor ${(spent / 1000).toFixed(1)} s`;
  print({ task: 'opening-100000-ballots', value: (performance.now() - begin) / 1000, unit: 's', atMost: 60, note });
}

async function makeBallot(group: Group, openingKey: Uint8Array, seed: number): Promise<ReceivedBallot> {
  const { number, privateKey } = await makeBallotKey(tools.subtle);
  const prefix = tools.randomBytes(32);
  const credential = signNumber(group.privateKey, Buffer.concat([prefix, number]));
  const place = { kind: 'ballot', scanId, groupId: group.id, number, counter: 1 } as const;
  const sealed = await sealBallot(tools, openingKey, place, filledIn(seed));
  const signature = await signBallot(tools.subtle, privateKey, place, sealed);
  return { groupId: group.id, number, prefix, credential, counter: 1, sealed, signature, sealedOn: 'device' };
}

function filledIn(seed: number): Uint8Array {
  const { itemIds } = snapshotForm('full');
  const answers = Object.fromEntries(itemIds.map((id, at) => [id, (1 + ((seed + at) % 5)) as Answer]));
  return encodeBallot({ form: 'full', instrumentVersion: '1.0.0', language: 'nl', speedBand: 'usual', answers });
}

function makeGroup(): Group {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'der' },
  });
  const secret = createPrivateKey({ key: privateKey, format: 'der', type: 'pkcs8' });
  return { id: randomUUID(), spki: new Uint8Array(publicKey), privateKey: secret };
}

/** Milliseconds of user and system time of this process, its threads included. */
async function processorTime(work: () => Promise<void> | void): Promise<number> {
  const begin = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(begin);
  return (user + system) / 1000;
}
