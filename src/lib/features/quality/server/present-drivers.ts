import type { OutcomeDrivers, Snapshot } from '@lerend/analysis';
import { publicationRules } from '@lerend/disclosure';
import { forms, outcomeItems } from '@lerend/instrument';
import type { Language } from '#lib/platform/language/index.ts';
import { areaName } from '#lib/report/index.ts';
import type { DriversPart, OutcomeDriversPart } from '../contract.ts';
import { qualityMessages } from '../messages.ts';

/**
 * Per cent: eleven predictors of nothing explain about 11 in 200 by chance alone, which is 5 or 6. Up to twice that we
 * name no area.
 */
const hardlyAnything = 11;

/** What goes together with the outcomes, or why that isn't there. */
export function presentDrivers({ form, whole }: Snapshot, language: Language): DriversPart {
  const say = qualityMessages(language);
  if (!forms[form].hasOutcomeItems) return { missing: say('drivers-not-asked'), outcomes: [] };
  if (whole.drivers === null)
    return { missing: say('drivers-too-few', { least: publicationRules.minimumForDrivers }), outcomes: [] };
  return { missing: null, outcomes: whole.drivers.map((drivers) => presentOutcome(drivers, language)) };
}

function presentOutcome({ outcome, n, explained, areas }: OutcomeDrivers, language: Language): OutcomeDriversPart {
  const say = qualityMessages(language);
  const name = outcomeItems.find((item) => item.outcome === outcome)?.name[language] ?? outcome;
  const [first] = areas;
  return {
    name,
    sentence:
      first === undefined || explained <= hardlyAnything
        ? say('drivers-little', { outcome: name, explained })
        : say('drivers-sentence', {
            outcome: name,
            explained,
            first: areaName(first.areaId, language),
            share: first.share,
          }),
    caption: say('drivers-caption', { outcome: name, n }),
    areas: areas.map(({ areaId, share, interval }) => ({
      name: areaName(areaId, language),
      share: say('percent', { share }),
      interval: interval ? say('interval', { low: interval[0], high: interval[1] }) : '–',
    })),
  };
}
