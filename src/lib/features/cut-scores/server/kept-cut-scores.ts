import { builtInCutScores } from '@lerend/instrument';
import type { CutScores } from '@lerend/instrument';
import type { OrganisationDatabase } from '#lib/platform/database/index.ts';
import { cutScoreStore } from './store.ts';

/** A document that our own store kept: it was checked before it went in. */
export const readKept = (document: unknown): CutScores => document as CutScores;

/** The version that holds for a peiling that opens now; null: the built-in one. */
export async function currentVersion(database: OrganisationDatabase): Promise<string | null> {
  return (await cutScoreStore(database).current())?.versionId ?? null;
}

/** The cut scores that hold for a peiling that opens now. For what has been opened, ask its own. */
export async function currentCutScores(database: OrganisationDatabase): Promise<CutScores> {
  const current = await cutScoreStore(database).current();
  return current && current.versionId !== null ? readKept(current.document) : builtInCutScores;
}

/** The cut scores of a version by its id; null: the built-in ones. */
export async function keptCutScores(database: OrganisationDatabase, versionId: string | null): Promise<CutScores> {
  if (versionId === null) return builtInCutScores;
  const row = await cutScoreStore(database).version(versionId);
  if (!row) throw new Error(`there are no cut scores ${versionId}`);
  return readKept(row.document);
}
