import { actionInWords } from '#lib/features/privacy/messages.ts';
import { dayOf } from '#lib/platform/clock/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { formatDay } from '#lib/platform/language/index.ts';
import type { KeptKind, KeptRecord, PersonalData } from '../contract.ts';
import { personalDataMessages } from '../messages.ts';
import { mayReadConfidential } from './policy.ts';
import { personalDataStore } from './store.ts';
import type { PersonalDataStore, Subject } from './store.ts';

type Say = ReturnType<typeof personalDataMessages>;
type Fact = KeptRecord['facts'][number];

/** Everything that is kept on one person, in words; the caller has asked whether this actor may read it. */
export async function gather(context: Context, subject: Subject): Promise<PersonalData> {
  const store = personalDataStore(context.database);
  const say = personalDataMessages(context.language);
  const day = (moment: Date): string => formatDay(dayOf(moment), context.language);
  const period = (from: Date, until: Date | null): string =>
    until === null ? say('since', { from: day(from) }) : say('period', { from: day(from), until: day(until) });
  const parts: Record<KeptKind, Promise<KeptRecord[]>> = {
    list: ofList(store, subject, say, period),
    places: ofPlaces(store, subject, say, period),
    account: ofAccount(store, subject, say, day),
    access: ofAccess(store, subject, say, period),
    invitations: ofInvitations(store, subject, say),
    steps: ofSteps(store, subject, say, (on) => formatDay(on, context.language)),
    names: ofNames(store, subject, say, (at) => (typeof at === 'string' ? formatDay(at, context.language) : day(at))),
    messages: ofMessages(store, subject, say, day, mayReadConfidential(context.actor, subject)),
    mails: ofMails(store, subject, say, day, mayReadConfidential(context.actor, subject)),
    log: ofLog(store, subject, say, (at, action) => [actionInWords(action, context.language), day(at)]),
  };
  const kinds = await Promise.all(
    (Object.keys(parts) as KeptKind[]).map(async (kind) => ({ kind, records: await parts[kind] })),
  );
  return {
    subject: subject.personIds[0] === undefined ? `a-${subject.accountId ?? ''}` : `p-${subject.personIds[0]}`,
    name: subject.name,
    email: subject.email,
    on: dayOf(context.clock.now()),
    organisation: await store.organisationName(),
    kinds,
  };
}

type Period = (from: Date, until: Date | null) => string;
type Day = (moment: Date) => string;
type InWords = (at: Date, action: string) => readonly [string, string];

async function ofList(store: PersonalDataStore, { personIds }: Subject, say: Say, period: Period) {
  return (await store.rows(personIds)).map((person) =>
    record(say('list-row'), [
      [say('fact-name'), person.name],
      [say('fact-email'), person.email ?? say('none')],
      [say('fact-language'), person.language === null ? say('none') : say(`language-${person.language}`)],
      [say('fact-period'), period(person.validFrom, person.validUntil)],
    ]),
  );
}

async function ofPlaces(store: PersonalDataStore, { personIds }: Subject, say: Say, period: Period) {
  return (await store.memberships(personIds)).map(({ name, isLead, validFrom, validUntil }) =>
    record(name, [
      [say('fact-as'), say(isLead ? 'place-lead' : 'place-member')],
      [say('fact-period'), period(validFrom, validUntil)],
    ]),
  );
}

async function ofAccount(store: PersonalDataStore, { accountId }: Subject, say: Say, day: Day) {
  const account = accountId === null ? undefined : await store.account(accountId);
  if (!account) return [];
  return [
    record(say('account-row'), [
      [say('fact-name'), account.name],
      [say('fact-email'), account.email],
      [say('fact-language'), say(`language-${account.language}`)],
      [say('fact-made'), day(new Date(account.createdAt))],
      [say('fact-sessions'), String(await store.sessions(account.id))],
    ]),
  ];
}

async function ofAccess(store: PersonalDataStore, { accountId }: Subject, say: Say, period: Period) {
  const grants = accountId === null ? [] : await store.grants(accountId);
  return grants.map(({ role, name, validFrom, validUntil }) =>
    record(say(`role-${role}`), [
      ...(name === null ? [] : [[say('fact-unit'), name] as const]),
      [say('fact-period'), period(validFrom, validUntil)],
    ]),
  );
}

async function ofInvitations(store: PersonalDataStore, { personIds }: Subject, say: Say) {
  return (await store.invitations(personIds)).map(({ title, unit, channel, language }) =>
    record(title, [
      [say('fact-unit'), unit],
      [say('fact-route'), say(`route-${channel}`)],
      [say('fact-language'), say(`language-${language}`)],
    ]),
  );
}

async function ofSteps(store: PersonalDataStore, subject: Subject, say: Say, day: (on: string) => string) {
  return (await store.steps(subject)).map(({ title, unit, dueOn, state }) =>
    record(title, [
      [say('fact-unit'), unit],
      [say('fact-due'), day(dueOn)],
      [say('fact-state'), say(`step-${state}`)],
    ]),
  );
}

/** Names are all that these rows keep of who did it; somebody of the same name would be among them, and the page says so. */
async function ofNames(store: PersonalDataStore, { name }: Subject, say: Say, day: (at: Date | string) => string) {
  const named = await store.named(name);
  return (Object.keys(named) as (keyof typeof named)[]).flatMap((what) =>
    named[what].map(({ at }) => record(say(`named-${what}`), at === null ? [] : [[say('fact-day'), day(at)]])),
  );
}

async function ofMessages(store: PersonalDataStore, subject: Subject, say: Say, day: Day, mayRead: boolean) {
  const [sent, contacts] = await Promise.all([
    store.messagesSent(subject.addresses),
    store.contactPeople(subject.addresses),
  ]);
  return [
    ...contacts.map(({ email, about }) =>
      record(say('contact-row'), [[say('fact-email'), email], ...(about ? [[say('fact-about'), about] as const] : [])]),
    ),
    ...sent.map(({ name, sentAt, text, shared }) =>
      record(say('message-row', { name }), [
        [say('fact-day'), day(sentAt)],
        [say('fact-text'), mayRead ? text : say('confidential')],
        ...(mayRead && Array.isArray(shared) && shared.length > 0
          ? [[say('fact-shared'), shared.map(String).join(' · ')] as const]
          : []),
      ]),
    ),
  ];
}

/** A mail to a contact person holds somebody else's words, meant for them: the day is all that is given of it. */
async function ofMails(store: PersonalDataStore, { addresses }: Subject, say: Say, day: Day, isOwn: boolean) {
  return (await store.mails(addresses)).map(({ kind, subject, body, createdAt }) => {
    const isClosed = kind === 'contact-message' && !isOwn;
    return record(isClosed ? say('mail-row') : subject, [
      [say('fact-day'), day(createdAt)],
      [say('fact-text'), isClosed ? say('confidential') : body],
    ]);
  });
}

async function ofLog(store: PersonalDataStore, { accountId }: Subject, say: Say, words: InWords) {
  const entries = accountId === null ? [] : await store.log(accountId);
  return entries.map(({ at, action }) => {
    const [name, day] = words(at, action);
    return record(name, [[say('fact-day'), day]]);
  });
}

function record(label: string, facts: readonly (readonly [string, string])[]): KeptRecord {
  return { label, facts: facts.map(([name, value]): Fact => ({ label: name, value })) };
}
