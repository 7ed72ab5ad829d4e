import type {
  BallotRequest,
  CredentialAnswer,
  CredentialRequest,
  OpenBallotRequest,
  RefusedAnswer,
} from '../contract.ts';

/** What sending needs from outside; `wait` may end early, when the connection is back. */
export interface SendingTools {
  /** The response's status and JSON; a throw means that nothing came back. */
  post(
    door: 'credential' | 'ballot' | 'open',
    body: object,
  ): Promise<{ readonly status: number; readonly content: unknown }>;
  wait(milliseconds: number): Promise<void>;
  /** Called each time that an attempt failed and there will be another one. */
  waiting(): void;
}

export interface ToSend extends CredentialRequest {
  readonly payload: string;
  /** The ballot with words; null when the form asks for none. */
  readonly openPayload: string | null;
}

export type Sent = { readonly ok: true } | { readonly ok: false; readonly refused: RefusedAnswer };

const firstWait = 1000;
const longestWait = 30_000;

/**
 * Sends a ballot until the server has said that it has it, or said no. Every request can safely be repeated: the number
 * stays the same, and a second ballot of one number takes the place of the first.
 */
export async function sendBallot(
  { code, number, payload, openPayload, ...consent }: ToSend,
  tools: SendingTools,
): Promise<Sent> {
  const asked = await untilAnswered<CredentialAnswer>(
    () => tools.post('credential', { code, number, ...consent } satisfies CredentialRequest),
    tools,
  );
  if (!asked.ok) return asked;
  const { credential, scanUnit, open } = asked.content;
  const ballot: BallotRequest = { number, credential, scanUnit, payload, ...consent };
  const sent = await untilAnswered(() => tools.post('ballot', ballot), tools);
  if (!sent.ok || openPayload === null || open === null) return sent;
  const words: OpenBallotRequest = { ...open, payload: openPayload };
  return untilAnswered(() => tools.post('open', words), tools);
}

type Answered<Content> =
  { readonly ok: true; readonly content: Content } | { readonly ok: false; readonly refused: RefusedAnswer };

async function untilAnswered<Content>(
  attempt: () => ReturnType<SendingTools['post']>,
  { wait, waiting }: SendingTools,
): Promise<Answered<Content>> {
  for (let pause = firstWait; ; pause = Math.min(pause * 2, longestWait)) {
    const answer = await attempt().catch(() => undefined);
    if (answer && answer.status < 300) return { ok: true, content: answer.content as Content };
    if (answer && isFinal(answer.status)) return { ok: false, refused: answer.content as RefusedAnswer };
    waiting();
    await wait(pause);
  }
}

/** A no to what was sent; being too slow or out of order isn't one. */
function isFinal(status: number): boolean {
  return status >= 400 && status < 500 && status !== 408;
}
