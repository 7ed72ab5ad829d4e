import { randomBytes, randomUUID } from 'node:crypto';
import { makeReady } from '#lib/features/answering/contract.ts';
import type { Sealing } from '#lib/features/answering/contract.ts';
import { filledPayload, formFields, wordsPayload } from '../product/fill-in.ts';
import type { OpenPeiling, OwnOrganisation } from '../product/make-peiling.ts';
import { connectTo, deviceTools, newNumber, postTo } from '../product/respondent.ts';
import type { Connection } from '../product/respondent.ts';
import type { Product } from '../product/start-product.ts';
import { spellingsOf, spellingsOfNumber } from './traces.ts';
import type { Secret } from './traces.ts';

/** Addresses and a browser that nothing else here has: the connection's own, and one that a proxy passes on. */
const from = '127.0.0.9';
const forwarded = '203.0.113.77';
const userAgent = 'Toetsbrowser/7.3';
const marks = { 'x-forwarded-for': forwarded, 'user-agent': userAgent };

export const markSecrets: readonly Secret[] = [
  { name: 'the address of the connection', text: from },
  { name: 'the address from the proxy', text: forwarded },
  { name: 'the browser', text: userAgent },
];

const asForm = { 'content-type': 'application/x-www-form-urlencoded', ...marks };

function connect(product: Product): Connection {
  const connection = connectTo(product.port, { from });
  return { ...connection, ask: (wish) => connection.ask({ ...wish, headers: { ...marks, ...wish.headers } }) };
}

/** Answers with script: the page, the group, the credential and the ballot; then other numbers, and something unreadable. */
export async function respondsWithScript(product: Product, peiling: OpenPeiling, code: string): Promise<Secret[]> {
  const connection = connect(product);
  await connection.ask({ path: `/s/${peiling.code}` });
  let kept: Sealing | null = null;
  const toSend = { code, scanCode: peiling.code, fingerprint: '', openingKey: 'server', sealing: null } as const;
  const made = await makeReady(
    { ...toSend, payload: filledPayload(peiling, 1), openPayload: wordsPayload() },
    deviceTools(connection, peiling.code, (sealing) => (kept = sealing)),
  );
  if (!made.ok || !kept) throw new Error('No ballot was made.');
  const { ballot, open } = made.ready;
  for (const [door, body] of [['ballot', ballot] as const, ['open', open ?? {}] as const]) {
    const sent = await postTo(connection, peiling.code, door, body);
    if (sent.status !== 200) throw new Error(`The ${door} was refused: ${sent.text}`);
  }
  const other = randomBytes(256).fill(0, 0, 1).toString('base64url');
  await postTo(connection, peiling.code, 'credential', { code, blinded: other, blindedWords: other });
  await postTo(connection, peiling.code, 'ballot', { ...ballot, credential: other });
  await postTo(connection, peiling.code, 'ballot', { ...ballot, group: code, sealed: code, number: other });
  connection.close();
  const { ballot: keys } = kept as Sealing;
  return [
    ...spellingsOf('a code sent with script', code),
    ...spellingsOfNumber('a number', ballot.number),
    ...spellingsOfNumber('a number of words', open?.number ?? ''),
    ...spellingsOfNumber('a refused number', other),
    { name: 'a credential', text: ballot.credential },
    { name: 'a sealed ballot', text: ballot.sealed.slice(0, 200) },
    { name: 'a key of a device', text: keys.privateKey },
  ];
}

/** Answers without script, by a link in which a mail filter made %23 of the #. */
export async function respondsWithoutScript(product: Product, peiling: OpenPeiling, code: string): Promise<Secret[]> {
  const connection = connect(product);
  const spoiled = await connection.ask({ path: `/s/${peiling.code}%23${code}` });
  if (spoiled.location !== `/s/${peiling.code}#${code}`)
    throw new Error(`Not recovered: ${spoiled.status} ${spoiled.location}`);
  await connection.ask({ path: `/s/${peiling.code}%23${code}/credential` });
  await connection.ask({ path: `/s/${peiling.code}%2523${code}%` });
  const number = newNumber();
  const body = new URLSearchParams({ ...formFields(peiling, 2), code, number }).toString();
  const sent = await connection.ask({ method: 'POST', path: `/s/${peiling.code}`, body, headers: asForm });
  if (sent.status !== 303) throw new Error(`The form was refused: ${sent.status} ${sent.text.slice(0, 300)}`);
  connection.close();
  return [
    ...spellingsOf('a code sent without script', code),
    ...spellingsOfNumber('the number of a form without script', number),
  ];
}

/** Tries codes that are mistyped or of nobody, at the form and at the door. */
export async function guesses(product: Product, peiling: OpenPeiling, code: string): Promise<Secret[]> {
  const connection = connect(product);
  const mistyped = `${code.slice(0, -1)}${code.endsWith('A') ? 'B' : 'A'}`;
  const body = new URLSearchParams({ code: mistyped, t1: '3' }).toString();
  await connection.ask({ method: 'POST', path: `/s/${peiling.code}`, body, headers: asForm });
  for (const guess of [mistyped, '0000-0000-0000', 'ZZZZ-ZZZZ-ZZZ!'])
    await postTo(connection, peiling.code, 'group', { code: guess });
  connection.close();
  return spellingsOf('a mistyped code', mistyped);
}

/** Signs in: with a wrong password, with the right one, by link, and with a link that was never sent. */
export async function signsIn(
  product: Product,
  { account, password, organisationId }: OwnOrganisation,
): Promise<Secret[]> {
  const connection = connect(product);
  const token = randomUUID();
  const post = (action: string, fields: Record<string, string>) =>
    connection.ask({
      method: 'POST',
      path: `/sign-in${action}`,
      body: new URLSearchParams(fields).toString(),
      headers: asForm,
    });
  await post('?/password', { email: account.email, password: 'dit is niet het goede' });
  const signedIn = await post('?/password', { email: account.email, password });
  if (signedIn.status !== 303) throw new Error(`Not signed in: ${signedIn.status}`);
  await post('?/link', { email: account.email });
  await connection.ask({ path: `/sign-in/link?token=${token}` });
  await post('/link', { token });
  await connection.ask({ path: `/o/${organisationId}/organisation` });
  connection.close();
  return [
    { name: 'a mail address', text: account.email },
    { name: 'a name', text: account.name },
    { name: 'a password', text: password },
    { name: 'a wrong password', text: 'dit is niet het goede' },
    { name: 'the token of a link', text: token },
  ];
}
