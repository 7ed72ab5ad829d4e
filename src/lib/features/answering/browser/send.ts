import type {
  BallotRequest,
  CredentialAnswer,
  CredentialRequest,
  GroupAnswer,
  GroupRequest,
} from '../contract-line.ts';
import type { OpenBallotRequest, RefusedAnswer } from '../contract-line.ts';
import type { BallotMaker, Sealing, SealingFault } from './sealing.ts';

export type Door = 'group' | 'credential' | 'ballot' | 'open';

/** What asking the server needs from outside; `wait` may end early, when the connection is back. */
export interface AskingTools {
  /** The response's status and JSON; a throw means that nothing came back. */
  post(door: Door, body: object): Promise<{ readonly status: number; readonly content: unknown }>;
  wait(milliseconds: number): Promise<void>;
  /** Called each time that an attempt failed and there will be another one. */
  waiting(): void;
}

export interface SendingTools extends AskingTools {
  readonly maker: BallotMaker;
  /** Keeps what must outlive a dropped connection. Called before anything is asked for that can be had once only. */
  keep(sealing: Sealing): void;
  /** Why what came from the server mustn't be used, for the respondent. */
  sentenceOf(fault: SealingFault): string;
}

export interface ToSend {
  readonly code: string;
  readonly scanCode: string;
  /** As it stood in the link; empty without. */
  readonly fingerprint: string;
  /** Who can open the ballots, as the page says. */
  readonly openingKey: 'keeper' | 'server';
  readonly sealing: Sealing | null;
  /** null: withdrawn. */
  readonly payload: string | null;
  /** The ballot with words; null when the form asks for none. */
  readonly openPayload: string | null;
  readonly researchConsent?: 'yes';
  /** What the server said of this code before, on this page; else it's asked. */
  readonly group?: GroupAnswer | undefined;
}

/** The ballots as they leave: sealed, with nothing that says whose they are. */
export interface ReadyBallots {
  readonly ballot: BallotRequest;
  readonly open: OpenBallotRequest | null;
}

export type Ready =
  { readonly ok: true; readonly ready: ReadyBallots } | { readonly ok: false; readonly refused: RefusedAnswer };

/**
 * From answers to ballots that may leave: asks for the group, checks it, gets the blinded numbers signed and seals. Every
 * request can safely be repeated: what was made is kept, and the same blinded numbers get the same signatures. Whoever
 * has credentials already (a change of mind) is sealed again under them, and the server isn't asked anything.
 */
export async function makeReady(toSend: ToSend, tools: SendingTools): Promise<Ready> {
  const { payload, openPayload, researchConsent, sealing } = toSend;
  const withConsent = (ballot: BallotRequest): BallotRequest =>
    researchConsent ? { ...ballot, researchConsent } : ballot;
  const given = hasCredentials(sealing)
    ? { ok: true as const, content: { sealing, signed: null } }
    : await signedBy(toSend, tools);
  if (!given.ok) return given;
  const sealed = await tools.maker.seal({ ...given.content, payload, openPayload });
  if (!sealed.ok) return refusedFor(sealed.fault, tools);
  tools.keep(sealed.sealing);
  return { ok: true, ready: { ballot: withConsent(sealed.ballot), open: sealed.open } };
}

interface Signed {
  readonly sealing: Sealing;
  readonly signed: { readonly answer: CredentialAnswer; readonly group: GroupAnswer };
}

async function signedBy(
  { code, scanCode, fingerprint, openingKey, sealing, researchConsent, group: known }: ToSend,
  tools: SendingTools,
): Promise<Answered<Signed>> {
  const group = known ? { ok: true as const, content: known } : await askGroup(code, tools);
  if (!group.ok) return group;
  const prepared = await tools.maker.prepare({ group: group.content, scanCode, fingerprint, openingKey, sealing });
  if (!prepared.ok) return refusedFor(prepared.fault, tools);
  tools.keep(prepared.sealing);
  const request: CredentialRequest = {
    code,
    blinded: prepared.blinded,
    blindedWords: prepared.blindedWords,
    ...(researchConsent ? { researchConsent } : {}),
  };
  const answer = await untilAnswered<CredentialAnswer>('credential', request, tools);
  if (!answer.ok) return answer;
  return {
    ok: true,
    content: { sealing: prepared.sealing, signed: { answer: answer.content, group: group.content } },
  };
}

/** Which group a code belongs to. It changes nothing on the server, and doesn't say whether the code was used. */
export function askGroup(code: string, tools: AskingTools): Promise<Answered<GroupAnswer>> {
  return untilAnswered<GroupAnswer>('group', { code } satisfies GroupRequest, tools);
}

/** Hands both ballots in at once: for programs that play many respondents. A respondent's page uses `letLeave`. */
export async function deliver({ ballot, open }: ReadyBallots, tools: AskingTools): Promise<Answered<unknown>> {
  const received = await untilAnswered('ballot', ballot, tools);
  return received.ok && open !== null ? untilAnswered('open', open, tools) : received;
}

function hasCredentials(sealing: Sealing | null): sealing is Sealing {
  return sealing !== null && sealing.ballot.proof !== null && sealing.words?.proof !== null;
}

function refusedFor(fault: SealingFault, { sentenceOf }: SendingTools): { ok: false; refused: RefusedAnswer } {
  return { ok: false, refused: { sentence: sentenceOf(fault) } };
}

export type Answered<Content> =
  | { readonly ok: true; readonly content: Content }
  | { readonly ok: false; readonly refused: RefusedAnswer & { readonly status?: number } };

const firstWait = 1000;
const longestWait = 30_000;

/** Asks until the server has answered, or said no. */
export async function untilAnswered<Content>(
  door: Door,
  body: object,
  { post, wait, waiting }: AskingTools,
): Promise<Answered<Content>> {
  for (let pause = firstWait; ; pause = Math.min(pause * 2, longestWait)) {
    const answer = await post(door, body).catch(() => undefined);
    if (answer && answer.status < 300) return { ok: true, content: answer.content as Content };
    if (answer && isFinal(answer.status))
      return { ok: false, refused: { ...(answer.content as RefusedAnswer), status: answer.status } };
    waiting();
    await wait(pause);
  }
}

/** A no to what was sent; being too slow or out of order isn't one. */
function isFinal(status: number): boolean {
  return status >= 400 && status < 500 && status !== 408;
}
