import { low, rule } from '../rule.ts';
import type { Rule } from '../rule.ts';

const area = 'personal-mastery';

export const personalMasteryRules: readonly Rule[] = [
  rule(
    'personal-mastery-low',
    { kind: low, area },
    ['one-habit-one-moment', 'learning-case-circle', 'what-i-really-want', 'practise-the-hard-bit', 'swap-one-task'],
    'Leren gaat het makkelijkst met iets kleins uit het eigen werk. Daar past elke week iets van in.',
    'Learning is easiest with something small from your own work. There is room for a bit of that every week.',
  ),
  rule(
    'personal-mastery-fell',
    { kind: ['fell'], area },
    ['one-habit-one-moment', 'what-i-really-want'],
    'Als het druk wordt, sneuvelt groei het eerst. Maak het zo klein dat het blijft.',
    'When things get busy, growth is the first to go. Make it so small that it stays.',
  ),
  rule(
    'personal-mastery-divided',
    { kind: ['divided'], area },
    ['learning-case-circle', 'what-i-really-want'],
    'Sommigen leren veel en anderen komen er niet aan toe. In kleine vaste groepjes trek je elkaar mee.',
    'Some learn a lot and others don’t get round to it. In small fixed groups you pull each other along.',
  ),
  rule(
    'personal-mastery-no-goal',
    { kind: ['weak-item'], area, facet: 'own-goal' },
    ['what-i-really-want', 'one-habit-one-moment'],
    'Een eigen leerdoel ontbreekt. Dat begint met tien rustige minuten en één eerlijke zin.',
    'A learning goal of one’s own is missing. It begins with ten quiet minutes and one honest sentence.',
  ),
  rule(
    'personal-mastery-no-cases',
    { kind: ['weak-item'], area, facet: 'real-cases' },
    ['learning-case-circle', 'practise-the-hard-bit'],
    'Er wordt weinig geleerd van wat er echt gebeurt. De vraag van een collega is het beste lesmateriaal.',
    'Little is learned from what really happens. A colleague’s question is the best teaching material.',
  ),
  rule(
    'personal-mastery-no-gap',
    { kind: ['weak-item'], area, facet: 'honest-gap' },
    ['what-i-really-want', 'practise-the-hard-bit'],
    'Eerlijk zien hoe ver je nog bent is lastig alleen. Een maatje en een klein doel maken het te doen.',
    'Seeing honestly how far you still are is hard alone. A buddy and a small goal make it possible.',
  ),
  rule(
    'personal-mastery-not-improved',
    { kind: ['weak-item'], area, facet: 'improvement' },
    ['learning-case-circle', 'one-habit-one-moment'],
    'Er wordt geleerd, maar niemand kijkt of het leren zelf beter kan. Houd bij wat werkte.',
    'There is learning, but nobody looks whether the learning itself could be better. Keep track of what worked.',
  ),
];
