import type { AreaSource } from '../area-source.ts';

export const recognition: AreaSource = {
  area: {
    code: 'recognition',
    kind: 'success-area',
    name: { nl: 'medewerkers in hun kracht', en: 'empowering employees' },
    shortName: { nl: 'Kracht', en: 'Strengths' },
    definition: {
      nl: 'Mensen worden aangemoedigd en krijgen te horen wat ze goed doen. Wie zelf iets begint, wordt daarvoor beloond.',
      en: 'People are encouraged and hear what they do well. Those who start something themselves are rewarded for it.',
    },
    story: {
      nl: 'Mensen groeien van iemand die ziet wat ze kunnen. In het model van Bersin & Associates zetten leidinggevenden en collega’s elkaar in hun kracht: met aanmoediging, met beloning van initiatief en met positieve feedback. Eén precieze zin over wat je goed deed, doet daarbij meer dan een algemeen compliment.',
      en: 'People grow when someone sees what they can do. In the model of Bersin & Associates, managers and colleagues empower one another: by encouraging, by rewarding initiative and by giving positive feedback. One precise sentence about what you did well goes further than a general compliment.',
    },
    practice: {
      nl: 'Bedank precies, beloon initiatief en geef positieve feedback.',
      en: 'Thank precisely, reward initiative and give positive feedback.',
    },
    facets: [
      { id: 'encouraged', name: { nl: 'aanmoediging', en: 'encouraged' }, isAsked: true },
      { id: 'rewarded', name: { nl: 'initiatief wordt beloond', en: 'initiatives are rewarded' }, isAsked: true },
      {
        id: 'specific-feedback',
        name: { nl: 'positieve feedback is precies', en: 'positive feedback is specific' },
        isAsked: true,
      },
      // The improvement item stands here: of the four, room to decide is furthest from what the area's source describes.
      { id: 'room-to-decide', name: { nl: 'ruimte om zelf te beslissen', en: 'room to decide' }, isAsked: false },
    ],
  },
  items: [
    {
      id: 'RC1',
      facet: 'encouraged',
      referent: 'team',
      use: 'full',
      text: {
        nl: 'Collega’s in mijn team moedigen elkaar aan om iets nieuws te proberen.',
        en: 'Colleagues in my team encourage each other to try something new.',
      },
    },
    {
      id: 'RC2',
      facet: 'rewarded',
      referent: 'organisation',
      use: 'full',
      text: {
        nl: 'Wie in onze organisatie uit zichzelf iets verbetert, krijgt daar zichtbaar iets voor terug.',
        en: 'In our organisation, people who improve something on their own initiative visibly get something in return.',
      },
    },
    {
      id: 'RC3',
      facet: 'specific-feedback',
      referent: 'management',
      use: 'every-form',
      text: {
        nl: 'Mijn leidinggevende vertelt mij precies wat ik goed heb gedaan.',
        en: 'My manager tells me exactly what I did well.',
      },
    },
    {
      id: 'RC4',
      facet: 'improvement',
      referent: 'team',
      use: 'improvement',
      text: {
        nl: 'Mijn team bedenkt betere manieren om elkaars sterke kanten te gebruiken.',
        en: 'My team thinks up better ways to use each other’s strengths.',
      },
    },
  ],
  levelDescriptions: {
    sometimes: {
      nl: 'Je hoort vooral iets als het fout gaat. Een compliment hangt af van wie er dienst heeft.',
      en: 'You mostly hear something when things go wrong. Whether you get a compliment depends on who is on duty.',
    },
    begun: {
      nl: 'Bij een jubileum of een afgerond project is er taart en een bedankje voor iedereen. Een eigen idee mag je uitproberen, zolang het niemand tijd kost.',
      en: 'An anniversary or a finished project brings cake and a thank-you for everyone. You may try out an idea of your own, as long as it takes nobody’s time.',
    },
    usual: {
      nl: 'Je hoort precies wat je goed deed: ‘doordat jij belde, hoefde die mevrouw niet terug te komen’. Wie zelf een verbetering begint, krijgt er uren voor en wordt erom genoemd.',
      en: 'You hear exactly what you did well: ‘because you called, that lady didn’t have to come back’. Anyone who starts an improvement gets hours for it and is named for it.',
    },
    improving: {
      nl: 'Het team weet wie waarvan energie krijgt en verdeelt het werk daarnaar, elk half jaar opnieuw. Collega’s vragen elkaar welke waardering hen hielp en welke niet.',
      en: 'The team knows what gives each person energy and divides the work accordingly, afresh every half year. Colleagues ask each other which appreciation helped them and which did not.',
    },
  },
};
