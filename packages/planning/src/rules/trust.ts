import { low, rule } from '../rule.ts';
import type { Rule } from '../rule.ts';

const area = 'trust';

export const trustRules: readonly Rule[] = [
  rule(
    'trust-low',
    { kind: low, area },
    [
      'criticism-of-the-lead-first',
      'near-miss-minute',
      'question-half-hour',
      'the-day-after-a-mistake',
      'look-back-in-fifteen-minutes',
    ],
    'Vertrouwen begint bij wie de meeste macht heeft: die gaat voor. Daarna volgt een vaste, kleine gewoonte.',
    'Trust begins with whoever has most power: they go first. Then follows a fixed, small habit.',
  ),
  rule(
    'trust-fell',
    { kind: ['fell'], area },
    ['question-half-hour', 'criticism-of-the-lead-first'],
    'Misschien is er iets gebeurd dat mensen voorzichtiger maakt. Vraag ernaar, luister, en kom terug met een antwoord.',
    'Perhaps something has happened that makes people more careful. Ask about it, listen, and come back with an answer.',
  ),
  rule(
    'trust-divided',
    { kind: ['divided'], area },
    ['the-day-after-a-mistake', 'near-miss-minute'],
    'Wat voor de een veilig is, is dat voor de ander niet. Spreek hardop af wat iemand mag verwachten.',
    'What is safe for one isn’t for another. Agree aloud what someone may expect.',
  ),
  rule(
    'trust-mistakes-hidden',
    { kind: ['weak-item'], area, facet: 'mistakes' },
    ['near-miss-minute', 'the-day-after-a-mistake'],
    'Over fouten praten voelt als een risico. Begin met wat nét goed afliep, zonder namen.',
    'Talking about mistakes feels risky. Begin with what only just ended well, without names.',
  ),
  rule(
    'trust-no-help-asked',
    { kind: ['weak-item'], area, facet: 'asks-help' },
    ['who-knows-what', 'criticism-of-the-lead-first'],
    'Hulp vragen gebeurt weinig. Het wordt gewoon als je weet wie wat kan, en als ervaren mensen het voordoen.',
    'Help is seldom asked for. It becomes ordinary when you know who can do what, and when experienced people show how.',
  ),
  rule(
    'trust-no-confidence',
    { kind: ['weak-item'], area, facet: 'confidence' },
    ['question-half-hour', 'criticism-of-the-lead-first'],
    'Het vertrouwen in de leiding is klein. Een eerlijk antwoord op een lastige vraag doet meer dan een belofte.',
    'Confidence in management is small. An honest answer to a hard question does more than a promise.',
  ),
  rule(
    'trust-not-improved',
    { kind: ['weak-item'], area, facet: 'improvement' },
    ['the-day-after-a-mistake', 'criticism-of-the-lead-first'],
    'Veiligheid wordt verondersteld en niet onderhouden. Maak afspraken die je kunt nalopen.',
    'Safety is assumed and not maintained. Make agreements that you can check.',
  ),
  rule(
    'trust-low-response',
    { kind: ['low-response'], area: 'any' },
    ['question-half-hour', 'criticism-of-the-lead-first'],
    'Weinig mensen deden mee. Vraag eerst wat hen tegenhield, en laat zien dat er met een antwoord iets gebeurt.',
    'Few people took part. First ask what held them back, and show that an answer leads to something.',
  ),
];
