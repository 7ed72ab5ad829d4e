import type { AreaSource } from '../area-source.ts';

export const knowledge: AreaSource = {
  area: {
    code: 'knowledge',
    kind: 'success-area',
    name: { nl: 'kennis delen als kracht', en: 'knowledge sharing' },
    shortName: { nl: 'Kennis', en: 'Knowledge' },
    definition: {
      nl: 'Informatie wordt ruim gedeeld en is goed te vinden. Iedereen is een bron over markt, klanten en leveranciers.',
      en: 'Information is widely shared and easy to find. Everyone is a source about market, customers and suppliers.',
    },
    story: {
      nl: 'De wijkverpleegkundige, de monteur en de medewerker aan de balie horen als eersten wat er verandert. Bersin & Associates noemt het delen van die kennis een kracht: iedereen is belangrijk om te vertellen wat er speelt in de markt, bij klanten en bij leveranciers. Zo’n signaal is pas iets waard als het bij iemand komt die er iets mee doet.',
      en: 'The district nurse, the fitter and the person at the desk are the first to hear what is changing. Bersin & Associates call sharing that knowledge a strength: everyone matters as a source about the market, customers and suppliers. A signal is worth something once it reaches a person who acts on it.',
    },
    practice: {
      nl: 'Verzamel signalen van klanten, leveranciers en markt, en laat elk signaal eindigen in een besluit.',
      en: 'Collect signals from customers, suppliers and market, and let each one end in a decision.',
    },
    facets: [
      { id: 'shares', name: { nl: 'delen wat je leerde', en: 'shares what was learned' }, isAsked: true },
      {
        id: 'signals',
        name: {
          nl: 'signalen van klant en markt komen op de goede plek',
          en: 'customer and market signals reach the right place',
        },
        isAsked: true,
      },
      {
        id: 'suppliers',
        name: { nl: 'kennis van leveranciers gebruiken', en: 'supplier knowledge is used' },
        isAsked: true,
      },
      // The improvement item stands here: making sharing easier is what makes knowledge easy to find.
      { id: 'easy-to-find', name: { nl: 'makkelijk te vinden', en: 'easy to find' }, isAsked: false },
    ],
  },
  items: [
    {
      id: 'KN1',
      facet: 'shares',
      referent: 'self',
      use: 'full',
      text: {
        nl: 'Ik deel met collega’s iets nieuws dat ik heb geleerd.',
        en: 'I share with colleagues something new that I have learned.',
      },
    },
    {
      id: 'KN2',
      facet: 'signals',
      referent: 'organisation',
      use: 'every-form',
      text: {
        nl: 'In onze organisatie bereikt een signaal van een klant de juiste collega.',
        en: 'In our organisation, a signal from a customer reaches the right colleague.',
      },
    },
    {
      id: 'KN3',
      facet: 'suppliers',
      referent: 'team',
      use: 'full',
      text: {
        nl: 'Mijn team gebruikt kennis van een leverancier om het werk beter te doen.',
        en: 'My team uses a supplier’s knowledge to do the work better.',
      },
    },
    {
      id: 'KN4',
      facet: 'improvement',
      referent: 'management',
      use: 'improvement',
      text: {
        nl: 'Mijn leidinggevende vraagt ons hoe kennis delen makkelijker kan.',
        en: 'My manager asks us how sharing knowledge could become easier.',
      },
    },
  ],
  levelDescriptions: {
    sometimes: {
      nl: 'Veel kennis zit in één hoofd, en is die collega vrij, dan zoek je het zelf uit. Wat een klant aan de balie of tegen de monteur zegt, blijft daar hangen.',
      en: 'Much knowledge sits in one head, and when that colleague is off you find out for yourself. What a customer says at the desk or to the fitter stays there.',
    },
    begun: {
      nl: 'Er is een map of kanaal voor tips, maar half leeg of verouderd. Een klacht wordt doorgegeven als je toevallig weet bij wie je moet zijn.',
      en: 'There is a folder or channel for tips, but it is half empty or out of date. A complaint is passed on if you happen to know whom to turn to.',
    },
    usual: {
      nl: 'Wie iets nieuws ontdekt, zet het dezelfde week op de plek waar iedereen kijkt. Geef je iets door over een klant of leverancier, dan hoor je wat ermee besloten is.',
      en: 'Anyone who discovers something new puts it, within the week, in the place where everyone looks. When you pass on something about a customer or supplier, you hear what was decided.',
    },
    improving: {
      nl: 'Jullie ruimen op wat niemand leest en vragen nieuwe collega’s wat ze niet konden vinden. Eens per kwartaal kijken jullie welke signalen te laat aankwamen, en waardoor.',
      en: 'You clear away what nobody reads and ask new colleagues what they could not find. Once a quarter you look at which signals arrived too late, and why.',
    },
  },
};
