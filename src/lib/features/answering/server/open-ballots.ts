import { randomBytes } from 'node:crypto';
import { openBallots as open, shuffle } from '@lerend/ballot';
import type { OpeningDefinition } from '@lerend/ballot';
import { snapshotForm } from '@lerend/analysis';
import type { PublicScan } from '#lib/features/scan/contract.ts';
import { audit, authorize } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { newId } from '#lib/platform/database/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import { decodeOpenBallot } from '../contract.ts';
import { answeringMessages } from '../messages.ts';
import { openPilot } from './open-pilot.ts';
import { mayOpenBallots } from './policy.ts';
import { answeringStore } from './store.ts';

/**
 * Opens the ballots of a closed peiling, inside the caller's transaction: from here on there are rows per unit, and no
 * ballot, no number and nothing that ties a code to either. The only writer of answers. Once only.
 */
export async function openBallots(inside: Context, scanId: string): Promise<{ counted: number }> {
  authorize(inside, mayOpenBallots(inside.actor));
  const store = answeringStore(inside.database);
  const say = answeringMessages(inside.language);
  const scan = await store.lockScan(scanId);
  if (!scan) throw new Refusal(404, say('scan-unknown'));
  if (scan.state === 'draft' || scan.state === 'open') throw new Refusal(409, say('not-closed'));
  if (await store.report(scanId)) throw new Refusal(409, say('opened-before'));
  const random = (count: number) => new Uint8Array(randomBytes(count));
  if (scan.kind === 'pilot') return openPilot(inside, scanId, definitionOf(scan), random);
  const sealed = (await store.takeBallots(scanId)).map(({ scanUnitId, payload }) => ({ groupId: scanUnitId, payload }));
  const { blocks, counted, rejected, languages, speedBands } = open(sealed, definitionOf(scan), random);
  const words = await openWords(inside, scanId, random);
  await store.keepBlocks(scanId, blocks);
  await store.keepOpenAnswers(words);
  await store.keepReport({ scanId, counted, rejected, languages, speedBands });
  await store.forgetNumbers(scanId);
  await audit(inside, 'ballots.opened', scanId);
  return { counted };
}

function definitionOf({ form, instrumentVersion }: Pick<PublicScan, 'form' | 'instrumentVersion'>): OpeningDefinition {
  const { itemIds, areas, drawnPerArea } = snapshotForm(form);
  const asked = { form, instrumentVersion, itemIds };
  if (drawnPerArea === null) return asked;
  const sets = areas.map(({ columns }) => columns.flatMap((column) => itemIds[column] ?? []));
  return { ...asked, drawn: { most: drawnPerArea, sets } };
}

/** Each answer in words by itself: who wrote one can't be told from who wrote another. */
async function openWords(inside: Context, scanId: string, random: (count: number) => Uint8Array) {
  const taken = await answeringStore(inside.database).takeOpenBallots(scanId);
  const answers = taken.flatMap(({ payload }) => {
    const decoded = decodeOpenBallot(new Uint8Array(payload));
    return decoded.ok ? Object.entries(decoded.ballot.answers) : [];
  });
  return shuffle(answers, random).map(([questionId, text]) => ({ scanId, id: newId(), questionId, text }));
}
