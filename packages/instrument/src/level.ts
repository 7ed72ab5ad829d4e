import type { AreaCode } from './area.ts';
import { forms } from './form.ts';
import type { FormName } from './form.ts';
import { itemOf, itemsOf } from './items.ts';
import type { Localised } from './language.ts';
import type { LevelCuts } from './cut-scores.ts';

/** The levels, from low to high. */
export const levels = ['sometimes', 'begun', 'usual', 'improving'] as const;

/** How usual a practice is: soms, begonnen, gewoon, steeds beter. */
export type Level = (typeof levels)[number];

/** What each level is called, and what it means in one line. */
export const levelNames: Readonly<Record<Level, { readonly name: Localised; readonly meaning: Localised }>> = {
  sometimes: {
    name: { nl: 'soms', en: 'sometimes' },
    meaning: {
      nl: 'het gebeurt af en toe en hangt af van personen',
      en: 'it happens now and then, depending on persons',
    },
  },
  begun: {
    name: { nl: 'begonnen', en: 'begun' },
    meaning: {
      nl: 'jullie willen het, maar het gaat nog niet vanzelf',
      en: 'you want it, but it is not yet a matter of course',
    },
  },
  usual: {
    name: { nl: 'gewoon', en: 'usual' },
    meaning: {
      nl: 'zo werken jullie hier, wie er ook dienst heeft',
      en: 'this is how you work here, whoever is on duty',
    },
  },
  improving: {
    name: { nl: 'steeds beter', en: 'improving' },
    meaning: {
      nl: 'het is gewoon, en jullie maken het steeds beter',
      en: 'it is usual, and you keep making it better',
    },
  },
};

/**
 * People with a score from whom a scan in parts may say `improving`: of ten, the chance that nobody drew the area's
 * improvement item is at most (2/3)¹⁰, one in sixty. Of five it would be one in eight.
 */
const fewestForImprovingInParts = 10;

/**
 * The highest level that a form can show: `usual` for the pulse, because it asks no improvement item, `improving`
 * for the others. `people`: those with a score of whom a level is said; a scan in parts asks the improvement item of
 * some of them only, and stops at `usual` under ten. Left out: the highest that the form can show of anyone.
 */
export function highestLevelOf(form: FormName, people = Number.POSITIVE_INFINITY): Level {
  if (forms[form].itemsDrawnPerArea !== null && people < fewestForImprovingInParts) return 'usual';
  return itemsOf(form).some((item) => item.isImprovement) ? 'improving' : 'usual';
}

/**
 * The highest level that an area can show when these items were asked: `improving` only if the area's improvement
 * item is among them. Use it for followed scores on common items, where the form alone doesn't say it.
 */
export function highestLevelForItems(area: AreaCode, itemIds: readonly string[]): Level {
  const isImprovementAsked = itemIds.some((id) => {
    const item = itemOf(id);
    return item !== undefined && item.area === area && item.isImprovement;
  });
  return isImprovementAsked ? 'improving' : 'usual';
}

/**
 * The level on which a score from 0 to 100 falls by these cuts, never above `highest`. A score on a cut belongs to the
 * level above it. It says nothing about how sure that is: show a level only with its chance. Throws `RangeError` outside 0–100.
 */
export function levelOfScore(score: number, highest: Level, { begun, usual, improving }: LevelCuts): Level {
  if (!(score >= 0 && score <= 100)) throw new RangeError(`a score lies between 0 and 100, not ${score}`);
  const reached = score >= improving ? 3 : score >= usual ? 2 : score >= begun ? 1 : 0;
  return levels[Math.min(reached, levels.indexOf(highest))] ?? 'sometimes';
}
