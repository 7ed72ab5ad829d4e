import type { AreaSource } from '../area-source.ts';

export const sharedVision: AreaSource = {
  area: {
    code: 'shared-vision',
    kind: 'discipline',
    name: { nl: 'gedeelde visie', en: 'shared vision' },
    shortName: { nl: 'Richting', en: 'Direction' },
    definition: {
      nl: 'Mensen weten waar de organisatie naartoe gaat en willen dat zelf ook. Ze zien wat hun eigen werk daaraan bijdraagt.',
      en: 'People know where the organisation is going and want it themselves. They can see what their own work adds to it.',
    },
    story: {
      nl: 'Een gedeelde visie is voor Peter Senge geen tekst aan de muur, maar iets wat mensen zelf willen bereiken. Als iedereen dezelfde kant op kijkt, versterkt ieders werk dat van een ander. Je voelt het op een gewone dag: je weet waarom je iets doet, en wat je kunt laten.',
      en: 'To Peter Senge a shared vision is more than a text on the wall: it is something that people want to achieve themselves. When everyone faces the same way, each person’s work strengthens that of the others. You feel it on an ordinary day: you know why you do something, and what you can leave aside.',
    },
    practice: {
      nl: 'Maak samen de visie, koppel er doelen aan en zie hoe gedeeld ze is.',
      en: 'Make the vision together, tie goals to it and see how shared it is.',
    },
    facets: [
      { id: 'clear-direction', name: { nl: 'duidelijke richting', en: 'clear direction' }, isAsked: true },
      { id: 'wanted', name: { nl: 'zelf gewild, niet opgelegd', en: 'wanted, not imposed' }, isAsked: true },
      {
        id: 'my-contribution',
        name: { nl: 'mijn werk draagt zichtbaar bij', en: 'my work visibly adds to it' },
        isAsked: true,
      },
    ],
  },
  // Three facets: the improvement item stands beside them and takes no facet's place.
  items: [
    {
      id: 'SV1',
      facet: 'clear-direction',
      referent: 'management',
      use: 'full',
      text: {
        nl: 'Mijn leidinggevende legt uit waar onze organisatie naartoe werkt.',
        en: 'My manager explains what our organisation is working towards.',
      },
    },
    {
      id: 'SV2',
      facet: 'wanted',
      referent: 'organisation',
      use: 'full',
      text: {
        nl: 'Bij keuzes over de koers van onze organisatie praten medewerkers vooraf mee.',
        en: 'When our organisation makes choices about its direction, employees join the discussion beforehand.',
      },
    },
    {
      id: 'SV3',
      facet: 'my-contribution',
      referent: 'self',
      use: 'every-form',
      text: {
        nl: 'Ik zie terug wat mijn werk bijdraagt aan het doel van onze organisatie.',
        en: 'I get to see what my work contributes to the goal of our organisation.',
      },
    },
    {
      id: 'SV4',
      facet: 'improvement',
      referent: 'team',
      use: 'improvement',
      text: {
        nl: 'Mijn team bespreekt hoe ons werk beter kan passen bij de koers van de organisatie.',
        en: 'My team discusses how our work could better fit the organisation’s direction.',
      },
    },
  ],
  levelDescriptions: {
    sometimes: {
      nl: 'Vraag drie collega’s waar jullie naartoe werken en je krijgt drie antwoorden. Eén leidinggevende begint er weleens over, bij de rest gaat het over de planning van morgen.',
      en: 'Ask three colleagues what you are working towards and you get three answers. One manager brings it up at times; with the others it is about tomorrow’s planning.',
    },
    begun: {
      nl: 'De koers is een paar keer besproken en komt soms terug in het werkoverleg. Je hoort ‘zo was het toch bedoeld?’, maar in drukke weken kiest ieder weer voor zich.',
      en: 'The direction has been discussed a few times and sometimes returns in the team meeting. You hear ‘wasn’t this the idea?’, but in busy weeks everyone chooses for themselves again.',
    },
    usual: {
      nl: 'Bij een keuze vraagt er altijd wel iemand wat het beste past bij waar jullie heen willen. Een nieuwe collega kan na een maand vertellen wat het eigen werk daaraan bijdraagt.',
      en: 'When there is a choice, somebody always asks what fits best with where you want to go. After a month, a new colleague can tell you what their own work contributes to it.',
    },
    improving: {
      nl: 'Een paar keer per jaar leggen jullie de koers naast het werk van alledag en schrappen jullie wat er niet bij past. Wat mensen op de vloer zien veranderen, komt terug in hoe de koers wordt verwoord.',
      en: 'A few times a year you lay the direction beside your everyday work and drop what doesn’t fit. What people on the work floor see changing finds its way into how the direction is put.',
    },
  },
};
