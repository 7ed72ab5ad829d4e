import type { AreaSource } from '../area-source.ts';

export const support: AreaSource = {
  area: {
    code: 'support',
    kind: 'success-area',
    name: { nl: 'organisatieondersteuning', en: 'organisational support' },
    shortName: { nl: 'Steun', en: 'Support' },
    definition: {
      nl: 'Leidinggevenden moedigen leren aan. Ze houden er tijd en geld voor vrij.',
      en: 'Managers encourage learning. They set aside time and money for it.',
    },
    story: {
      nl: 'Leren lukt als het mag en als het kan. Bij Bersin & Associates stimuleren leidinggevenden het leren en nemen ze er tijd en geld voor op in hun plannen. Een belofte die in het rooster staat, is meer waard dan tien mooie woorden.',
      en: 'Learning works when it is allowed and when it is possible. With Bersin & Associates, managers encourage learning and put time and money for it in their plans. One promise in the work schedule is worth more than ten fine words.',
    },
    practice: {
      nl: 'Leg vast hoeveel tijd en geld er voor leren is, en zie wat ervan gebruikt is.',
      en: 'Record how much time and money there is for learning, and see what was spent.',
    },
    facets: [
      { id: 'working-hours', name: { nl: 'tijd onder werktijd', en: 'time in working hours' }, isAsked: true },
      { id: 'money', name: { nl: 'geld', en: 'money' }, isAsked: true },
      {
        id: 'manager-stimulates',
        name: { nl: 'de leidinggevende stimuleert', en: 'the manager stimulates' },
        isAsked: true,
      },
      // The improvement item stands here: arranging the work so that there is more room is planning for it.
      { id: 'plans', name: { nl: 'ervoor plannen', en: 'plans for it' }, isAsked: false },
    ],
  },
  items: [
    {
      id: 'SU1',
      facet: 'working-hours',
      referent: 'self',
      use: 'full',
      text: {
        nl: 'Ik gebruik werktijd om iets te leren voor mijn werk.',
        en: 'I use working hours to learn something for my job.',
      },
    },
    {
      id: 'SU2',
      facet: 'money',
      referent: 'organisation',
      use: 'full',
      text: {
        nl: 'Als leren geld kost, betaalt onze organisatie dat.',
        en: 'When learning costs money, our organisation pays for it.',
      },
    },
    {
      id: 'SU3',
      facet: 'manager-stimulates',
      referent: 'management',
      use: 'every-form',
      text: { nl: 'Mijn leidinggevende vraagt mij wat ik wil leren.', en: 'My manager asks me what I want to learn.' },
    },
    {
      id: 'SU4',
      facet: 'improvement',
      referent: 'team',
      use: 'improvement',
      text: {
        nl: 'Mijn team regelt het werk anders, zodat er meer ruimte is om te leren.',
        en: 'My team arranges the work differently so that there is more room for learning.',
      },
    },
  ],
  levelDescriptions: {
    sometimes: {
      nl: 'Leren mag als het rustig is, en het is zelden rustig. Of er geld voor is, hangt af van je leidinggevende.',
      en: 'Learning is allowed when things are quiet, and they rarely are. Whether there is money for it depends on your manager.',
    },
    begun: {
      nl: 'Er staat een bedrag voor opleiding in de begroting, maar weinig collega’s weten hoe je eraan komt. Een leeruur in het rooster sneuvelt als er iemand ziek is.',
      en: 'The budget has an amount for training, but few colleagues know how to get at it. A learning hour in the schedule is dropped when someone is ill.',
    },
    usual: {
      nl: 'De leertijd staat in het rooster en iemand neemt dan je werk over. Je leidinggevende vraagt wat je wilt leren en zegt erbij wat er kan.',
      en: 'Learning time is in the schedule and someone takes over your work meanwhile. Your manager asks what you want to learn and says what is possible.',
    },
    improving: {
      nl: 'Je kunt zien hoeveel uren en geld er waren en wat ervan gebruikt is. Blijft er tijd liggen, dan zoeken jullie uit waardoor en verandert het rooster.',
      en: 'You can see how many hours and how much money there were, and what was used. When time is left over, you find out why and the schedule changes.',
    },
  },
};
