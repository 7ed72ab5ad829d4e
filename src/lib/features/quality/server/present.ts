import type { AreaReliability, WholeResult } from '@lerend/analysis';
import { publicationRules } from '@lerend/disclosure';
import type { Language } from '#lib/platform/language/index.ts';
import { areaName, wordsIn } from '#lib/report/index.ts';
import type { AlikePart, AreaQuality, ReliabilityPart } from '../contract.ts';
import { qualityMessages } from '../messages.ts';

/** A convention: Nunnally & Bernstein (1994), Psychometric Theory, 3rd edition, p. 264. Below, the single questions say more. */
const enoughForGroups = 0.7;
const good = 0.8;

const inTwoDecimals = (value: number | null, language: Language): string =>
  value === null ? '–' : wordsIn(language).number(value, 2);

/** The strongest thing that can be said, as a sentence. */
export function qualityHeading({ reliability, distinctness }: WholeResult, language: Language): string {
  const say = qualityMessages(language);
  if (distinctness === null) return say(reliability === null ? 'heading-too-few' : 'heading-measured');
  const areas = new Set(distinctness.pairs.flatMap(({ areaIds }) => areaIds)).size;
  return distinctness.areApart ? say('heading-apart') : say('heading-alike', { areas });
}

export function presentReliability(whole: WholeResult, language: Language): ReliabilityPart {
  const say = qualityMessages(language);
  if (whole.reliability === null) {
    const sentence =
      whole.undefined.reliability === 'single-item-areas'
        ? say('reliability-single')
        : say('reliability-too-few', { least: publicationRules.minimumForDrivers });
    return { sentence, areas: [] };
  }
  const weak = whole.reliability.filter((area) => verdictOf(area) === 'weak');
  return {
    sentence: say('reliability-sentence', {
      weak: weak.length,
      names: weak.map(({ areaId }) => areaName(areaId, language)).join(', '),
    }),
    areas: whole.reliability.map((area): AreaQuality => ({
      name: areaName(area.areaId, language),
      verdict: say(`verdict-${verdictOf(area)}`),
      n: wordsIn(language).number(area.n),
      alpha: inTwoDecimals(area.alpha, language),
      omega: inTwoDecimals(area.omegaTotal, language),
    })),
  };
}

/** Omega where it exists, since alpha is its lower bound; else alpha. */
function verdictOf({ alpha, omegaTotal }: AreaReliability): 'good' | 'enough' | 'weak' | 'unknown' {
  const reliability = omegaTotal ?? alpha;
  if (reliability === null) return 'unknown';
  return reliability >= good ? 'good' : reliability >= enoughForGroups ? 'enough' : 'weak';
}

export function presentAlike({ distinctness, correlations }: WholeResult, language: Language): AlikePart {
  const say = qualityMessages(language);
  const pairs = (distinctness?.pairs ?? []).map(({ areaIds, corrected }) =>
    say('alike-pair', {
      one: areaName(areaIds[0], language),
      other: areaName(areaIds[1], language),
      // Above 1 is an estimate's noise; what it says is "the same".
      corrected: inTwoDecimals(Math.min(corrected, 1), language),
    }),
  );
  const sentence =
    distinctness === null
      ? say(correlations === null ? 'alike-too-few' : 'alike-not-corrected', {
          least: publicationRules.minimumForDrivers,
        })
      : say(distinctness.areApart ? 'alike-none' : 'alike-some');
  return {
    sentence,
    pairs,
    table: correlations && {
      names: correlations.areaIds.map((id) => areaName(id, language)),
      rows: correlations.matrix.map((row) => row.map((value) => inTwoDecimals(value, language))),
    },
  };
}
