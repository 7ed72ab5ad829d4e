import { low, rule } from '../rule.ts';
import type { Rule } from '../rule.ts';

const area = 'shared-vision';

export const sharedVisionRules: readonly Rule[] = [
  rule(
    'shared-vision-low',
    { kind: low, area },
    ['the-day-we-were-proud', 'meet-who-it-is-for', 'an-ordinary-tuesday', 'one-goal-on-the-wall', 'draw-the-loop'],
    'Een richting gaat pas leven als mensen er hun eigen werk in herkennen. Daar beginnen deze aanpakken.',
    'A direction comes alive only when people recognise their own work in it. That is where these practices begin.',
  ),
  rule(
    'shared-vision-fell',
    { kind: ['fell'], area },
    ['an-ordinary-tuesday', 'one-goal-on-the-wall', 'meet-who-it-is-for'],
    'Als de richting vager wordt, is er vaak iets veranderd dat niemand hardop heeft gezegd. Een concreet beeld brengt dat boven.',
    'When the direction blurs, something has often changed that nobody said aloud. A concrete picture brings it up.',
  ),
  rule(
    'shared-vision-divided',
    { kind: ['divided'], area },
    ['an-ordinary-tuesday', 'the-day-we-were-proud'],
    'Jullie kijken verschillend naar de richting. Leg eerst de beelden naast elkaar, voordat iemand er een kiest.',
    'You look at the direction differently. Lay the pictures side by side first, before anyone chooses one.',
  ),
  rule(
    'shared-vision-unclear',
    { kind: ['weak-item'], area, facet: 'clear-direction' },
    ['an-ordinary-tuesday', 'one-goal-on-the-wall'],
    'Mensen weten niet goed waar het heen gaat. Een dag die je voor je ziet, is duidelijker dan een leus.',
    'People aren’t sure where things are going. A day that you can picture is clearer than a slogan.',
  ),
  rule(
    'shared-vision-imposed',
    { kind: ['weak-item'], area, facet: 'wanted' },
    ['the-day-we-were-proud', 'an-ordinary-tuesday'],
    'De richting is bekend maar niet van jullie. Wat uit eigen verhalen komt, hoef je niemand te verkopen.',
    'The direction is known but isn’t yours. What comes from your own stories needs no selling.',
  ),
  rule(
    'shared-vision-no-contribution',
    { kind: ['weak-item'], area, facet: 'my-contribution' },
    ['meet-who-it-is-for', 'one-goal-on-the-wall'],
    'Mensen zien niet wat hun werk uitmaakt. Dat hoor je het best van degene voor wie je het doet.',
    'People don’t see what their work adds. You hear that best from whoever it is for.',
  ),
  rule(
    'shared-vision-not-improved',
    { kind: ['weak-item'], area, facet: 'improvement' },
    ['an-ordinary-tuesday', 'the-day-we-were-proud'],
    'De richting ligt vast en komt niet meer ter sprake. Een vast moment om haar opnieuw te bekijken houdt haar fris.',
    'The direction is fixed and no longer comes up. A set moment to look at it again keeps it fresh.',
  ),
];
