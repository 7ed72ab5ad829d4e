import { low, rule } from '../rule.ts';
import type { Rule } from '../rule.ts';

const area = 'reflection';

export const reflectionRules: readonly Rule[] = [
  rule(
    'reflection-low',
    { kind: low, area },
    [
      'ask-for-one-thing',
      'ten-minutes-of-writing',
      'watch-along-for-an-hour',
      'why-it-went-well',
      'look-back-in-fifteen-minutes',
    ],
    'Terugkijken lukt als het kort is en je zelf kiest waarover. Begin met één vraag aan één collega.',
    'Looking back works when it is short and you choose the subject. Begin with one question to one colleague.',
  ),
  rule(
    'reflection-fell',
    { kind: ['fell'], area },
    ['ten-minutes-of-writing', 'ask-for-one-thing'],
    'In drukke tijden doen mensen door zonder stil te staan. Tien minuten na een oordeel kan er altijd af.',
    'In busy times people carry on without pausing. Ten minutes after a judgement can always be spared.',
  ),
  rule(
    'reflection-divided',
    { kind: ['divided'], area },
    ['watch-along-for-an-hour', 'ask-for-one-thing'],
    'Voor de een is feedback gewoon, voor de ander spannend. Laat wie bekeken wordt zelf de vraag stellen.',
    'To one feedback is ordinary, to another it is tense. Let whoever is watched set the question.',
  ),
  rule(
    'reflection-irregular',
    { kind: ['weak-item'], area, facet: 'regular' },
    ['why-it-went-well', 'ten-minutes-of-writing'],
    'Er is geen vast moment om terug te kijken. Kies iets dat toch al gebeurt en plak er tien minuten aan.',
    'There is no fixed moment for looking back. Choose something that happens anyway and add ten minutes to it.',
  ),
  rule(
    'reflection-not-asked',
    { kind: ['weak-item'], area, facet: 'feedback-asked' },
    ['ask-for-one-thing', 'watch-along-for-an-hour'],
    'Mensen vragen weinig om feedback. Om één ding vragen is makkelijker dan om alles.',
    'People seldom ask for feedback. Asking for one thing is easier than asking for everything.',
  ),
  rule(
    'reflection-no-follow-up',
    { kind: ['weak-item'], area, facet: 'acts' },
    ['ask-for-one-thing', 'look-back-in-fifteen-minutes'],
    'Er wordt teruggekeken, maar het blijft bij praten. Begin de volgende keer met wat er van de afspraak kwam.',
    'You look back, but it stays at talking. Begin the next time with what came of the agreement.',
  ),
  rule(
    'reflection-not-improved',
    { kind: ['weak-item'], area, facet: 'improvement' },
    ['why-it-went-well', 'watch-along-for-an-hour'],
    'Jullie kijken vooral terug als iets misging. Ook van wat lukte valt te leren.',
    'You look back mostly when something went wrong. What succeeded can teach you too.',
  ),
];
