import type { AreaSource } from '../area-source.ts';

export const trust: AreaSource = {
  area: {
    code: 'trust',
    kind: 'success-area',
    name: { nl: 'bouwen aan vertrouwen', en: 'building trust' },
    shortName: { nl: 'Vertrouwen', en: 'Trust' },
    definition: {
      nl: 'Mensen durven te leren: ze durven te vragen, fouten te maken en hun mening te geven. Ze kunnen van hun leidinggevende op aan.',
      en: 'People dare to learn: to ask, to make mistakes and to speak up. They can rely on their manager.',
    },
    story: {
      nl: 'Wie bang is, leert weinig. Daarom begint Bersin & Associates de lijst van zes succesgebieden met vertrouwen: in de organisatie en in je leidinggevende. In een veilige leeromgeving mag je iets vragen, iets proberen en een fout maken. Dan komt de fout ook op tafel, en daar heeft iedereen iets aan.',
      en: 'Fear teaches little. That is why the six success areas of Bersin & Associates begin with trust: in the organisation and in your manager. In a safe place to learn you may ask, try things and make a mistake. The mistake then comes to light, and everyone gains from that.',
    },
    practice: {
      nl: 'Anoniem antwoorden, met een gemeten bescherming, en een veilige plek voor fouten.',
      en: 'Anonymity that is measured, and a safe place for mistakes.',
    },
    facets: [
      {
        id: 'mistakes',
        name: { nl: 'fouten bespreken zonder straf', en: 'mistakes are discussed without punishment' },
        isAsked: true,
      },
      { id: 'asks-help', name: { nl: 'om hulp vragen', en: 'asking for help' }, isAsked: true },
      { id: 'confidence', name: { nl: 'vertrouwen in de leiding', en: 'confidence in management' }, isAsked: true },
      // The improvement item stands here: what makes trust grow is that speaking up is made easier.
      { id: 'speaks-up', name: { nl: 'je uitspreken', en: 'speaking up' }, isAsked: false },
    ],
  },
  items: [
    {
      id: 'TR1',
      facet: 'mistakes',
      referent: 'team',
      use: 'every-form',
      text: {
        nl: 'In mijn team krijgt een collega die een fout toegeeft een rustige reactie.',
        en: 'In my team, a colleague who admits a mistake gets a calm response.',
      },
    },
    {
      id: 'TR2',
      facet: 'asks-help',
      referent: 'self',
      use: 'full',
      text: { nl: 'Ik vraag om hulp als ik ergens op vastloop.', en: 'I ask for help when I get stuck.' },
    },
    {
      id: 'TR3',
      facet: 'confidence',
      referent: 'management',
      use: 'full',
      text: {
        nl: 'Mijn leidinggevende komt beloften aan het team na.',
        en: 'My manager keeps promises made to the team.',
      },
    },
    {
      id: 'TR4',
      facet: 'improvement',
      referent: 'organisation',
      use: 'improvement',
      text: {
        nl: 'Onze organisatie doet iets om vrijuit spreken makkelijker te maken.',
        en: 'Our organisation does something to make it easier to speak freely.',
      },
    },
  ],
  levelDescriptions: {
    sometimes: {
      nl: 'Een fout vertel je alleen aan de collega die je vertrouwt. In de groep blijft het stil als de leiding vraagt wat er beter kan.',
      en: 'You tell only the colleague you trust about a mistake. When management asks what could be better, the group stays silent.',
    },
    begun: {
      nl: 'Sommige collega’s zeggen hardop dat ze iets niet weten, en dan helpt er iemand. Bij een grote fout wachten mensen toch eerst af hoe de leiding reageert.',
      en: 'Some colleagues say aloud that they don’t know something, and then somebody helps. With a serious mistake, people still wait to see how management reacts.',
    },
    usual: {
      nl: '‘Dit ging bij mij mis, let op’ hoor je bij de overdracht, en niemand kijkt ervan op. Een leerling stelt de vraag die alle anderen ook hadden, en krijgt antwoord.',
      en: '‘This went wrong with me, watch out’ is something you hear at handover, and nobody is surprised. A trainee asks the question that everyone else had too, and gets an answer.',
    },
    improving: {
      nl: 'Leidinggevenden vertellen zelf wat er misging en wat ze daarvan leerden. Jullie vragen na elke melding of het melden makkelijk was, en halen weg wat in de weg stond.',
      en: 'Managers themselves tell what went wrong and what they learned from it. After every report you ask whether reporting was easy, and remove what stood in the way.',
    },
  },
};
