import type { AreaSource } from '../area-source.ts';

export const systemsThinking: AreaSource = {
  area: {
    code: 'systems-thinking',
    kind: 'discipline',
    name: { nl: 'systeemdenken', en: 'systems thinking' },
    shortName: { nl: 'Samenhang', en: 'Connections' },
    definition: {
      nl: 'Mensen zien hoe delen samenhangen en wat hun werk bij anderen doet. Ze weten dat een oorzaak ver weg kan liggen, in tijd en in plaats.',
      en: 'People see how parts hang together and what their work does to others. They know that a cause may lie far away, in time and in place.',
    },
    story: {
      nl: 'Alles hangt met alles samen. Elke inbreng telt, en elke inbreng heeft een gevolg voor een ander. Peter Senge noemt systeemdenken de vijfde discipline, omdat het de andere vier bij elkaar houdt. Wie het geheel ziet, zoekt naar de oorzaak en voelt zich mede verantwoordelijk.',
      en: 'Everything is connected. Every contribution counts, and every contribution has consequences for someone else. Peter Senge calls systems thinking the fifth discipline, because it holds the other four together. Those who see the whole look for the cause, and feel responsible for it too.',
    },
    practice: {
      nl: 'Teken wat met wat samenhangt, reken het door en laat gevolgen bevestigen door wie ze raken.',
      en: 'Draw what hangs together with what, simulate it, and have consequences confirmed by those whom they hit.',
    },
    facets: [
      {
        id: 'effect-on-others',
        name: {
          nl: 'het effect op anderen kennen, voor en na je in de keten',
          en: 'knowing the effect on others up and down the line',
        },
        isAsked: true,
      },
      {
        id: 'causes',
        name: { nl: 'oorzaken zoeken, geen schuldigen', en: 'looking for causes, not culprits' },
        isAsked: true,
      },
      // The improvement item stands here: 'and then?' is the question by which later effects are foreseen.
      { id: 'and-then', name: { nl: 'vragen: ‘en dan?’', en: 'asking ‘and then?’' }, isAsked: false },
      {
        id: 'later-effects',
        name: { nl: 'vertraging en bijwerkingen voorzien', en: 'foreseeing delays and side effects' },
        isAsked: true,
      },
      {
        id: 'responsible',
        name: { nl: 'je verantwoordelijk voelen voor het geheel', en: 'feeling responsible for the whole' },
        isAsked: true,
      },
      {
        id: 'at-the-root',
        name: { nl: 'terugkerende problemen bij de wortel oplossen', en: 'solving recurring problems at the root' },
        isAsked: true,
      },
    ],
  },
  items: [
    {
      id: 'ST1',
      facet: 'effect-on-others',
      referent: 'team',
      use: 'every-form',
      text: {
        nl: 'Mijn team gaat na wat ons werk betekent voor wie ermee verder moet.',
        en: 'My team checks what our work means for those who continue with it.',
      },
    },
    {
      id: 'ST2',
      facet: 'causes',
      referent: 'management',
      use: 'full',
      text: {
        nl: 'Als iets misgaat, zoekt mijn leidinggevende naar oorzaken in de manier van werken.',
        en: 'When something goes wrong, my manager looks for causes in the way we work.',
      },
    },
    {
      id: 'ST3',
      facet: 'later-effects',
      referent: 'organisation',
      use: 'full',
      text: {
        nl: 'Voor een verandering bekijkt onze organisatie welke gevolgen er later kunnen komen.',
        en: 'Before a change, our organisation looks at which consequences may come later.',
      },
    },
    {
      id: 'ST4',
      facet: 'responsible',
      referent: 'self',
      use: 'full',
      text: {
        nl: 'Ik doe iets aan een probleem dat ik buiten mijn eigen taak zie.',
        en: 'I do something about a problem that I see outside my own task.',
      },
    },
    {
      id: 'ST5',
      facet: 'at-the-root',
      referent: 'team',
      use: 'full',
      text: {
        nl: 'Mijn team lost een probleem dat terugkomt bij de bron op.',
        en: 'My team solves a recurring problem at its source.',
      },
    },
    {
      id: 'ST6',
      facet: 'improvement',
      referent: 'organisation',
      use: 'improvement',
      text: {
        nl: 'Onze organisatie zoekt betere manieren om te zien hoe het werk van teams samenhangt.',
        en: 'Our organisation looks for better ways to see how the work of teams is connected.',
      },
    },
  ],
  levelDescriptions: {
    sometimes: {
      nl: 'Als er iets misgaat, is de eerste vraag wie het deed. Wat jullie werk bij de volgende afdeling veroorzaakt, hoor je pas als die boos belt.',
      en: 'When something goes wrong, the first question is who did it. You only hear what your work causes in the next department when they call in anger.',
    },
    begun: {
      nl: 'Na een grote storing of klacht wordt er gezocht naar de oorzaak, na een kleine meestal niet. Dezelfde fout komt terug en iemand zegt: ‘dit hadden we toch opgelost’.',
      en: 'After a major breakdown or complaint people look for the cause, after a minor one usually not. The same fault returns and somebody says: ‘but we had solved this’.',
    },
    usual: {
      nl: 'Voor een verandering vraagt iemand wat die doet met de nachtdienst, de planning of de klant. Een probleem dat voor de tweede keer komt, wordt uitgezocht tot de oorzaak gevonden is.',
      en: 'Before a change, somebody asks what it will do to the night shift, to planning or to the customer. A problem that comes up a second time is traced until the cause is found.',
    },
    improving: {
      nl: 'Er hangt een tekening van wat op wat werkt, en die wordt bijgewerkt als het anders uitpakt. Jullie vragen de afdeling na jullie of een verandering deed wat je dacht, en passen haar daarna aan.',
      en: 'A drawing of what affects what hangs on the wall, and it is updated when things turn out differently. You ask the department after you whether a change did what you thought, and then adjust it.',
    },
  },
};
