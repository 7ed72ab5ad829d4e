import { low, rule } from '../rule.ts';
import type { Rule } from '../rule.ts';

const area = 'support';

export const supportRules: readonly Rule[] = [
  rule(
    'support-low',
    { kind: low, area },
    [
      'ten-minutes-a-month',
      'learning-hour-in-the-roster',
      'learning-money-the-team-decides',
      'learning-plan-on-one-page',
      'small-initiatives-purse',
    ],
    'Zonder tijd, geld en aandacht blijft leren een goed voornemen. Zet er één van vast, en houd je eraan.',
    'Without time, money and attention, learning stays a good intention. Fix one of them, and keep to it.',
  ),
  rule(
    'support-fell',
    { kind: ['fell'], area },
    ['learning-hour-in-the-roster', 'ten-minutes-a-month'],
    'Tijd om te leren verdwijnt als eerste uit een vol rooster. Plan haar in zoals verlof, met vervanging.',
    'Time to learn is the first thing to go from a full roster. Plan it like leave, with cover.',
  ),
  rule(
    'support-divided',
    { kind: ['divided'], area },
    ['learning-money-the-team-decides', 'ten-minutes-a-month'],
    'Sommigen krijgen ruimte om te leren en anderen niet. Beslis er samen en open over.',
    'Some get room to learn and others don’t. Decide about it together and in the open.',
  ),
  rule(
    'support-no-time',
    { kind: ['weak-item'], area, facet: 'working-hours' },
    ['learning-hour-in-the-roster', 'learning-plan-on-one-page'],
    'Leren gebeurt in eigen tijd of niet. Eén uur per maand in het rooster is een begin dat je kunt nakomen.',
    'Learning happens in one’s own time or not at all. One hour a month in the roster is a start that you can keep.',
  ),
  rule(
    'support-no-money',
    { kind: ['weak-item'], area, facet: 'money' },
    ['learning-money-the-team-decides', 'small-initiatives-purse'],
    'Niemand weet hoeveel geld er voor leren is. Een klein bedrag waar het team over gaat, maakt het echt.',
    'Nobody knows how much money there is for learning. A small sum that the team decides on makes it real.',
  ),
  rule(
    'support-no-encouragement',
    { kind: ['weak-item'], area, facet: 'manager-stimulates' },
    ['ten-minutes-a-month', 'learning-in-the-annual-talk'],
    'De leidinggevende vraagt weinig naar wat je leert. Tien minuten per maand veranderen dat.',
    'The manager seldom asks what you are learning. Ten minutes a month change that.',
  ),
  rule(
    'support-not-improved',
    { kind: ['weak-item'], area, facet: 'improvement' },
    ['learning-plan-on-one-page', 'learning-money-the-team-decides'],
    'Er is ruimte om te leren, maar geen plan dat meegroeit. Eén A4 per kwartaal is genoeg.',
    'There is room to learn, but no plan that grows with it. One page a quarter is enough.',
  ),
];
