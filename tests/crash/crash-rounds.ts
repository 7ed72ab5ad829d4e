import { setTimeout as wait } from 'node:timers/promises';
import { filledPayload } from '../product/fill-in.ts';
import { freePort } from '../product/free-port.ts';
import type { OpenPeiling } from '../product/make-peiling.ts';
import { ownFolder } from '../product/own-folder.ts';
import type { OwnFolder } from '../product/own-folder.ts';
import { startProduct } from '../product/start-product.ts';
import { compare } from './compare.ts';
import type { Comparison } from './compare.ts';
import { peilingFor } from './open-peiling.ts';
import { storedBallots } from './stored-ballots.ts';
import { submitter } from './submitter.ts';
import type { Ledger } from './submitter.ts';

export interface CrashRound {
  readonly round: number;
  /** Ballots on their way at the moment of the kill. */
  readonly inFlight: number;
  /** Right after the restart, before anybody tries again. */
  readonly afterCrash: Comparison;
  /** When everyone has been answered. */
  readonly afterRetries: Comparison;
}

export interface CrashWish {
  readonly program: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly rounds: number;
  readonly onRound?: (round: CrashRound) => void;
}

const peopleAtOnce = 24;
const fewestInFlight = 5;
const patienceMs = 20_000;

/** Kills application and database with -9 while ballots come in, starts them again, and looks what is there. */
export async function crashRounds({ program, environment = {}, rounds, onRound }: CrashWish): Promise<CrashRound[]> {
  const folder = await ownFolder();
  try {
    const peiling = await peilingFor(folder, rounds * peopleAtOnce);
    const run = { folder, peiling, program, environment, port: await freePort(), ledgers: [] as Ledger[] };
    const done: CrashRound[] = [];
    for (let round = 1; round <= rounds; round++) {
      const outcome = await crashRound(run, round);
      onRound?.(outcome);
      done.push(outcome);
    }
    return done;
  } finally {
    await folder.remove();
  }
}

interface Run {
  readonly folder: OwnFolder;
  readonly peiling: OpenPeiling;
  readonly program: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly port: number;
  /** Of everyone in all rounds: what was acknowledged once must survive every later crash as well. */
  readonly ledgers: Ledger[];
}

async function crashRound(
  { folder, peiling, program, environment, port, ledgers }: Run,
  round: number,
): Promise<CrashRound> {
  const start = () => startProduct({ folder, program, port, environment });
  const look = async () => compare(ledgers, await storedBallots(folder.dataDir, peiling.scanId));
  const gate = openGate();
  const product = await start();
  const people = peiling.invitations.slice((round - 1) * peopleAtOnce, round * peopleAtOnce).map(({ code }, at) =>
    submitter({
      port,
      scanCode: peiling.code,
      code,
      mayGo: gate.mayGo,
      changesItsMind: at % 2 === 0,
      nextPayload: () => filledPayload(peiling, (payloadCount += 1)),
    }),
  );
  ledgers.push(...people.map(({ ledger }) => ledger));
  const everyone = Promise.all(people.map(({ done }) => done));
  const inFlight = () => people.filter((one) => one.isUnderWay()).length;
  await Promise.race([everyone, untilBusy(inFlight, 300 + Math.random() * 700)]);
  const underWay = inFlight();
  gate.close();
  await product.kill(round % 2 === 0 ? 'application' : 'database');

  const again = await start();
  const afterCrash = await look();
  for (const one of people) one.finish();
  gate.open();
  await everyone;
  const afterRetries = await look();
  await again.stop();
  return { round, inFlight: underWay, afterCrash, afterRetries };
}

let payloadCount = 0;

/** A moment that nobody chose, once enough ballots are on their way. */
async function untilBusy(inFlight: () => number, atLeastMs: number): Promise<void> {
  await wait(atLeastMs);
  const begin = performance.now();
  while (inFlight() < fewestInFlight) {
    if (performance.now() - begin > patienceMs) throw new Error('Never five ballots on their way at once.');
    await wait(1);
  }
}

function openGate() {
  let current = Promise.withResolvers<void>();
  current.resolve();
  return {
    mayGo: () => current.promise,
    close: () => {
      current = Promise.withResolvers<void>();
    },
    open: () => current.resolve(),
  };
}
