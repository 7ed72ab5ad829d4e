import type { AreaSource } from '../area-source.ts';

export const teamLearning: AreaSource = {
  area: {
    code: 'team-learning',
    kind: 'discipline',
    name: { nl: 'teamleren', en: 'team learning' },
    shortName: { nl: 'Teamleren', en: 'Team learning' },
    definition: {
      nl: 'Een team denkt samen beter dan de slimste persoon in het team alleen. Mensen praten eerst goed door en besluiten daarna.',
      en: 'A team thinks better together than its cleverest member alone. People talk things through first and decide afterwards.',
    },
    story: {
      nl: 'Samen leren is veel krachtiger dan in je eentje schitteren. Bij Peter Senge begint teamleren met een echt gesprek: je oordeel even laten rusten en samen nadenken. Een team dat dat kan, ziet meer, en een verschil van mening levert dan iets op.',
      en: 'Learning together is far more powerful than shining alone. With Peter Senge, team learning starts with a real conversation: letting your judgement rest for a while and thinking together. A team that can do so sees more, and a difference of opinion becomes worth having.',
    },
    practice: {
      nl: 'Voer het gesprek en kijk samen terug, te beginnen bij de vorige afspraak.',
      en: 'Hold the conversation and look back together, starting with the last promise.',
    },
    facets: [
      { id: 'dialogue', name: { nl: 'gesprek vóór besluit', en: 'dialogue before decision' }, isAsked: true },
      // The improvement item stands here: looking back itself is asked about under reflection.
      { id: 'looks-back', name: { nl: 'terugkijken na het werk', en: 'looking back after work' }, isAsked: false },
      { id: 'other-teams', name: { nl: 'leren van andere teams', en: 'learning from other teams' }, isAsked: true },
      {
        id: 'disagreement',
        name: { nl: 'verschil van mening is nuttig', en: 'disagreement is useful' },
        isAsked: true,
      },
    ],
  },
  items: [
    {
      id: 'TL1',
      facet: 'dialogue',
      referent: 'team',
      use: 'every-form',
      text: {
        nl: 'In mijn team komt iedereen aan het woord voordat we een besluit nemen.',
        en: 'In my team, everyone gets to speak before we make a decision.',
      },
    },
    {
      id: 'TL2',
      facet: 'other-teams',
      referent: 'organisation',
      use: 'full',
      text: {
        nl: 'In onze organisatie gaan teams bij elkaar kijken om te leren.',
        en: 'In our organisation, teams visit one another in order to learn.',
      },
    },
    {
      id: 'TL3',
      facet: 'disagreement',
      referent: 'management',
      use: 'full',
      text: {
        nl: 'Mijn leidinggevende gebruikt een verschil van mening om tot een beter plan te komen.',
        en: 'My manager uses a difference of opinion to arrive at a better plan.',
      },
    },
    {
      id: 'TL4',
      facet: 'improvement',
      referent: 'team',
      use: 'improvement',
      text: {
        nl: 'Mijn team verandert iets aan hoe we samen terugkijken, zodat we meer leren.',
        en: 'My team changes something about how we look back together so that we learn more.',
      },
    },
  ],
  levelDescriptions: {
    sometimes: {
      nl: 'In het overleg praten steeds dezelfde twee mensen en ligt het besluit al klaar. Na een lastige klus gaat iedereen door met de volgende.',
      en: 'In meetings the same two people do the talking and the decision is already made. After a difficult job, everyone moves on to the next.',
    },
    begun: {
      nl: 'Soms doet het team een rondje voordat er besloten wordt, vooral als iemand eraan denkt. De afspraken van de vorige keer liggen in een la.',
      en: 'Sometimes the team goes round the table before deciding, mostly when somebody remembers. What was agreed last time sits in a drawer.',
    },
    usual: {
      nl: 'Het overleg begint met de afspraken van de vorige keer, en ook de stilste collega komt aan bod. Wie het oneens is, hoort: ‘vertel, wat zie jij dat wij missen’.',
      en: 'Meetings begin with what was agreed last time, and the quietest colleague is heard too. Anyone who disagrees is told: ‘go on, what do you see that we are missing’.',
    },
    improving: {
      nl: 'Het team praat ook over het praten: welke vraag hielp, wie hoorden we te weinig. Jullie gaan bij een ander team kijken en proberen daarna één ding anders te doen.',
      en: 'The team also talks about its talking: which question helped, whom did we hear too little. You visit another team and then try to do one thing differently.',
    },
  },
};
