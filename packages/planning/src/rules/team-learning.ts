import { low, rule } from '../rule.ts';
import type { Rule } from '../rule.ts';

const area = 'team-learning';

export const teamLearningRules: readonly Rule[] = [
  rule(
    'team-learning-low',
    { kind: low, area },
    [
      'look-back-in-fifteen-minutes',
      'think-first-then-talk',
      'make-room-for-no',
      'visit-another-team',
      'why-does-it-come-back',
    ],
    'Samen leren vraagt een vast moment en weinig tijd. Een kwartier na het werk is genoeg om te beginnen.',
    'Learning together takes a fixed moment and little time. Fifteen minutes after the work is enough to begin.',
  ),
  rule(
    'team-learning-fell',
    { kind: ['fell'], area },
    ['look-back-in-fifteen-minutes', 'think-first-then-talk'],
    'Vaak is het vaste moment verdwenen. Zet het terug, korter dan voorheen.',
    'Often the fixed moment has gone. Put it back, shorter than before.',
  ),
  rule(
    'team-learning-divided',
    { kind: ['divided'], area },
    ['think-first-then-talk', 'make-room-for-no'],
    'Een deel van jullie ervaart het gesprek anders dan de rest. Zorg dat ieder eerst kan denken en dan aan de beurt komt.',
    'Some of you experience the talk differently from the rest. See that everyone can think first and then gets a turn.',
  ),
  rule(
    'team-learning-no-dialogue',
    { kind: ['weak-item'], area, facet: 'dialogue' },
    ['think-first-then-talk', 'look-back-in-fifteen-minutes'],
    'Besluiten vallen voordat alles op tafel ligt. Drie stille minuten lossen veel daarvan op.',
    'Decisions fall before everything is on the table. Three silent minutes solve much of that.',
  ),
  rule(
    'team-learning-closed',
    { kind: ['weak-item'], area, facet: 'other-teams' },
    ['visit-another-team', 'learning-case-circle'],
    'Jullie zien weinig van hoe anderen het doen. Ga kijken met één vraag op zak.',
    'You see little of how others do it. Go and look with one question in your pocket.',
  ),
  rule(
    'team-learning-no-disagreement',
    { kind: ['weak-item'], area, facet: 'disagreement' },
    ['make-room-for-no', 'think-first-then-talk'],
    'Verschil van mening blijft onder tafel of loopt vast. Geef een echt nee een plek en een vorm.',
    'Disagreement stays under the table or gets stuck. Give a real no a place and a form.',
  ),
  rule(
    'team-learning-not-improved',
    { kind: ['weak-item'], area, facet: 'improvement' },
    ['visit-another-team', 'look-back-in-fifteen-minutes'],
    'Jullie overleggen, maar veranderen zelden hoe. Een ander team laat zien dat het ook anders kan.',
    'You meet, but seldom change how. Another team shows that it can be done differently.',
  ),
];
