import { openSealedBallots, unsealInParts } from '@lerend/ballot';
import type { OpenedBlock, OpeningDefinition, UnsealPart } from '@lerend/ballot';
import { snapshotForm } from '@lerend/analysis';
import type { ProfileAnswers } from '@lerend/analysis';
import { joinSmallGroups } from '@lerend/disclosure';
import { profileQuestionsOf } from '@lerend/instrument';
import { dropIssuance } from '#lib/features/invitation/server/index.ts';
import { dropGroupKeys, isPrivateHalf, manifestOf } from '#lib/features/manifest/server/index.ts';
import type { KeptManifest } from '#lib/features/manifest/server/index.ts';
import type { PublicScan } from '#lib/features/scan/contract.ts';
import { audit, authorize } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import { answeringMessages } from '../messages.ts';
import { countTools, receiptKeyOf } from './opening.ts';
import type { Opening } from './opening.ts';
import { followOpening } from './opening-progress.ts';
import { openPilot } from './open-pilot.ts';
import { openWords } from './open-words.ts';
import { mayOpenBallots } from './policy.ts';
import { ballotsInParts } from './received-ballots.ts';
import { answeringStore } from './store.ts';
import { withUnsealing } from './unseal-in-threads.ts';
import type { CountReport, KeptBallot } from './store.ts';

/**
 * What is done with the answers as soon as they are there: it reads what it needs, and what it gives back is done while the
 * words are being opened, which keep the database busy.
 */
export type WhenCounted = (counted: {
  /** In memory, to be counted before anything is kept: no row has them. Null where no profile question was asked. */
  readonly profile: ProfileAnswers | null;
}) => Promise<() => Promise<void>>;

/**
 * Opens the ballots of a closed peiling with the private half of its opening key, inside the caller's transaction: from
 * here on there are rows per group, and no ballot, no number, nothing that says which codes were used, and no key that
 * could make another credential. The only writer of answers. Once only.
 */
export async function openBallots(
  inside: Context,
  scanId: string,
  privateKey: Uint8Array,
  whenCounted: WhenCounted = () => Promise.resolve(() => Promise.resolve()),
): Promise<{ counted: number }> {
  authorize(inside, mayOpenBallots(inside.actor));
  const store = answeringStore(inside.database);
  const say = answeringMessages(inside.language);
  const scan = await store.lockScan(scanId);
  if (!scan) throw new Refusal(404, say('scan-unknown'));
  if (scan.state === 'draft' || scan.state === 'open') throw new Refusal(409, say('not-closed'));
  if (await store.report(scanId)) throw new Refusal(409, say('opened-before'));
  const manifest = await manifestOf(inside.database, scanId);
  if (!manifest) throw new Refusal(409, say('keys-being-made'));
  if (!isPrivateHalf(privateKey, manifest.openingKey.publicKey)) throw new Refusal(422, say('opening-key-wrong'));
  const ballotCount = await store.countBallots(scanId);
  const progress = followOpening(scanId, ballotCount);
  try {
    const opening = openingWith(manifest, {
      scanId,
      privateKey,
      receiptKey: receiptKeyOf(inside),
      progress: progress.at,
      ballotCount,
      definition: definitionOf(scan),
    });
    const { counted } =
      scan.kind === 'pilot'
        ? await countPilot(inside, opening, whenCounted)
        : await countGroups(inside, opening, { manifest, minimum: scan.minimumGroupSize, whenCounted });
    await store.dropBallots(scanId);
    await dropIssuance(inside.database, scanId);
    await dropGroupKeys(inside, scanId);
    await audit(inside, 'ballots.opened', scanId);
    return { counted };
  } finally {
    progress.end();
  }
}

async function countPilot(inside: Context, opening: Opening, whenCounted: WhenCounted): Promise<CountReport> {
  const report = await openPilot(inside, opening);
  await answeringStore(inside.database).keepReport(report);
  const finish = await whenCounted({ profile: null });
  await finish();
  return report;
}

interface GroupCount {
  readonly manifest: KeptManifest;
  readonly minimum: number;
  readonly whenCounted: WhenCounted;
}

function countGroups(inside: Context, opening: Opening, count: GroupCount): Promise<CountReport> {
  const { scanId, definition } = opening;
  const store = answeringStore(inside.database);
  return withUnsealing(opening, opening.ballotCount, async (unsealers) => {
    const opened = await openGroups(inside, opening, { ...count, unsealPart: unsealers.ballot });
    const report = { scanId, ...opened };
    await store.keepBlocks(scanId, opened.blocks);
    await store.keepReport(report);
    const profile = profileOf(definition, opened.blocks);
    const finish = await count.whenCounted({ profile });
    const words = await besides(openWords(inside, opening, unsealers.words), finish());
    await store.keepOpenAnswers(words);
    return report;
  });
}

/** Both are over before a fault of either is told: nothing asks a transaction anything that was given up. */
async function besides<Result>(work: Promise<Result>, other: Promise<void>): Promise<Result> {
  await Promise.allSettled([work, other]);
  await other;
  return work;
}

async function openGroups(
  inside: Context,
  opening: Opening,
  { manifest, minimum, unsealPart }: Omit<GroupCount, 'whenCounted'> & { readonly unsealPart: UnsealPart<KeptBallot> },
) {
  const { scanId, definition, progress } = opening;
  const parts = ballotsInParts(answeringStore(inside.database), scanId);
  const unsealed = await unsealInParts(parts, unsealPart, progress);
  const tree = manifest.groups.map(({ id, parent }) => ({ id, parentId: parent }));
  const isStrict = inside.anonymity === 'strict';
  const regroup = (counts: ReadonlyMap<string, number>) => joinSmallGroups(tree, counts, minimum);
  return openSealedBallots(unsealed, { definition, isStrict, regroup }, countTools);
}

function profileOf({ profile = [] }: OpeningDefinition, blocks: readonly OpenedBlock[]): ProfileAnswers | null {
  if (profile.length === 0) return null;
  return { questions: profile, rows: blocks.map(({ groupId, profile: bands }) => ({ unitId: groupId, bands })) };
}

function openingWith(
  { openingKey, groupKeys, wordsKey }: KeptManifest,
  { privateKey, ...others }: Omit<Opening, 'openingKey' | 'groupKeys'> & { readonly privateKey: Uint8Array },
): Opening {
  return {
    ...others,
    openingKey: { publicKey: openingKey.publicKey, privateKey },
    groupKeys: new Map([...groupKeys, ...(wordsKey ? [['words', wordsKey] as const] : [])]),
  };
}

function definitionOf({ form, instrumentVersion, profileQuestions }: ScanToOpen): OpeningDefinition {
  const { itemIds, areas, drawnPerArea } = snapshotForm(form);
  const profile = profileQuestionsOf(profileQuestions).map(({ id, bands }) => ({ id, bands: bands.length }));
  const asked = { form, instrumentVersion, itemIds, profile };
  if (drawnPerArea === null) return asked;
  const sets = areas.map(({ columns }) => columns.flatMap((column) => itemIds[column] ?? []));
  return { ...asked, drawn: { most: drawnPerArea, sets } };
}

interface ScanToOpen extends Pick<PublicScan, 'form' | 'instrumentVersion'> {
  readonly profileQuestions: readonly string[];
}
