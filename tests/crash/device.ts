import { setTimeout as wait } from 'node:timers/promises';
import { makeReady } from '#lib/features/answering/contract.ts';
import type { Sealing, SendingTools, ToSend } from '#lib/features/answering/contract.ts';
import { filledPayload, wordsPayload } from '../product/fill-in.ts';
import type { OpenPeiling } from '../product/make-peiling.ts';
import { connectTo, deviceTools } from '../product/respondent.ts';
import { killHeader, nameOf } from './kill-points.ts';
import type { Killed, KillPoint } from './kill-points.ts';
import type { Ledger } from './submitter.ts';

/** Where the server dies that gets this device's next request of the point's door. */
export interface Kill {
  readonly point: KillPoint;
  readonly killed: Killed;
}

/** One respondent's device, what it knows, and whether the server ever said something to it that can't be right. */
export interface Device {
  readonly ballot: Ledger;
  readonly words: Ledger;
  /** Other signatures for the same blinded numbers, and refusals of what may be asked. */
  readonly wrongs: readonly string[];
  hasCredential(): boolean;
  /** Asks and hands in what it has in one go; throws when nothing came back. */
  send(kill?: Kill): Promise<void>;
  /** The same until everything was acknowledged; half of the devices come with other answers. */
  sendUntilThere(): Promise<void>;
  /** Other answers under the same numbers from now on. */
  changeMind(): void;
  /** As if the credential had not arrived: it is asked for once more. */
  loseCredential(): void;
  /** Whether the server signs another number for this code. */
  getsAnother(): Promise<boolean>;
}

type Made = Extract<Awaited<ReturnType<typeof makeReady>>, { ok: true }>['ready'];

interface State {
  readonly peiling: OpenPeiling;
  readonly port: number;
  readonly code: string;
  readonly ballot: Ledger;
  readonly words: Ledger;
  readonly wrongs: string[];
  sealing: Sealing | null;
  /** What is to be handed in; null when it has yet to be made. */
  made: Made | null;
  /** The server's answer to the blinded numbers, as text. */
  credential: string | null;
}

const betweenAttemptsMs = 20;
const mostAttempts = 10;
let devices = 0;
let payloads = 0;

export function deviceOf(peiling: OpenPeiling, port: number, code: string): Device {
  const newLedger = (): Ledger => ({ number: '', acknowledged: null, unanswered: new Set() });
  const [ballot, words, wrongs] = [newLedger(), newLedger(), []];
  const state: State = { peiling, port, code, ballot, words, wrongs, sealing: null, made: null, credential: null };
  const isFickle = (devices += 1) % 2 === 0;
  const changeMind = (): void => {
    state.made = null;
  };
  return {
    ballot,
    words,
    wrongs,
    hasCredential: () => state.credential !== null,
    send: (kill) => send(state, kill),
    sendUntilThere: () => {
      if (isFickle) changeMind();
      return sendUntilThere(state);
    },
    changeMind,
    loseCredential: () => loseCredential(state),
    getsAnother: () => withTools(state, async (tools) => (await makeReady(wishOf(state, null), tools)).ok),
  };
}

function send(state: State, kill?: Kill): Promise<void> {
  return withTools(
    state,
    async (tools) => {
      state.made ??= await readied(state, tools);
      await handIn(state, tools, 'ballot', state.ballot);
      await handIn(state, tools, 'open', state.words);
    },
    kill,
  );
}

async function sendUntilThere(state: State): Promise<void> {
  for (let attempt = 1; attempt <= mostAttempts; attempt++) {
    try {
      await send(state);
      return;
    } catch {
      // The server isn't there yet, or said no: then it stands among what is wrong.
      await wait(betweenAttemptsMs);
    }
  }
  state.wrongs.push('no answer in the end');
}

function loseCredential(state: State): void {
  state.made = null;
  if (!state.sealing?.words) return;
  const { sealing } = state;
  const without = { ballot: { ...sealing.ballot, proof: null }, words: { ...state.sealing.words, proof: null } };
  state.sealing = { ...sealing, ...without };
}

function wishOf({ peiling, code }: State, sealing: Sealing | null): ToSend {
  return {
    code,
    scanCode: peiling.code,
    fingerprint: '',
    openingKey: 'server',
    sealing,
    payload: filledPayload(peiling, (payloads += 1)),
    openPayload: wordsPayload(),
  };
}

/** The device's own code on a connection of its own, on which one request may carry where its server dies. */
async function withTools<Result>(
  { peiling, port }: State,
  work: (tools: SendingTools) => Promise<Result>,
  kill?: Kill,
): Promise<Result> {
  const connection = connectTo(port);
  const post: SendingTools['post'] = async (door, body) => {
    const dies = kill?.point.door === door ? { [killHeader]: `${nameOf(kill.point)} ${kill.killed}` } : {};
    const { status, text } = await connection.ask({
      method: 'POST',
      path: `/s/${peiling.code}/${door}?language=nl`,
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...dies },
    });
    return { status, content: JSON.parse(text) as unknown };
  };
  try {
    return await work({ ...deviceTools(connection, peiling.code), post });
  } finally {
    connection.close();
  }
}

/** Ballots to hand in, with a credential that is asked for unless it is there. */
async function readied(state: State, tools: SendingTools): Promise<Made> {
  const outcome = await makeReady(wishOf(state, state.sealing), {
    ...tools,
    keep: (sealing) => {
      state.sealing = sealing;
      state.ballot.number = sealing.ballot.number;
      state.words.number = sealing.words?.number ?? '';
    },
    post: async (door, body) => {
      const answer = await tools.post(door, body);
      if (door === 'credential' && answer.status === 200) compareCredential(state, JSON.stringify(answer.content));
      return answer;
    },
  });
  if (outcome.ok) return outcome.ready;
  state.wrongs.push(outcome.refused.sentence);
  throw new Error(outcome.refused.sentence);
}

function compareCredential(state: State, credential: string): void {
  if (state.credential !== null && state.credential !== credential)
    state.wrongs.push('another signature for the same blinded number');
  state.credential = credential;
}

async function handIn(state: State, tools: SendingTools, door: 'ballot' | 'open', ledger: Ledger): Promise<void> {
  const ballot = state.made?.[door];
  if (!ballot || ledger.acknowledged === ballot.sealed) return;
  ledger.unanswered.add(ballot.sealed);
  const { status, content } = await tools.post(door, ballot);
  if (status !== 200) {
    if (status < 500) state.wrongs.push(`${door}: ${status} ${JSON.stringify(content)}`);
    throw new Error(`${door}: ${status}`);
  }
  ledger.acknowledged = ballot.sealed;
  ledger.unanswered.clear();
}
