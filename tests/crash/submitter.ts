import { setTimeout as wait } from 'node:timers/promises';
import { makeReady } from '#lib/features/answering/contract.ts';
import type { BallotRequest, Sealing } from '#lib/features/answering/contract.ts';
import { connectTo, deviceMaker, deviceTools, postTo } from '../product/respondent.ts';

/** What one respondent's device knows about its own ballot. */
export interface Ledger {
  /** Empty until the device made its key. */
  number: string;
  /** The sealed bytes that the server said it has; null before it said so. */
  acknowledged: string | null;
  /** Sealed bytes sent since then without an answer: the server may have any of them. */
  readonly unanswered: Set<string>;
}

export interface Submitter {
  readonly ledger: Ledger;
  /** Whether a ballot of this one is on its way now. */
  isUnderWay(): boolean;
  /** From now on: once more acknowledged, then done. */
  finish(): void;
  readonly done: Promise<void>;
}

export interface SubmitterWish {
  readonly port: number;
  readonly scanCode: string;
  readonly code: string;
  readonly nextPayload: () => string;
  /** Sends other answers when an attempt failed, instead of the same ones again. */
  readonly changesItsMind: boolean;
  /** Resolves when one may send: closed while the server is being looked at. */
  readonly mayGo: () => Promise<void>;
}

const betweenAttemptsMs = 20;

/** A respondent who hands in a ballot, and then another one under the same number, until told to finish. */
export function submitter(wish: SubmitterWish): Submitter {
  const ledger: Ledger = { number: '', acknowledged: null, unanswered: new Set() };
  const state = { isUnderWay: false, isLast: false };
  return {
    ledger,
    isUnderWay: () => state.isUnderWay,
    finish: () => {
      state.isLast = true;
    },
    done: submit(wish, ledger, state),
  };
}

async function submit(
  wish: SubmitterWish,
  ledger: Ledger,
  state: { isUnderWay: boolean; isLast: boolean },
): Promise<void> {
  let { sealing, ballot } = await firstBallot(wish, ledger, state);
  const next = async (): Promise<void> => {
    const made = await deviceMaker.seal({ sealing, signed: null, payload: wish.nextPayload(), openPayload: null });
    if (!made.ok) throw new Error(`Not sealed: ${made.fault}`);
    ({ sealing, ballot } = made);
  };
  for (let isLast = false; !isLast; await next()) {
    isLast = state.isLast;
    while (!(await handIn(wish, ballot, ledger, state))) {
      if (wish.changesItsMind) await next();
      await wait(betweenAttemptsMs);
    }
    ledger.acknowledged = ballot.sealed;
    ledger.unanswered.clear();
  }
}

/** Asks for the group and the credential until they are there; what the device made stays the same each time. */
async function firstBallot(
  { port, scanCode, code, nextPayload, mayGo }: SubmitterWish,
  ledger: Ledger,
  state: { isUnderWay: boolean },
): Promise<{ sealing: Sealing; ballot: BallotRequest }> {
  let sealing: Sealing | null = null;
  for (;;) {
    await mayGo();
    const connection = connectTo(port);
    const keep = (made: Sealing): void => {
      sealing = made;
      ledger.number = made.ballot.number;
    };
    const payload = nextPayload();
    state.isUnderWay = true;
    const made = await makeReady(
      { code, scanCode, fingerprint: '', openingKey: 'server', sealing, payload, openPayload: null },
      deviceTools(connection, scanCode, keep),
    ).catch(() => undefined);
    state.isUnderWay = false;
    connection.close();
    if (made?.ok && sealing) return { sealing, ballot: made.ready.ballot };
    if (made && !made.ok) throw new Error(`Refused: ${made.refused.sentence}`);
    await wait(betweenAttemptsMs);
  }
}

/** True when the server said that it has it; a no is a fault of the test, since nothing sent here may be refused. */
async function handIn(
  { port, scanCode, mayGo }: SubmitterWish,
  ballot: BallotRequest,
  ledger: Ledger,
  state: { isUnderWay: boolean },
): Promise<boolean> {
  await mayGo();
  const connection = connectTo(port);
  ledger.unanswered.add(ballot.sealed);
  state.isUnderWay = true;
  const answer = await postTo(connection, scanCode, 'ballot', ballot).catch(() => undefined);
  state.isUnderWay = false;
  connection.close();
  if (answer && answer.status >= 400 && answer.status < 500)
    throw new Error(`Refused: ${answer.status} ${answer.text}`);
  return answer?.status === 200;
}
