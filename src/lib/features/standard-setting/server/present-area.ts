import { areaOf, itemsOfArea, levelDescription, levelNames, levels } from '@lerend/instrument';
import type { AreaCode } from '@lerend/instrument';
import type { PanelOutcome } from '@lerend/psychometrics';
import type { Language } from '#lib/platform/language/index.ts';
import type { JudgedArea, Judgements, PanelSpread, SessionForm } from '../contract.ts';

/** One area to judge: what its levels look like, its items with the own judgements, and the panel's of the first round. */
export function presentArea(
  code: AreaCode,
  {
    form,
    judged,
    first,
    language,
  }: { form: SessionForm; judged: Judgements; first: PanelOutcome | null; language: Language },
): JudgedArea {
  const { shortName, definition } = areaOf(code);
  return {
    code,
    name: shortName[language],
    definition: definition[language],
    levels: levels.map((level) => ({
      name: levelNames[level].name[language],
      description: levelDescription(code, level)[language],
    })),
    items: itemsOfArea(code, form).map((item) => ({
      id: item.id,
      text: item.text[language],
      own: judged[item.id] ?? null,
      panel: first && spreadOf(first, item.id),
    })),
  };
}

function spreadOf(first: PanelOutcome, itemId: string): readonly PanelSpread[] | null {
  const spread = first.items
    .find(({ id }) => id === itemId)
    ?.cuts.map(({ median, lowerQuartile, upperQuartile }) => {
      const [middle, low, high] = [median.value, lowerQuartile.value, upperQuartile.value];
      return middle === null || low === null || high === null ? [] : [{ median: middle, low, high }];
    });
  return spread?.every((one) => one.length === 1) ? spread.flat() : null;
}
