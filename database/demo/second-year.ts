import type { AgreedStep, NotDone, WaitingStep } from './plan-entries.ts';

/* What the teams are doing with the second peiling: half-way, as everywhere. */

export const secondYearSteps: readonly AgreedStep[] = [
  {
    unit: 'Netbeheer',
    heldOn: -24,
    practice: 'and-then-what',
    area: 'systems-thinking',
    ownerAt: 3,
    dueOn: 26,
    lookBackOn: 28,
    ticked: 3,
    why: 'Als wij een straat afsluiten voor onderhoud, merkt Aansluitingen het pas als ze ervoor staan.',
  },
  {
    unit: 'Communicatie',
    heldOn: -22,
    practice: 'meet-who-it-is-for',
    area: 'shared-vision',
    ownerAt: 1,
    euros: 80,
    dueOn: 34,
    lookBackOn: 35,
    ticked: 2,
    why: 'Ons doel hangt er, maar we hebben nog nooit iemand gesproken die onze brief over een afsluiting kreeg.',
  },
  {
    unit: 'Wachtdienst zuivering A',
    heldOn: -26,
    practice: 'learning-hour-in-the-roster',
    area: 'support',
    dueOn: 130,
    lookBackOn: 40,
    ticked: 2,
    why: 'In het nieuwe rooster is elke dienst precies bezet. Wie leert, laat een collega alleen op de wacht.',
    stuck: {
      on: -6,
      for: 'director',
      reason:
        'Voor elk leeruur is er vervanging nodig en die staat niet in het rooster. Acht uur per maand extra zou genoeg zijn voor allebei de wachten. Wie mag dat toekennen?',
    },
  },
  {
    unit: 'Klantcontact',
    heldOn: -23,
    practice: 'find-it-in-thirty-seconds',
    area: 'knowledge',
    ownerAt: 9,
    euros: 100,
    dueOn: 60,
    lookBackOn: 33,
    ticked: 4,
    why: 'De meeste telefoontjes op maandag gaan over iets wat vrijdag al bekend was. Alleen staat het op een plek waar wij niet kijken.',
  },
  {
    unit: 'Ontwerp en advies',
    heldOn: -21,
    practice: 'assumption-on-trial',
    area: 'mental-models',
    dueOn: 28,
    lookBackOn: 30,
    ticked: 3,
    why: 'De helft van ons gelooft in de nieuwe koers, de andere helft wacht tot hij overwaait. We praten er omheen. Daarom zetten we de aanname eronder op proef.',
    stuck: {
      on: -5,
      for: 'adviser',
      reason:
        'We hebben de aanname opgeschreven en raken het niet eens over wat haar zou weerleggen. Kan iemand van buiten dat gesprek één keer leiden?',
    },
  },
  {
    unit: 'Procesautomatisering',
    heldOn: -19,
    practice: 'make-room-for-no',
    area: 'team-learning',
    dueOn: 65,
    lookBackOn: 37,
    ticked: 1,
    why: 'Bij ons is iedereen het snel eens, en achteraf hoor je bij de koffie wie er toch twijfelde.',
    stuck: {
      on: -4,
      for: 'coordinator',
      reason:
        'Ons overleg valt sinds deze maand samen met de leveranciersdag. Is er op donderdag een ruimte waar we met z’n tienen terechtkunnen?',
    },
  },
  {
    unit: 'Productie',
    heldOn: -25,
    practice: 'one-list-for-the-whole',
    area: 'mental-models',
    dueOn: 100,
    lookBackOn: 45,
    ticked: 2,
    why: 'Elke locatie kreeg het nieuwe rooster voor elkaar ten koste van een andere. Niemand keek naar het geheel.',
  },
];

/** The conversation of this unit is held in the application itself, step by step; it is the one of the visitor's manager. */
export const heldOnScreen: AgreedStep = {
  unit: 'Storingsdienst',
  heldOn: -20,
  practice: 'why-does-it-come-back',
  area: 'systems-thinking',
  ownerAt: 6,
  euros: 120,
  dueOn: 64,
  lookBackOn: 0,
  ticked: 3,
  why: 'We durven het weer te zeggen als iets bijna misgaat. Nu zien we pas hoe vaak het hetzelfde is: dezelfde drie afsluiters, dezelfde verouderde tekening.',
};

export const secondYearWaiting: readonly WaitingStep[] = [
  { unit: 'Storingsdienst', addedOn: -18, practice: 'meet-who-it-is-for', area: 'shared-vision', dueOn: 120 },
  { unit: 'Klantcontact', addedOn: -17, practice: 'thanks-with-a-because', area: 'recognition', dueOn: 150 },
  { unit: 'Netbeheer', addedOn: -16, practice: 'visit-another-team', area: 'team-learning', dueOn: 110 },
];

/** Conversations on the calendar, days from today. */
export const plannedConversations: Readonly<Record<string, number>> = {
  'Winning en zuivering Noord': 2,
  'Leidingaanleg Oost': 4,
  'Facturatie en incasso': 7,
  Laboratorium: 9,
  'Leidingaanleg West': 11,
  Financiën: 14,
};

export const secondYearNotDone: readonly NotDone[] = [
  {
    unit: 'Storingsdienst',
    on: -17,
    said: 'Ruil een week met iemand van een ander team.',
    because:
      'Een hele week krijgen we op de wacht niet rond. Een dag meelopen kan wel, en staat in het plan van Netbeheer.',
  },
  {
    unit: 'Productie',
    on: -21,
    said: 'Terug naar het oude rooster.',
    because:
      'Het oude rooster mag niet meer van de wet. Wat wel kan: de ploegen maken binnen het nieuwe hun eigen leeruur, zodra er vervanging is.',
  },
  {
    unit: 'Klantcontact',
    on: -15,
    said: 'Niet meer doorverbinden na vijf uur.',
    because: 'Dan krijgt wie geen water heeft een bandje. Dat willen we niet.',
  },
];
