import type { Localised } from './language.ts';

/**
 * A question about the respondent's own work, in broad bands. An organisation chooses at most `mostProfileQuestions` of
 * them for a peiling. Its answers are counted at the opening, for everyone together, and are in no row that is kept.
 */
export type ProfileQuestion = {
  /** As it stands in a ballot, among the answers to items. */
  readonly id: ProfileQuestionId;
  /** In two or three words, for a list and for the head of a table. */
  readonly name: Localised;
  readonly text: Localised;
  /** In order; the answer is the place, from 1. */
  readonly bands: readonly {
    readonly label: Localised;
    /** Who is in it, within a sentence. */ readonly who: Localised;
  }[];
  /** When to ask it, and what it costs in candour: for who chooses. */
  readonly cost: Localised;
};

export const profileQuestionIds = [
  'profile-tenure',
  'profile-shifts',
  'profile-leads',
  'profile-hours',
  'profile-contact',
] as const;
export type ProfileQuestionId = (typeof profileQuestionIds)[number];

/** Each question more makes the combination of someone's answers rarer: eighteen combinations of three, 108 of five. */
export const mostProfileQuestions = 3;

/**
 * Two or three bands each, so that in a small organisation ten people are left in one. About work, never about who
 * somebody is: no age, no sex, no origin.
 */
export const profileQuestions: readonly ProfileQuestion[] = [
  {
    id: 'profile-tenure',
    name: { nl: 'Hoe lang je hier werkt', en: 'Time with us' },
    text: { nl: 'Hoe lang werk je hier?', en: 'How long have you worked here?' },
    bands: [
      {
        label: { nl: 'Korter dan 2 jaar', en: 'Less than 2 years' },
        who: { nl: 'wie hier korter dan 2 jaar werkt', en: 'people with less than 2 years here' },
      },
      {
        label: { nl: '2 tot 10 jaar', en: '2 to 10 years' },
        who: { nl: 'wie hier 2 tot 10 jaar werkt', en: 'people with 2 to 10 years here' },
      },
      {
        label: { nl: '10 jaar of langer', en: '10 years or more' },
        who: { nl: 'wie hier 10 jaar of langer werkt', en: 'people with 10 years or more here' },
      },
    ],
    cost: {
      nl: 'Past bijna overal. Kost weinig openhartigheid, behalve waar maar een paar mensen nieuw zijn.',
      en: 'Fits nearly everywhere. Costs little candour, except where only a few people are new.',
    },
  },
  {
    id: 'profile-shifts',
    name: { nl: 'In ploegen of niet', en: 'Shift work or not' },
    text: {
      nl: 'Werk je in ploegen, of in wisselende diensten?',
      en: 'Do you work in shifts, or on a changing roster?',
    },
    bands: [
      {
        label: { nl: 'Ja', en: 'Yes' },
        who: { nl: 'wie in ploegen of wisselende diensten werkt', en: 'people who work in shifts' },
      },
      {
        label: { nl: 'Nee', en: 'No' },
        who: { nl: 'wie niet in ploegen werkt', en: 'people who don’t work in shifts' },
      },
    ],
    cost: {
      nl: 'Zinvol als beide in meer dan één onderdeel voorkomen. Werkt één onderdeel in ploegen en de rest niet, dan zegt de uitslag van dat onderdeel het al.',
      en: 'Makes sense when both occur in more than one unit. If one unit works in shifts and the others don’t, that unit’s own result says it already.',
    },
  },
  {
    id: 'profile-leads',
    name: { nl: 'Leidinggevend of niet', en: 'Leading others or not' },
    text: { nl: 'Geef je leiding aan collega’s?', en: 'Do you lead colleagues?' },
    bands: [
      { label: { nl: 'Ja', en: 'Yes' }, who: { nl: 'wie leidinggeeft', en: 'people who lead others' } },
      { label: { nl: 'Nee', en: 'No' }, who: { nl: 'wie geen leiding geeft', en: 'people who don’t lead others' } },
    ],
    cost: {
      nl: 'Kost het meest: er zijn weinig leidinggevenden, en zij voelen zich het eerst herkend. Vraag dit pas bij twintig leidinggevenden of meer.',
      en: 'Costs the most: those who lead are few and feel recognised first. Ask this only with twenty or more of them.',
    },
  },
  {
    id: 'profile-hours',
    name: { nl: 'Uren per week', en: 'Hours a week' },
    text: { nl: 'Hoeveel uur per week werk je hier meestal?', en: 'How many hours a week do you usually work here?' },
    bands: [
      {
        label: { nl: 'Minder dan 24 uur', en: 'Under 24 hours' },
        who: { nl: 'wie minder dan 24 uur werkt', en: 'people who work under 24 hours' },
      },
      {
        label: { nl: '24 uur of meer', en: '24 hours or more' },
        who: { nl: 'wie 24 uur of meer werkt', en: 'people who work 24 hours or more' },
      },
    ],
    cost: {
      nl: 'Kost weinig openhartigheid. Zegt iets waar leren vooral gebeurt als iedereen er is.',
      en: 'Costs little candour. Tells something where learning happens mostly when everyone is in.',
    },
  },
  {
    id: 'profile-contact',
    name: { nl: 'Contact met klanten', en: 'Contact with customers' },
    text: {
      nl: 'Heb je op de meeste dagen contact met klanten, cliënten of leerlingen?',
      en: 'Are you in contact with customers, clients or pupils on most days?',
    },
    bands: [
      {
        label: { nl: 'Ja', en: 'Yes' },
        who: { nl: 'wie dagelijks contact met klanten heeft', en: 'people in daily contact with customers' },
      },
      {
        label: { nl: 'Nee', en: 'No' },
        who: { nl: 'wie weinig contact met klanten heeft', en: 'people with little customer contact' },
      },
    ],
    cost: {
      nl: 'Kost weinig openhartigheid. Zinvol als buitendienst en binnendienst elkaar weinig zien.',
      en: 'Costs little candour. Makes sense when front line and back office see little of each other.',
    },
  },
];

/** The chosen ones, in the order in which they are asked; an id of another version isn't there. */
export function profileQuestionsOf(ids: readonly string[]): readonly ProfileQuestion[] {
  return profileQuestions.filter(({ id }) => ids.includes(id));
}
