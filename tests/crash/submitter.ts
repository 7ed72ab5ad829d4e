import { setTimeout as wait } from 'node:timers/promises';
import type { CredentialAnswer } from '#lib/features/answering/contract.ts';
import { connectTo, newNumber, postTo } from '../product/respondent.ts';
import type { Connection } from '../product/respondent.ts';

/** What one respondent's device knows about its own ballot. */
export interface Ledger {
  readonly number: string;
  /** The payload that the server said it has; null before it said so. */
  acknowledged: string | null;
  /** Payloads sent since then without an answer: the server may have any of them. */
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
  const ledger: Ledger = { number: newNumber(), acknowledged: null, unanswered: new Set() };
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
  const { scanCode, code, nextPayload, changesItsMind } = wish;
  const { number } = ledger;
  const given = await untilAnswered(wish, (connection) => postTo(connection, scanCode, 'credential', { code, number }));
  const { credential, scanUnit } = JSON.parse(given) as CredentialAnswer;
  let isLast: boolean;
  do {
    isLast = state.isLast;
    let payload = nextPayload();
    await untilAnswered(
      wish,
      (connection) => {
        ledger.unanswered.add(payload);
        state.isUnderWay = true;
        return postTo(connection, scanCode, 'ballot', { number, credential, scanUnit, payload });
      },
      () => {
        state.isUnderWay = false;
        if (changesItsMind) payload = nextPayload();
      },
    );
    state.isUnderWay = false;
    ledger.acknowledged = payload;
    ledger.unanswered.clear();
  } while (!isLast);
}

/** Tries until the server says yes; a no is a fault of the test, since nothing sent here may be refused. */
async function untilAnswered(
  { port, mayGo }: SubmitterWish,
  attempt: (connection: Connection) => ReturnType<typeof postTo>,
  hasFailed: () => void = () => undefined,
): Promise<string> {
  for (;;) {
    await mayGo();
    const connection = connectTo(port);
    const answer = await attempt(connection).catch(() => undefined);
    connection.close();
    if (answer?.status === 200) return answer.text;
    if (answer && answer.status < 500) throw new Error(`Refused: ${answer.status} ${answer.text}`);
    hasFailed();
    await wait(betweenAttemptsMs);
  }
}
