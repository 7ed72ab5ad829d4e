import { areas, builtInCutScores } from '@lerend/instrument';
import type { CutScores } from '@lerend/instrument';
import { dayOf } from '#lib/platform/clock/index.ts';
import { authorize } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import type { Language } from '#lib/platform/language/index.ts';
import type { CutScoreVersion, LevelsPage } from '../contract.ts';
import { readKept } from './kept-cut-scores.ts';
import { mayAdoptCutScores, maySeeCutScores } from './policy.ts';
import { cutScoreStore } from './store.ts';

/** The cut scores that hold, what was adopted before, and what one can return to. */
export async function levelsPage(context: Context): Promise<LevelsPage> {
  authorize(context, maySeeCutScores(context.actor));
  const store = cutScoreStore(context.database);
  const [rows, adoptions] = await Promise.all([store.versions(), store.adoptions()]);
  const versions = [
    ...rows.map(({ id, source, document }) => present({ id, source }, readKept(document), context.language)),
    present({ id: null, source: 'built-in' }, builtInCutScores, context.language),
  ];
  const inForceId = adoptions[0]?.versionId ?? null;
  const inForce = versions.find(({ id }) => id === inForceId);
  if (!inForce) throw new Error(`there are no cut scores ${inForceId}`);
  return {
    inForce,
    others: versions.filter((version) => version !== inForce),
    history: adoptions.map(({ version, adoptedAt, adoptedBy }) => ({
      version: version ?? builtInCutScores.version,
      on: dayOf(adoptedAt),
      by: adoptedBy,
    })),
    mayAdopt: mayAdoptCutScores(context.actor),
  };
}

function present(
  of: Pick<CutScoreVersion, 'id' | 'source'>,
  { version, status, rationale, cuts, areaCuts, setting }: CutScores,
  language: Language,
): CutScoreVersion {
  return {
    ...of,
    version,
    status,
    rationale: rationale[language],
    cuts,
    areas: areas.flatMap(({ code, shortName }) => {
      const own = areaCuts?.[code];
      return own ? [{ name: shortName[language], cuts: own }] : [];
    }),
    setting: setting ?? null,
  };
}
