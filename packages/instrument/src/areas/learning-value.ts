import type { AreaSource } from '../area-source.ts';

export const learningValue: AreaSource = {
  area: {
    code: 'learning-value',
    kind: 'success-area',
    name: { nl: 'waarde van leren aantonen', en: 'demonstrating the value of learning' },
    shortName: { nl: 'Leerwinst', en: 'Learning gains' },
    definition: {
      nl: 'De organisatie laat zien wat leren oplevert. Wat iemand leert, telt mee.',
      en: 'The organisation shows what learning brings. What someone learns counts.',
    },
    story: {
      nl: 'Leren kost tijd, en dan wil je weten wat het oplevert. Volgens Bersin & Associates tonen lerende organisaties die waarde aan, in beoordelingen en in wat ze erover publiceren. Daarom maken ze er ook ruimte voor. Wie eerlijk laat zien wat wel en wat niet werkte, hoeft het belang van leren niet meer te bepleiten.',
      en: 'Learning takes time, so you want to know what it brings. According to Bersin & Associates, learning organisations demonstrate that value, in appraisals and in what they publish. It is also why they make room for learning. If you show honestly what worked and what did not, you no longer have to plead for it.',
    },
    practice: {
      nl: 'Vergelijk voor en na, laat het effect zien en vertel leerverhalen, ook die van wat mislukte.',
      en: 'Compare before and after, show the impact and tell learning stories, failures included.',
    },
    facets: [
      {
        id: 'measured',
        name: { nl: 'opbrengst van leren nagaan', en: 'results of learning are measured' },
        isAsked: true,
      },
      { id: 'shown', name: { nl: 'laten zien en publiceren', en: 'shown and published' }, isAsked: true },
      {
        id: 'appraisal',
        name: { nl: 'leren telt mee in de beoordeling', en: 'learning counts in appraisal' },
        isAsked: true,
      },
      // The improvement item stands here: that learning is facilitated is asked about under support.
      {
        id: 'facilitated',
        name: { nl: 'daarom leren mogelijk maken', en: 'facilitated for that reason' },
        isAsked: false,
      },
    ],
  },
  items: [
    {
      id: 'LV1',
      facet: 'measured',
      referent: 'team',
      use: 'every-form',
      text: {
        nl: 'Mijn team kijkt of iets wat we leerden het werk ook beter maakt.',
        en: 'My team checks whether something we learned also makes the work better.',
      },
    },
    {
      id: 'LV2',
      facet: 'shown',
      referent: 'organisation',
      use: 'full',
      text: {
        nl: 'Onze organisatie laat met voorbeelden zien wat leren heeft opgeleverd.',
        en: 'Our organisation gives examples to show what learning has brought.',
      },
    },
    {
      id: 'LV3',
      facet: 'appraisal',
      referent: 'management',
      use: 'full',
      text: {
        nl: 'Als mijn leidinggevende mijn werk bespreekt, telt mee wat ik heb geleerd.',
        en: 'When my manager discusses my work, what I have learned counts too.',
      },
    },
    {
      id: 'LV4',
      facet: 'improvement',
      referent: 'organisation',
      use: 'improvement',
      text: {
        nl: 'Onze organisatie probeert nieuwe manieren om de opbrengst van leren te laten zien.',
        en: 'Our organisation tries new ways of showing what learning brings.',
      },
    },
  ],
  levelDescriptions: {
    sometimes: {
      nl: 'Je komt terug van een cursus en niemand vraagt ernaar. Of het geld goed besteed was, is een gevoel.',
      en: 'You come back from a course and nobody asks about it. Whether the money was well spent is a matter of feeling.',
    },
    begun: {
      nl: 'Na een training vul je een formulier in over de docent en de lunch. Af en toe vertelt een collega wat er sindsdien beter gaat.',
      en: 'After a training you fill in a form about the trainer and the lunch. Now and then a colleague tells what has gone better since.',
    },
    usual: {
      nl: 'Voordat jullie iets gaan leren, spreken jullie af waaraan je straks merkt dat het hielp. In je functioneringsgesprek komt het geleerde ter sprake, met een voorbeeld erbij.',
      en: 'Before you set out to learn something, you agree how you will notice that it helped. In your appraisal, what you learned comes up, with an example.',
    },
    improving: {
      nl: 'Op het prikbord of intranet lees je wat leren opbracht, ook als het weinig was. Jullie gaan dat steeds beter na: vorig jaar alleen met een cijfer, nu met het verhaal erbij.',
      en: 'On the notice board or intranet you read what learning brought, even if it was little. You keep getting better at finding out: last year with just a figure, now with the story beside it.',
    },
  },
};
