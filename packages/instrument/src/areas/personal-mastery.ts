import type { AreaSource } from '../area-source.ts';

export const personalMastery: AreaSource = {
  area: {
    code: 'personal-mastery',
    kind: 'discipline',
    name: { nl: 'persoonlijk meesterschap', en: 'personal mastery' },
    shortName: { nl: 'Groei', en: 'Growth' },
    definition: {
      nl: 'Mensen blijven leren omdat ze dat zelf willen. Ze doen dat aan de hand van gevallen die ertoe doen in hun werk.',
      en: 'People keep learning because they want to. They do so on cases that matter in their work.',
    },
    story: {
      nl: 'Leren begint bij wat je zelf wilt. Peter Senge noemt het persoonlijk meesterschap: eerlijk zien waar je nu staat, weten wat je wilt bereiken en daar elke dag een stukje naartoe groeien. Interessante gevallen uit je eigen werk zijn daarbij de beste leerstof.',
      en: 'Learning begins with what you want yourself. Peter Senge calls it personal mastery: seeing honestly where you are now, knowing what you want to achieve, and growing a little towards it every day. Interesting cases from your own work are the best material there is.',
    },
    practice: {
      nl: 'Leer van gevallen uit je werk, bepaal wat je echt wilt en oefen elke dag.',
      en: 'Learn from cases in your work, settle what you really want and practise daily.',
    },
    facets: [
      { id: 'own-goal', name: { nl: 'een eigen leerdoel', en: 'a learning goal of one’s own' }, isAsked: true },
      { id: 'real-cases', name: { nl: 'leren van echte gevallen', en: 'learning from real cases' }, isAsked: true },
      // The improvement item stands here: changing how you learn is the new habit that this area is about.
      { id: 'new-habits', name: { nl: 'nieuwe gewoonten oefenen', en: 'practising new habits' }, isAsked: false },
      {
        id: 'honest-gap',
        name: {
          nl: 'eerlijk over het verschil tussen nu en gewenst',
          en: 'honest about the gap between now and wanted',
        },
        isAsked: true,
      },
    ],
  },
  items: [
    {
      id: 'PM1',
      facet: 'own-goal',
      referent: 'self',
      use: 'every-form',
      text: {
        nl: 'Ik werk aan een leerdoel dat ik zelf belangrijk vind.',
        en: 'I work on a learning goal that matters to me.',
      },
    },
    {
      id: 'PM2',
      facet: 'real-cases',
      referent: 'organisation',
      use: 'full',
      text: {
        nl: 'Wie in onze organisatie iets wil leren, oefent met echte vragen uit het werk.',
        en: 'In our organisation, people who want to learn practise on real questions from work.',
      },
    },
    {
      id: 'PM3',
      facet: 'honest-gap',
      referent: 'team',
      use: 'full',
      text: {
        nl: 'In mijn team zeggen collega’s eerlijk wat ze nog willen leren.',
        en: 'In my team, colleagues say honestly what they still want to learn.',
      },
    },
    {
      id: 'PM4',
      facet: 'improvement',
      referent: 'self',
      use: 'improvement',
      text: {
        nl: 'Ik verander iets aan hoe ik leer, zodat het beter gaat.',
        en: 'I change something about how I learn so that it goes better.',
      },
    },
  ],
  levelDescriptions: {
    sometimes: {
      nl: 'Wie wil leren, regelt dat zelf, vaak in de eigen tijd. Een collega vertelt in de pauze over een cursus en daar blijft het bij.',
      en: 'Those who want to learn arrange it themselves, often in their own time. A colleague mentions a course during the break, and that is where it ends.',
    },
    begun: {
      nl: 'In het jaargesprek noem je een leerdoel, maar halverwege het jaar weet niemand het meer. Een lastig geval wordt soms samen nabesproken, als het rooster het toelaat.',
      en: 'You name a learning goal in the yearly review, but halfway through the year nobody remembers it. A difficult case is sometimes discussed afterwards, if the schedule allows.',
    },
    usual: {
      nl: 'Bijna alle collega’s kunnen je vertellen wat ze op dit moment willen leren en waarom. Een moeilijke patiënt, storing of notitie is lesstof: ‘laat mij deze doen, dan leer ik het’.',
      en: 'Nearly all colleagues can tell you what they want to learn right now, and why. A difficult patient, breakdown or memo is learning material: ‘let me do this one, so that I learn it’.',
    },
    improving: {
      nl: 'Je hoort collega’s vergelijken wat voor hen werkt: meekijken, oefenen of het aan een ander uitleggen. Loopt het leren vast, dan verandert de manier en blijft het doel staan.',
      en: 'You hear colleagues compare what works for them: watching, practising or explaining it to someone else. When learning gets stuck, the way changes and the goal stays.',
    },
  },
};
