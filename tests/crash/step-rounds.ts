import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../product/free-port.ts';
import type { OpenPeiling } from '../product/make-peiling.ts';
import { ownFolder } from '../product/own-folder.ts';
import type { OwnFolder } from '../product/own-folder.ts';
import { startProduct } from '../product/start-product.ts';
import type { Product } from '../product/start-product.ts';
import { compare, isWhole } from './compare.ts';
import type { Comparison } from './compare.ts';
import { deviceOf } from './device.ts';
import type { Device, Kill } from './device.ts';
import { killPoints, nameOf } from './kill-points.ts';
import type { Killed } from './kill-points.ts';
import { peilingFor } from './open-peiling.ts';
import { storedBallots } from './stored-ballots.ts';

/** A kill at a named point, and what there is after the new start. */
export interface StepKill extends Kill {
  /** The first request of its kind, or one more: a credential asked for again, a ballot that replaces another. */
  readonly time: 'first' | 'again';
}

export interface StepRound {
  readonly round: number;
  readonly point: string;
  readonly killed: Killed;
  readonly time: StepKill['time'];
  /** Ballots with answers and with words together, right after the new start and when everyone was answered. */
  readonly afterCrash: Comparison;
  readonly afterRetries: Comparison;
  /** Codes for which another number was signed as well. */
  readonly signedTwice: number;
  /** Other signatures for the same blinded numbers, and refusals of what may be asked. */
  readonly wrongs: readonly string[];
}

/** Nothing lost, doubled or altered, nothing stored that wasn't acknowledged in the end, and each code was signed for once. */
export const isWholeStep = ({ afterCrash, afterRetries, signedTwice, wrongs }: StepRound): boolean =>
  isWhole(afterCrash) &&
  isWhole(afterRetries) &&
  afterRetries.stored === afterRetries.acknowledged &&
  signedTwice === 0 &&
  wrongs.length === 0;

/** Every named point, for a first request and for one more, with the application and with the database. */
export const everyStepKill: readonly StepKill[] = killPoints.flatMap((point) =>
  (['first', 'again'] as const).flatMap((time) =>
    (['application', 'database'] as const).map((killed) => ({ point, time, killed })),
  ),
);

export interface StepWish {
  readonly server: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly kills: readonly StepKill[];
  readonly onRound?: (round: StepRound) => void;
}

const bystanders = 2;
const patienceMs = 20_000;

/** Kills the server once for each of `kills` and starts it again, while others hand in as well. */
export async function stepRounds({ server, environment = {}, kills, onRound }: StepWish): Promise<StepRound[]> {
  const folder = await ownFolder();
  try {
    const peiling = await peilingFor(folder, kills.length * (1 + bystanders));
    const port = await freePort();
    const start = () =>
      startProduct({
        folder,
        program: 'tests/crash/dying-server.ts',
        port,
        environment: { SERVER: server, LOG_LEVEL: 'silent', ...environment },
      });
    const run = { folder, peiling, start, devices: [] as Device[] };
    const done: StepRound[] = [];
    let product = await start();
    for (const [at, kill] of kills.entries()) {
      const own = peiling.invitations
        .slice(at * (1 + bystanders), (at + 1) * (1 + bystanders))
        .map(({ code }) => deviceOf(peiling, port, code));
      const [outcome, next] = await stepRound(run, product, own, kill);
      product = next;
      const round = { round: at + 1, ...outcome };
      onRound?.(round);
      done.push(round);
    }
    await product.stop();
    return done;
  } finally {
    await folder.remove();
  }
}

interface Run {
  readonly folder: OwnFolder;
  readonly peiling: OpenPeiling;
  readonly start: () => Promise<Product>;
  /** Of all rounds: what was acknowledged once must survive every later crash as well. */
  readonly devices: Device[];
}

async function stepRound(
  { folder, peiling, start, devices }: Run,
  product: Product,
  own: readonly Device[],
  { point, killed, time }: StepKill,
): Promise<[Omit<StepRound, 'round'>, Product]> {
  const [victim, ...others] = own;
  if (!victim) throw new Error('Too few invitations.');
  devices.push(...own);
  if (time === 'again') {
    await victim.send();
    if (point.door === 'credential') victim.loseCredential();
    else victim.changeMind();
  }
  const busy = others.map(untilGone);
  // Nothing comes back, or what came in time: the kill is what counts.
  await victim.send({ point, killed }).catch(() => undefined);
  const isGone = await Promise.race([product.ended.then(() => true), wait(patienceMs, false, { ref: false })]);
  if (!isGone) {
    await product.kill('application');
    throw new Error(`${nameOf(point)} isn't passed by any request.`);
  }
  await Promise.all(busy);

  const again = await start();
  const signed = own.filter((one) => one.hasCredential());
  let signedTwice = await countOthers(signed);
  const afterCrash = await look(folder, peiling, devices);
  await Promise.all(own.map((one) => one.sendUntilThere()));
  const afterRetries = await look(folder, peiling, devices);
  victim.loseCredential();
  await victim.sendUntilThere();
  signedTwice += await countOthers([victim]);
  const wrongs = own.flatMap((one) => one.wrongs);
  return [{ point: nameOf(point), killed, time, afterCrash, afterRetries, signedTwice, wrongs }, again];
}

/** Hands in and changes its mind until nobody answers any more. */
async function untilGone(device: Device): Promise<void> {
  for (;;) {
    try {
      await device.send();
    } catch {
      return;
    }
    device.changeMind();
  }
}

async function countOthers(devices: readonly Device[]): Promise<number> {
  const got = await Promise.all(devices.map((one) => one.getsAnother()));
  return got.filter(Boolean).length;
}

async function look({ dataDir }: OwnFolder, { scanId }: OpenPeiling, devices: readonly Device[]): Promise<Comparison> {
  const answers = await storedBallots(dataDir, scanId);
  const words = await storedBallots(dataDir, scanId, 'open_ballot');
  return compare(
    devices.flatMap(({ ballot, words: own }) => [ballot, own]),
    [...answers, ...words],
  );
}
