import type { PanelOutcome } from '@lerend/psychometrics';
import type { Context } from '#lib/platform/context/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import type { Judgements, SessionOutcome } from '../contract.ts';
import { settingMessages } from '../messages.ts';
import { settingStore } from './store.ts';
import type { PanellistRow, SessionRow } from './store.ts';

/** A session of this organisation, locked for who is going to change it; refused when there is none. */
export async function lockedSession(inside: Context, sessionId: string): Promise<SessionRow> {
  const session = await settingStore(inside.database).lock(sessionId);
  if (!session) throw new Refusal(404, settingMessages(inside.language)('session-unknown'));
  return session;
}

export async function sessionOrRefusal(context: Context, sessionId: string): Promise<SessionRow> {
  const session = await settingStore(context.database).session(sessionId);
  if (!session) throw new Refusal(404, settingMessages(context.language)('session-unknown'));
  return session;
}

/** The round whose judgements count now: in between still those of the first. */
export const roundOf = ({ state }: Pick<SessionRow, 'state'>): 1 | 2 => (state === 'round-2' ? 2 : 1);

/** Refused outside a round: nothing is judged while the panel talks, or after closing. */
export function refuseOutsideRound(session: SessionRow, language: Context['language']): void {
  if (session.state === 'between' || session.state === 'closed')
    throw new Refusal(409, settingMessages(language)(session.state === 'between' ? 'round-over' : 'session-closed'));
}

/* What our own store kept, as it went in. */
export const judgementsOf = ({ judgements }: Pick<PanellistRow, 'judgements'>): Judgements =>
  (judgements ?? {}) as unknown as Judgements;
export const firstRoundOf = ({ firstRound }: Pick<SessionRow, 'firstRound'>): PanelOutcome | null =>
  firstRound as unknown as PanelOutcome | null;
export const outcomeOf = ({ outcome }: Pick<SessionRow, 'outcome'>): SessionOutcome | null =>
  outcome as unknown as SessionOutcome | null;
