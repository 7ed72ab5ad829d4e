import type { AreaCell } from '@lerend/disclosure';
import { builtInCutScores, cutsFor, highestLevelOf } from '@lerend/instrument';
import type { CutScores, LevelCuts } from '@lerend/instrument';
import { levelOf } from './band.ts';
import type { LevelReading } from './band.ts';
import type { Snapshot } from './snapshot.ts';

/*
 * The one way from a snapshot to levels. A snapshot keeps the cut scores that held when its peiling opened; whatever is
 * adopted later leaves it as it was.
 */

/** The cut scores of a snapshot. One without any is from before there was a choice: version 2026-1, the built-in one. */
export function cutScoresOf({ cutScores }: Pick<Snapshot, 'cutScores'>): CutScores {
  return cutScores ?? builtInCutScores;
}

/** The cuts by which an area of this snapshot is read. */
export function cutsIn(snapshot: Pick<Snapshot, 'cutScores'>, areaId: string): LevelCuts {
  return cutsFor(cutScoresOf(snapshot), areaId);
}

/** The level of an area's cell in this snapshot, by its own cuts and no higher than its form can show. */
export function levelIn(
  snapshot: Pick<Snapshot, 'cutScores' | 'form'>,
  areaId: string,
  cell: Pick<AreaCell, 'n' | 'centre' | 'band'>,
): LevelReading {
  return levelOf(cell, highestLevelOf(snapshot.form, cell.n), cutsIn(snapshot, areaId));
}
