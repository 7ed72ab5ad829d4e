import { formatNumber } from '#lib/platform/language/index.ts';
import type { Language } from '#lib/platform/language/index.ts';
import type { ForeseenForm, ScanForesight } from '../contract.ts';
import { scanMessages } from '../messages.ts';

/** How many units get a figure of their own; for an organisation of one unit, whether it gets one. */
export function foresightHeading(foresight: ScanForesight, language: Language): string {
  const say = scanMessages(language);
  const { response, unitCount, withFigure, wholeFigure, invited } = foresight;
  if (invited === 0) return say('foresight');
  if (unitCount > 1) return say('foresight-heading', { response, n: withFigure.expected, of: unitCount });
  return say(`foresight-heading-one-${wholeFigure}`, { response });
}

/** The cheapest form that answers the question, why, and what it saves; or that none does, and which comes nearest. */
export function choiceSentences(foresight: ScanForesight, language: Language): readonly string[] {
  const say = scanMessages(language);
  const { question, choice, forms } = foresight;
  const chosen = forms.find(({ form }) => form === choice.form);
  const dearest = forms.find(({ form }) => form === choice.dearest);
  if (!chosen || !dearest) return [];
  const form = say(`form-${chosen.form}`);
  const number = (value: number): string => formatNumber(value, language);
  const opening = choice.isEnough ? 'foresight-choice' : 'foresight-choice-none';
  const saving = {
    form,
    items: chosen.itemsPerPerson,
    answers: number(chosen.answers),
    dearest: say(`form-${dearest.form}`),
    dearestAnswers: number(dearest.answers),
  };
  return [
    say(opening, { form, question: say(`foresight-question-${question}`) }),
    reason(foresight, chosen, language),
    choice.isEnough
      ? say(chosen === dearest ? 'foresight-no-saving' : 'foresight-saving', saving)
      : say(`foresight-instead-${question}`),
  ];
}

/** What the question is judged by, as the chosen form has it. */
function reason({ question }: ScanForesight, chosen: ForeseenForm, language: Language): string {
  const say = scanMessages(language);
  const whole = chosen.whole ?? chosen.usualUnit;
  if (question === 'discover') return say('foresight-reason-discover', { n: chosen.unitsWithItems });
  if (question === 'units')
    return chosen.usualUnit
      ? say('foresight-reason-units', { margin: chosen.usualUnit.now })
      : say('foresight-reason-nothing');
  if (whole === null) return say('foresight-reason-nothing');
  return question === 'whole'
    ? say('foresight-reason-whole', { margin: whole.now })
    : say('foresight-reason-change', { change: whole.smallestChange });
}
