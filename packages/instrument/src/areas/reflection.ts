import type { AreaSource } from '../area-source.ts';

export const reflection: AreaSource = {
  area: {
    code: 'reflection',
    kind: 'success-area',
    name: { nl: 'leren verbonden aan reflecteren', en: 'learning through reflection' },
    shortName: { nl: 'Reflectie', en: 'Reflection' },
    definition: {
      nl: 'Mensen kijken terug op wat ze deden en wat het opleverde. Ze vragen elkaar om feedback en doen er iets mee.',
      en: 'People look back on what they did and what came of it. They ask one another for feedback and act on it.',
    },
    story: {
      nl: 'Ervaring alleen maakt niemand wijzer; erover nadenken wel. Bersin & Associates verbindt leren daarom aan reflecteren: terugkijken op gedrag en prestaties om steeds beter te worden. Dat doe je het best samen, door elkaar feedback te geven waar je iets van leert.',
      en: 'Experience alone makes nobody wiser; thinking about it does. That is why Bersin & Associates tie learning to reflection: looking back on behaviour and performance to keep getting better. You do this best together, by giving one another feedback to learn from.',
    },
    practice: {
      nl: 'Vraag en geef feedback, en kijk terug op gedrag en resultaat.',
      en: 'Ask for feedback, give it, and look back on behaviour and results.',
    },
    facets: [
      { id: 'regular', name: { nl: 'op vaste momenten terugkijken', en: 'regular reflection' }, isAsked: true },
      // The improvement item stands here: it asks whether giving feedback is made better.
      { id: 'feedback-given', name: { nl: 'feedback geven', en: 'feedback given' }, isAsked: false },
      { id: 'feedback-asked', name: { nl: 'feedback vragen', en: 'feedback asked' }, isAsked: true },
      { id: 'acts', name: { nl: 'er iets mee doen', en: 'acts on it' }, isAsked: true },
    ],
  },
  items: [
    {
      id: 'RF1',
      facet: 'regular',
      referent: 'team',
      use: 'every-form',
      text: {
        nl: 'Als werk klaar is, bespreekt mijn team hoe we het hebben aangepakt.',
        en: 'When work is finished, my team discusses how we went about it.',
      },
    },
    {
      id: 'RF2',
      facet: 'feedback-asked',
      referent: 'management',
      use: 'full',
      text: {
        nl: 'Mijn leidinggevende vraagt ons om feedback op de eigen aanpak.',
        en: 'My manager asks us for feedback on their own approach.',
      },
    },
    {
      id: 'RF3',
      facet: 'acts',
      referent: 'self',
      use: 'full',
      text: { nl: 'Ik doe iets met de feedback die ik krijg.', en: 'I do something with the feedback that I get.' },
    },
    {
      id: 'RF4',
      facet: 'improvement',
      referent: 'organisation',
      use: 'improvement',
      text: {
        nl: 'Onze organisatie helpt ons om elkaar betere feedback te geven.',
        en: 'Our organisation helps us to give each other better feedback.',
      },
    },
  ],
  levelDescriptions: {
    sometimes: {
      nl: 'Na een heftige dienst praat je met een collega op de parkeerplaats, en dat is het. Feedback krijg je één keer per jaar, op papier.',
      en: 'After a rough shift you talk with a colleague in the car park, and that is it. You get feedback once a year, on paper.',
    },
    begun: {
      nl: 'Terugkijken staat op de agenda, maar schuift door als het overleg uitloopt. Vraag je om feedback, dan hoor je vaak ‘ging prima’.',
      en: 'Looking back is on the agenda, but is put off when the meeting runs late. When you ask for feedback, you often hear ‘it went fine’.',
    },
    usual: {
      nl: 'Aan het einde van een dienst, klus of dossier bespreken jullie kort wat goed ging en wat anders moet. Vragen hoe iets overkwam is gewoon, ook voor een leidinggevende.',
      en: 'At the end of a shift, job or file you briefly discuss what went well and what must change. Asking how something came across is normal, also for a manager.',
    },
    improving: {
      nl: 'Jullie beginnen met wat er met de vorige feedback is gedaan, en dat is te zien in het werk. Wordt het terugkijken sleur, dan kiest het team een andere vorm: een nieuwe vraag, een wandeling, een gast.',
      en: 'You begin with what was done with the last feedback, and it shows in the work. When looking back becomes a rut, the team picks another form: a new question, a walk, a guest.',
    },
  },
};
