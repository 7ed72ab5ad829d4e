import { low, rule } from '../rule.ts';
import type { Rule } from '../rule.ts';

const area = 'learning-value';

export const learningValueRules: readonly Rule[] = [
  rule(
    'learning-value-low',
    { kind: low, area },
    [
      'before-and-after-card',
      'story-of-the-month',
      'four-interviews',
      'learning-in-the-annual-talk',
      'one-goal-on-the-wall',
    ],
    'Wat leren oplevert is er vaak wel, maar niemand ziet het. Eén kaart of één verhaal maakt het zichtbaar.',
    'What learning brings is often there, but nobody sees it. One card or one story makes it visible.',
  ),
  rule(
    'learning-value-fell',
    { kind: ['fell'], area },
    ['story-of-the-month', 'before-and-after-card'],
    'Als leren uit beeld raakt, raakt het ook uit de begroting. Breng het terug met een verhaal uit het werk.',
    'When learning drops out of sight it drops out of the budget too. Bring it back with a story from the work.',
  ),
  rule(
    'learning-value-divided',
    { kind: ['divided'], area },
    ['four-interviews', 'story-of-the-month'],
    'Voor de een levert leren veel op en voor de ander niets. Juist dat verschil is het onderzoeken waard.',
    'Learning brings much to one and nothing to another. That very difference is worth looking into.',
  ),
  rule(
    'learning-value-not-measured',
    { kind: ['weak-item'], area, facet: 'measured' },
    ['before-and-after-card', 'four-interviews'],
    'Niemand gaat na wat een opleiding doet. Schrijf vooraf op wat er anders moet worden, dan kun je achteraf kijken.',
    'Nobody checks what a course does. Write down beforehand what should change, then you can look afterwards.',
  ),
  rule(
    'learning-value-not-shown',
    { kind: ['weak-item'], area, facet: 'shown' },
    ['story-of-the-month', 'before-and-after-card'],
    'De opbrengst blijft bij wie hem had. Een kort verhaal, ook over iets dat mislukte, brengt hem verder.',
    'The gain stays with whoever had it. A short story, also of something that failed, takes it further.',
  ),
  rule(
    'learning-value-not-in-talk',
    { kind: ['weak-item'], area, facet: 'appraisal' },
    ['learning-in-the-annual-talk', 'before-and-after-card'],
    'In het jaargesprek telt leren nauwelijks mee. Drie vaste vragen geven het een plek.',
    'In the annual talk learning hardly counts. Three fixed questions give it a place.',
  ),
  rule(
    'learning-value-not-improved',
    { kind: ['weak-item'], area, facet: 'improvement' },
    ['four-interviews', 'learning-in-the-annual-talk'],
    'Jullie meten wel, maar doen er weinig mee. Praat met wie er veel en wie er niets aan had.',
    'You do measure, but do little with it. Talk to those who got much and those who got nothing from it.',
  ),
  rule(
    'learning-value-share-what-works',
    { kind: ['rose', 'strongest-area', 'unit-above-parent', 'strong-item'], area: 'any' },
    ['story-of-the-month'],
    'Hier gaat iets goed. Vertel waardoor, dan heeft een ander er ook wat aan.',
    'Something is going well here. Tell what made it so, and others benefit too.',
  ),
];
