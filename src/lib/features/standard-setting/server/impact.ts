import { highestLevelOf, levelNames, levelOfScore, levels } from '@lerend/instrument';
import type { LevelCuts } from '@lerend/instrument';
import { publishedResults, resultOf } from '#lib/features/result/server/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import type { SessionPage } from '../contract.ts';

/**
 * What cuts would make of the last result that everyone may read: on how many areas of the whole organisation each
 * level would stand. Null when there is no such result, or it has no figures.
 */
export async function impactOf(context: Context, cuts: LevelCuts): Promise<SessionPage['impact']> {
  const { results } = await publishedResults(context);
  const last = results.find(({ isPublished, hasFigures }) => isPublished && hasFigures);
  if (!last) return null;
  const { areas, scan } = await resultOf(context, last.id);
  const highest = highestLevelOf(scan.form);
  const places = areas.flatMap(({ cell }) => (cell ? [levelOfScore(cell.centre, highest, cuts)] : []));
  return {
    scanTitle: scan.title,
    counts: levels.slice(0, levels.indexOf(highest) + 1).map((level) => ({
      level: levelNames[level].name[context.language],
      areas: places.filter((place) => place === level).length,
    })),
  };
}
