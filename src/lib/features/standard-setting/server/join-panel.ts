import { randomInt } from 'node:crypto';
import { z } from 'zod';
import { authorize, contextOf, inTransaction, productActor } from '#lib/platform/context/index.ts';
import type { Context, Platform } from '#lib/platform/context/index.ts';
import { newId } from '#lib/platform/database/index.ts';
import { read } from '#lib/platform/form/index.ts';
import type { Language } from '#lib/platform/language/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import { mostPanellists } from '../contract.ts';
import type { JoinPage, PanelRole } from '../contract.ts';
import { settingFaults, settingMessages } from '../messages.ts';
import { keyDigest, newPanelKey, readLetters } from './panel-key.ts';
import { mayHoldSession } from './policy.ts';
import { birdNames } from './pseudonyms.ts';
import { ofSession, panelRole } from './session-input.ts';
import { lockedSession, sessionOrRefusal } from './session-of.ts';
import { settingStore } from './store.ts';
import { sessionDirectory } from './store-directory.ts';

/** The organisation behind the code of a session, for somebody without an account; refused when the code leads nowhere. */
export async function behindCode(
  platform: Platform,
  typed: string,
  language: Language,
): Promise<{ context: Context; sessionId: string; organisationName: string }> {
  const code = readLetters(typed, 'code');
  const address = code === null ? undefined : await sessionDirectory(platform.database).address(code);
  if (!address) throw new Refusal(404, settingMessages(language)('link-unknown'));
  const { organisationId, targetId, organisationName } = address;
  return {
    context: contextOf(platform, { organisationId, actor: productActor, language }),
    sessionId: targetId,
    organisationName,
  };
}

/** What somebody sees who opens the link of a session. */
export async function joinPage(platform: Platform, code: string, language: Language): Promise<JoinPage> {
  const { context, sessionId, organisationName } = await behindCode(platform, code, language);
  const { title, state } = await sessionOrRefusal(context, sessionId);
  const { length } = await settingStore(context.database).panellists(sessionId, 1);
  return { title, organisationName, state, isFull: length >= mostPanellists };
}

const JoinPanel = z.object({ role: panelRole });

/** Joins a panel: gives a key that only the one who joined has. The link is the invitation, so no account is asked. */
export async function joinPanel(
  platform: Platform,
  code: string,
  input: unknown,
  language: Language,
): Promise<{ key: string }> {
  const { role } = read(JoinPanel, input, settingFaults(language));
  const { context, sessionId } = await behindCode(platform, code, language);
  const key = newPanelKey();
  await inTransaction(context, (inside) => addPanellist(inside, sessionId, role, keyDigest(platform, sessionId, key)));
  return { key };
}

const AddPaperSheet = ofSession.extend({ role: panelRole });

/** A place in the panel for who judges on paper. */
export async function addPaperSheet(context: Context, input: unknown): Promise<{ panellistId: string }> {
  const { sessionId, role } = read(AddPaperSheet, input, settingFaults(context.language));
  authorize(context, mayHoldSession(context.actor));
  return inTransaction(context, async (inside) => ({
    panellistId: await addPanellist(inside, sessionId, role, null),
  }));
}

/** Under a bird that is free, drawn by lot: who came first can't be told from it. */
async function addPanellist(
  inside: Context,
  sessionId: string,
  role: PanelRole,
  digest: Uint8Array | null,
): Promise<string> {
  const say = settingMessages(inside.language);
  const session = await lockedSession(inside, sessionId);
  if (session.state !== 'round-1') throw new Refusal(409, say('join-over'));
  const store = settingStore(inside.database);
  const taken = new Set((await store.panellists(sessionId, 1)).map(({ pseudonym }) => pseudonym));
  const free = birdNames.filter((bird) => !taken.has(bird));
  const pseudonym = free[randomInt(Math.max(1, free.length))];
  if (pseudonym === undefined || taken.size >= mostPanellists) throw new Refusal(409, say('panel-full'));
  const id = newId();
  await store.insertPanellist({ sessionId, id, pseudonym, role, keyDigest: digest });
  return id;
}
