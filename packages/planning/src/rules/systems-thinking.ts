import { low, rule } from '../rule.ts';
import type { Rule } from '../rule.ts';

const area = 'systems-thinking';

export const systemsThinkingRules: readonly Rule[] = [
  rule(
    'systems-thinking-low',
    { kind: low, area },
    ['follow-one-case', 'why-does-it-come-back', 'and-then-what', 'draw-the-loop', 'a-day-on-the-other-side'],
    'Samenhang zie je pas als je er een keer doorheen loopt. Begin met één echte zaak of één terugkerend probleem.',
    'You see how things hang together only once you walk through them. Begin with one real case or one recurring problem.',
  ),
  rule(
    'systems-thinking-fell',
    { kind: ['fell'], area },
    ['and-then-what', 'why-does-it-come-back'],
    'Als veranderingen elkaar snel opvolgen, raakt het zicht op de gevolgen zoek. Vraag vooraf wie ze raken.',
    'When changes follow each other fast, the view of their consequences gets lost. Ask beforehand whom they hit.',
  ),
  rule(
    'systems-thinking-divided',
    { kind: ['divided'], area },
    ['draw-the-loop', 'follow-one-case'],
    'Ieder ziet een ander stuk van het geheel. Teken het samen, dan wordt het verschil een voordeel.',
    'Everyone sees a different part of the whole. Draw it together, and the difference becomes an asset.',
  ),
  rule(
    'systems-thinking-effect-unseen',
    { kind: ['weak-item'], area, facet: 'effect-on-others' },
    ['follow-one-case', 'a-day-on-the-other-side'],
    'Wat jullie werk bij een ander doet blijft uit zicht. Loop een keer mee tot het eind.',
    'What your work does to others stays out of sight. Walk along to the end once.',
  ),
  rule(
    'systems-thinking-culprits',
    { kind: ['weak-item'], area, facet: 'causes' },
    ['why-does-it-come-back', 'near-miss-minute'],
    'De vraag wie het deed komt vóór de vraag waardoor het kwam. Een streeplijst zonder namen draait dat om.',
    'The question who did it comes before the question what made it happen. A tally without names turns that round.',
  ),
  rule(
    'systems-thinking-surprises',
    { kind: ['weak-item'], area, facet: 'later-effects' },
    ['and-then-what', 'imagine-it-failed', 'draw-the-loop'],
    'Gevolgen komen als verrassing. Vraag ze vooraf na bij de mensen bij wie ze terechtkomen.',
    'Consequences come as a surprise. Check them beforehand with the people on whom they fall.',
  ),
  rule(
    'systems-thinking-not-mine',
    { kind: ['weak-item'], area, facet: 'responsible' },
    ['a-day-on-the-other-side', 'follow-one-case', 'meet-who-it-is-for'],
    'Mensen voelen zich vooral verantwoordelijk voor hun eigen stuk. Wie het geheel gezien heeft, laat het moeilijker liggen.',
    'People feel responsible mainly for their own part. Whoever has seen the whole finds it harder to leave it.',
  ),
  rule(
    'systems-thinking-same-problem',
    { kind: ['weak-item'], area, facet: 'at-the-root' },
    ['why-does-it-come-back', 'draw-the-loop'],
    'Jullie lossen handig op wat morgen terugkomt. Kies er één en haal de oorzaak weg.',
    'You handily solve what comes back tomorrow. Choose one and remove its cause.',
  ),
  rule(
    'systems-thinking-not-improved',
    { kind: ['weak-item'], area, facet: 'improvement' },
    ['draw-the-loop', 'and-then-what'],
    'Het zicht op het geheel wordt niet beter met de tijd. Kom na drie maanden terug bij je eigen tekening.',
    'Your view of the whole doesn’t get better with time. Come back to your own drawing after three months.',
  ),
];
