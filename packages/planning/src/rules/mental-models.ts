import { low, rule } from '../rule.ts';
import type { Rule } from '../rule.ts';

const area = 'mental-models';

export const mentalModelsRules: readonly Rule[] = [
  rule(
    'mental-models-low',
    { kind: low, area },
    [
      'imagine-it-failed',
      'a-day-on-the-other-side',
      'assumption-on-trial',
      'one-list-for-the-whole',
      'think-first-then-talk',
    ],
    'Wat vanzelf spreekt, wordt zelden uitgesproken. Deze aanpakken maken dat veilig en gewoon.',
    'What goes without saying is seldom said. These practices make saying it safe and ordinary.',
  ),
  rule(
    'mental-models-fell',
    { kind: ['fell'], area },
    ['a-day-on-the-other-side', 'imagine-it-failed'],
    'Onder druk trekt ieder zich terug op het eigen gelijk. Bij de ander gaan kijken doorbreekt dat het snelst.',
    'Under pressure everyone falls back on their own being right. Going to look with the other breaks that fastest.',
  ),
  rule(
    'mental-models-divided',
    { kind: ['divided'], area },
    ['assumption-on-trial', 'draw-the-loop'],
    'Jullie nemen verschillende dingen voor waar aan. Kies er één en kijk het samen na.',
    'You take different things for granted. Choose one and check it together.',
  ),
  rule(
    'mental-models-unspoken',
    { kind: ['weak-item'], area, facet: 'said-aloud' },
    ['imagine-it-failed', 'think-first-then-talk'],
    'Twijfels blijven binnen. Als het plan in gedachten al mislukt is, kost het niets om ze te noemen.',
    'Doubts stay inside. Once the plan has failed in your mind, naming them costs nothing.',
  ),
  rule(
    'mental-models-no-counter-evidence',
    { kind: ['weak-item'], area, facet: 'counter-evidence' },
    ['assumption-on-trial', 'make-room-for-no'],
    'Er wordt weinig gezocht naar wat niet klopt. Spreek dat af, dan hoeft niemand lastig te zijn.',
    'Little is done to find what is wrong. Agree to do so, and nobody has to be difficult.',
  ),
  rule(
    'mental-models-fixed-views',
    { kind: ['weak-item'], area, facet: 'changed-view' },
    ['assumption-on-trial', 'a-day-on-the-other-side'],
    'Mensen blijven bij wat ze dachten. Zelf gaan kijken verandert meer dan een gesprek erover.',
    'People stay with what they thought. Going to look yourself changes more than talking about it.',
  ),
  rule(
    'mental-models-own-part-first',
    { kind: ['weak-item'], area, facet: 'whole-first' },
    ['one-list-for-the-whole', 'a-day-on-the-other-side'],
    'Het eigen deel gaat voor. Eén gezamenlijke lijst laat zien wat het geheel kost en oplevert.',
    'One’s own part comes first. One joint list shows what the whole costs and brings.',
  ),
  rule(
    'mental-models-not-shared',
    { kind: ['weak-item'], area, facet: 'shared-resources' },
    ['one-list-for-the-whole', 'a-day-on-the-other-side'],
    'Mensen, ruimte en eer blijven bij één afdeling. Begin met één ding dat je echt overdraagt.',
    'People, space and credit stay with one department. Begin with one thing that you really hand over.',
  ),
  rule(
    'mental-models-not-improved',
    { kind: ['weak-item'], area, facet: 'improvement' },
    ['assumption-on-trial', 'one-list-for-the-whole'],
    'Aannames worden wel genoemd, maar er is geen gewoonte om ze na te kijken. Maak daar een vast ritme van.',
    'Assumptions do get named, but there is no habit of checking them. Make it a fixed rhythm.',
  ),
];
