import { cutsIn, levelSorting } from '@lerend/analysis';
import type { Snapshot } from '@lerend/analysis';
import { areaOf, highestLevelOf, isAreaCode } from '@lerend/instrument';
import type { Language } from '#lib/platform/language/index.ts';
import type { SortingPart } from '../contract.ts';
import { qualityMessages } from '../messages.ts';

/**
 * How accurately the units below the whole are sorted into levels, all of them together: computed at reading, from the
 * published cells and the cut scores that the result keeps.
 */
export function presentSorting(snapshot: Snapshot, language: Language): SortingPart | null {
  const say = qualityMessages(language);
  const percent = (share: number) => say('percent', { share: Math.round(100 * share) });
  const sorted = snapshot.areaIds.flatMap((areaId) => {
    if (!isAreaCode(areaId)) return [];
    const cells = snapshot.units.flatMap(({ depth, areas }) => {
      const cell = depth === 0 ? null : areas.find((area) => area.areaId === areaId)?.cell;
      return cell ? [cell] : [];
    });
    const sorting = levelSorting(cells, highestLevelOf(snapshot.form), cutsIn(snapshot, areaId));
    return sorting ? [{ name: areaOf(areaId).shortName[language], ...sorting }] : [];
  });
  const accuracies = sorted.map(({ accuracy }) => Math.round(100 * accuracy));
  if (sorted.length === 0) return null;
  return {
    sentence: say('sorting-sentence', { least: Math.min(...accuracies), most: Math.max(...accuracies) }),
    areas: sorted.map(({ name, units, accuracy, consistency, namedAlone }) => ({
      name,
      accuracy: percent(accuracy),
      consistency: percent(consistency),
      namedAlone: say('sorting-named', { named: namedAlone, units }),
    })),
  };
}
