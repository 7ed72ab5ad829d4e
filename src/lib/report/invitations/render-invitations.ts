import type { Language, Words } from '../language.ts';
import { wordsIn } from '../language.ts';
import { compilePdf } from '../typst/compile.ts';
import type { InvitationPrint, InvitationTerms, PrintedCode, Recipient } from './invitation-print.ts';
import { qrSvg } from './qr-svg.ts';

const titles = {
  letters: 'invitation.title.letters',
  cards: 'invitation.title.cards',
  'unnamed-cards': 'invitation.title.unnamed',
} as const;

interface Promised {
  readonly label: string;
  readonly value: string;
}

function promises(terms: InvitationTerms, words: Words): readonly Promised[] {
  const { research, resultOn, worksCouncil: council } = terms;
  const granted = {
    label: words.say('invitation.granted'),
    value: words.say('invitation.grantedValue', {
      hours: terms.grantedHours,
      euros: words.euros(terms.grantedEuros),
      by: terms.grantedBy,
    }),
  };
  // A pilot has no result for teams: without time or money for them there is nothing to say about either.
  const isForTeams = research === null || terms.grantedHours > 0 || terms.grantedEuros > 0;
  return [
    {
      label: words.say('invitation.resultOn'),
      value: words.say(research ? 'invitation.pilotResultOn' : 'invitation.resultOnValue', {
        date: words.date(resultOn),
      }),
    },
    ...(isForTeams ? [granted] : []),
    {
      label: words.say('invitation.council'),
      value:
        council.kind === 'consent'
          ? words.say('invitation.councilConsent', { council: council.council, date: words.date(council.on) })
          : words.say('invitation.councilNone', { reason: council.reason }),
    },
    research
      ? {
          label: words.say('invitation.research'),
          value: words.say('invitation.researchValue', {
            researcher: research.researcher,
            date: words.date(research.keptUntil),
          }),
        }
      : {
          label: words.say('invitation.minimum'),
          value: words.say('invitation.minimumValue', { count: terms.minimumGroupSize }),
        },
    {
      label: words.say('invitation.fingerprint'),
      value: words.say('invitation.fingerprintValue', { fingerprint: terms.fingerprint }),
    },
  ];
}

function door(printed: PrintedCode, terms: InvitationTerms, words: Words) {
  return {
    code: printed.code,
    qr: qrSvg(printed.link),
    qrAlt: words.say('invitation.qrAlt', { address: terms.address, code: printed.code }),
  };
}

function named(recipient: Recipient, terms: InvitationTerms, words: Words) {
  const { name, addressLines, unit, countedWith } = recipient;
  return {
    name,
    addressLines,
    unit,
    countedWith,
    greeting: words.say('invitation.greeting', { name }),
    ...door(recipient, terms, words),
  };
}

/** The sheet on top of a unit's stack tells whoever puts it down how to keep it a draw. */
function cover(unit: string, count: number, words: Words) {
  return {
    heading: words.say('invitation.drawHeading'),
    count: words.say('invitation.drawCount', { unit, count }),
    steps: [words.say('invitation.drawCut'), words.say('invitation.drawPick'), words.say('invitation.drawLeft')],
  };
}

function stacks(print: InvitationPrint, words: Words) {
  const { terms } = print;
  if (print.kind !== 'unnamed-cards')
    return [{ cover: null, people: print.recipients.map((one) => named(one, terms, words)) }];
  return print.units.map(({ unit, countedWith, cards }) => ({
    cover: cover(unit, cards.length, words),
    people: cards.map((card) => ({ name: null, unit, countedWith, ...door(card, terms, words) })),
  }));
}

/** Everything that is on paper, in words: what Typst gets, and what the tests read. */
export function invitationView(print: InvitationPrint, words: Words) {
  const { terms } = print;
  const scan = terms.scanTitle;
  const days = { opens: words.date(terms.opensOn), closes: words.date(terms.closesOn), scan };
  const isPilot = terms.research !== null;
  return {
    title: words.say(titles[print.kind], { scan }),
    author: terms.organisation,
    language: words.language,
    organisation: terms.organisation,
    date: words.date(terms.opensOn),
    heading: [
      words.say('invitation.heading', { organisation: terms.organisation }),
      words.say('invitation.headingYou'),
    ],
    introduction: terms.introduction,
    lead: words.say(isPilot ? 'invitation.pilotLead' : 'invitation.lead', days),
    cardLead: words.say(isPilot ? 'invitation.pilotCardLead' : 'invitation.cardLead', days),
    scan: words.say('invitation.scan'),
    type: words.say('invitation.type'),
    andType: words.say('invitation.andType'),
    address: terms.address,
    yours: words.say('invitation.codeIsYours'),
    promised: words.say('invitation.promised'),
    promises: promises(terms, words),
    who: words.say(isPilot ? 'invitation.pilotWho' : 'invitation.who'),
    whoSeesWhat: terms.whoSeesWhat,
    contact: words.say('invitation.contact', { contact: terms.contact }),
    stacks: stacks(print, words),
  };
}

/** Letters for window envelopes, cards by name, or cards to be drawn by hand: one PDF ready for the printer. */
export async function renderInvitations(
  print: InvitationPrint,
  { language }: { language: Language },
): Promise<Uint8Array> {
  const template = print.kind === 'letters' ? 'invitations/letters.typ' : 'invitations/cards.typ';
  return compilePdf(template, invitationView(print, wordsIn(language)));
}
