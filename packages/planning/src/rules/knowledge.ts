import { low, rule } from '../rule.ts';
import type { Rule } from '../rule.ts';

const area = 'knowledge';

export const knowledgeRules: readonly Rule[] = [
  rule(
    'knowledge-low',
    { kind: low, area },
    ['who-knows-what', 'find-it-in-thirty-seconds', 'signal-board', 'supplier-breakfast', 'visit-another-team'],
    'De kennis is er meestal al, bij iemand anders. Maak zichtbaar wie het weet en waar het staat.',
    'The knowledge is mostly there already, with someone else. Make visible who knows it and where it is.',
  ),
  rule(
    'knowledge-fell',
    { kind: ['fell'], area },
    ['find-it-in-thirty-seconds', 'who-knows-what'],
    'Vaak zijn mensen vertrokken of is een systeem veranderd. Kijk eerst wat nu niet meer te vinden is.',
    'Often people have left or a system has changed. First see what can no longer be found.',
  ),
  rule(
    'knowledge-divided',
    { kind: ['divided'], area },
    ['who-knows-what', 'a-day-on-the-other-side'],
    'Wie op de goede plek zit weet het, een ander niet. Zo’n verschil hef je op door bij elkaar te kijken.',
    'Whoever sits in the right place knows, another doesn’t. You lift such a difference by looking in with each other.',
  ),
  rule(
    'knowledge-not-shared',
    { kind: ['weak-item'], area, facet: 'shares' },
    ['who-knows-what', 'find-it-in-thirty-seconds'],
    'Wat iemand leerde, blijft bij die persoon. Een echte hulpvraag maakt delen nuttig in plaats van netjes.',
    'What someone learned stays with that person. A real request for help makes sharing useful instead of proper.',
  ),
  rule(
    'knowledge-signals-lost',
    { kind: ['weak-item'], area, facet: 'signals' },
    ['signal-board', 'meet-who-it-is-for'],
    'Wat klanten zeggen komt niet op de goede plek. Laat elk signaal eindigen in een besluit.',
    'What customers say doesn’t reach the right place. Let every signal end in a decision.',
  ),
  rule(
    'knowledge-suppliers-unused',
    { kind: ['weak-item'], area, facet: 'suppliers' },
    ['supplier-breakfast', 'follow-one-case'],
    'Leveranciers zien dingen die jullie niet zien. Vraag het hun, aan tafel en zonder bestelling.',
    'Suppliers see things that you don’t. Ask them, at a table and without an order.',
  ),
  rule(
    'knowledge-not-improved',
    { kind: ['weak-item'], area, facet: 'improvement' },
    ['signal-board', 'find-it-in-thirty-seconds'],
    'Er wordt gedeeld, maar niemand onderhoudt het. Een klein vast ritme houdt het levend.',
    'There is sharing, but nobody maintains it. A small fixed rhythm keeps it alive.',
  ),
  rule(
    'knowledge-many-dont-know',
    { kind: ['many-dont-know'], area: 'any' },
    ['find-it-in-thirty-seconds', 'who-knows-what'],
    'Veel mensen antwoordden ‘weet ik niet’. Misschien gebeurt het wel, maar ziet niemand het.',
    'Many people answered ‘I don’t know’. Perhaps it does happen, but nobody sees it.',
  ),
];
