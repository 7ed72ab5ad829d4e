import type { AreaSource } from '../area-source.ts';

export const mentalModels: AreaSource = {
  area: {
    code: 'mental-models',
    kind: 'discipline',
    name: { nl: 'mentale modellen', en: 'mental models' },
    shortName: { nl: 'Denkbeelden', en: 'Assumptions' },
    definition: {
      nl: 'Mensen zeggen hardop wat ze vanzelfsprekend vinden en onderzoeken of het klopt. Het belang van het geheel weegt zwaarder dan dat van een persoon of afdeling.',
      en: 'People say aloud what they take for granted and test whether it holds. The interest of the whole weighs more than that of one person or department.',
    },
    story: {
      nl: 'We kijken allemaal door een eigen bril naar ons werk. Peter Senge noemt dat mentale modellen: denkbeelden die zo gewoon zijn dat we ze niet meer zien. Wie ze op tafel legt, ontdekt vaak dat de ander ook een stuk gelijk heeft. Dan wordt de organisatie als geheel belangrijker dan de eigen afdeling.',
      en: 'All of us look at our work through glasses of our own. Peter Senge calls these mental models: ideas so familiar that we stop seeing them. Lay them on the table and you often find that the other person is partly right too. That is when the organisation as a whole comes to matter more than one’s own department.',
    },
    practice: {
      nl: 'Haal aannames boven water en toets ze. Zet het geheel boven het deel.',
      en: 'Surface assumptions and test them. Put the whole above the part.',
    },
    facets: [
      {
        id: 'said-aloud',
        name: { nl: 'aannames worden uitgesproken', en: 'assumptions are said aloud' },
        isAsked: true,
      },
      {
        id: 'counter-evidence',
        name: { nl: 'er wordt om tegenbewijs gevraagd', en: 'counter-evidence is asked for' },
        isAsked: true,
      },
      { id: 'changed-view', name: { nl: 'iemand verandert van mening', en: 'someone changes a view' }, isAsked: true },
      {
        id: 'whole-first',
        name: { nl: 'het geheel boven de afdeling', en: 'the whole above the department' },
        isAsked: true,
      },
      {
        id: 'shared-resources',
        name: {
          nl: 'eer en middelen worden gedeeld over afdelingen heen',
          en: 'credit and resources are shared across departments',
        },
        isAsked: true,
      },
      // The improvement item stands here: this facet lies too close to 'causes, not culprits' of systems thinking.
      {
        id: 'no-blaming',
        name: { nl: 'niemand geeft ‘de anderen’ de schuld', en: 'nobody blames ‘the others’' },
        isAsked: false,
      },
    ],
  },
  items: [
    {
      id: 'MM1',
      facet: 'said-aloud',
      referent: 'team',
      use: 'every-form',
      text: {
        nl: 'In mijn team spreken we uit wat we als vanzelfsprekend zien.',
        en: 'In my team, we say out loud what we take for granted.',
      },
    },
    {
      id: 'MM2',
      facet: 'counter-evidence',
      referent: 'self',
      use: 'full',
      text: { nl: 'Ik vraag anderen waarom mijn idee kan mislukken.', en: 'I ask others why my idea might fail.' },
    },
    {
      id: 'MM3',
      facet: 'changed-view',
      referent: 'management',
      use: 'full',
      text: {
        nl: 'Mijn leidinggevende verandert van mening na een goed argument van een collega.',
        en: 'My manager changes their mind after a good argument from a colleague.',
      },
    },
    {
      id: 'MM4',
      facet: 'whole-first',
      referent: 'organisation',
      use: 'full',
      text: {
        nl: 'Bij lastige keuzes gaat het belang van het geheel voor het belang van één afdeling.',
        en: 'In hard choices, the interest of the whole comes before one department’s interest.',
      },
    },
    {
      id: 'MM5',
      facet: 'shared-resources',
      referent: 'team',
      use: 'full',
      text: {
        nl: 'Mijn team staat tijd af aan een ander team dat die harder nodig heeft.',
        en: 'My team gives up time for another team that needs it more.',
      },
    },
    {
      id: 'MM6',
      facet: 'improvement',
      referent: 'management',
      use: 'improvement',
      text: {
        nl: 'Mijn leidinggevende probeert nieuwe manieren om onze vaste ideeën te onderzoeken.',
        en: 'My manager tries new ways of examining our fixed ideas.',
      },
    },
  ],
  levelDescriptions: {
    sometimes: {
      nl: '‘Zo doen we dat hier’ is meestal het einde van het gesprek. Een enkeling vraagt weleens waarom eigenlijk, en dan valt het stil.',
      en: '‘That’s how we do things here’ is usually the end of the conversation. A single person sometimes asks why, and then it goes quiet.',
    },
    begun: {
      nl: 'In sommige overleggen vraagt iemand waar jullie nu eigenlijk van uitgaan. Staat er druk op, dan verdedigt elke afdeling toch weer haar eigen plan.',
      en: 'In some meetings someone asks what you are actually taking for granted. Under pressure, every department goes back to defending its own plan.',
    },
    usual: {
      nl: 'Voor een groot besluit schrijven jullie op wat waar moet zijn om het te laten slagen, en iemand zoekt het tegendeel. Je hoort een leidinggevende zeggen: ‘ik dacht er anders over, jullie hebben me overtuigd’.',
      en: 'Before a big decision you write down what must be true for it to work, and someone looks for the opposite. You hear a manager say: ‘I saw it differently, you have convinced me’.',
    },
    improving: {
      nl: 'Na een half jaar kijken jullie welke aannames klopten en wat je eerder had willen vragen. Een collega van een andere afdeling komt langs om jullie blinde vlek te zoeken.',
      en: 'After half a year you check which assumptions held and what you wish you had asked sooner. A colleague from another department comes by to look for your blind spot.',
    },
  },
};
