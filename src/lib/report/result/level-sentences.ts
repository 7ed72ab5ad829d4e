import { cutScoresOf } from '@lerend/analysis';
import type { Snapshot } from '@lerend/analysis';
import type { Words } from '../language.ts';

/** Where the levels begin and who says so: provisional, or set by a panel; in both cases no norms. */
export function levelsSentence(snapshot: Snapshot, words: Words): string {
  const { version, status, setting } = cutScoresOf(snapshot);
  if (status === 'provisional') return words.say('result.provisional');
  if (!setting) return words.say('result.levelsSet', { version });
  return words.say('result.levelsSetByPanel', { version, panellists: setting.panellists, year: String(setting.year) });
}

/** That the previous peiling drew its levels elsewhere, as at most one sentence. */
export function otherLevelsSentence(snapshot: Snapshot, words: Words): string[] {
  const { otherCutScoresBefore: before } = snapshot;
  if (before === undefined) return [];
  return [words.say('result.otherLevels', { before, now: cutScoresOf(snapshot).version })];
}
