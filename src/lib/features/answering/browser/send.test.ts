import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CredentialRequest } from '../contract-line.ts';
import type { BallotMaker, Sealing } from './sealing.ts';
import { makeReady, untilAnswered } from './send.ts';
import type { SendingTools } from './send.ts';

type Outcome = number | 'offline';

/** A network that gives these outcomes in turn and then works, in front of a server that signs one number for one code. */
function network(outcomes: readonly Outcome[]) {
  const left = [...outcomes];
  const asked: string[] = [];
  const waits: number[] = [];
  let signed: string | null = null;
  const post: SendingTools['post'] = (door, body) => {
    asked.push(door);
    const outcome = left.shift() ?? 200;
    if (outcome === 'offline') return Promise.reject(new TypeError('Failed to fetch'));
    if (outcome >= 300 && outcome < 500)
      return Promise.resolve({ status: outcome, content: { sentence: `no ${outcome}` } });
    if (door === 'credential') {
      // A server that breaks down may have signed before it did.
      const { blinded } = body as CredentialRequest;
      signed ??= blinded;
      if (signed !== blinded) return Promise.resolve({ status: 409, content: { sentence: 'used', field: 'code' } });
    }
    return Promise.resolve({ status: outcome, content: door === 'credential' ? { signature: 'signed' } : {} });
  };
  const wait = (milliseconds: number) => {
    waits.push(milliseconds);
    return Promise.resolve();
  };
  return { post, wait, waiting: () => undefined, asked, waits };
}

let made = 0;
const keys = () => ({ number: `number ${++made}`, privateKey: '', seed: `seed ${made}`, proof: null });

/** Stands in for the worker: makes keys once, and seals in plain sight. */
const maker: BallotMaker = {
  prepare: ({ sealing }) => {
    const place = { scanId: 'scan', groupId: 'group', openingKey: 'key' };
    const prepared = sealing ?? { place, counter: 0, ballot: keys(), words: keys() };
    return Promise.resolve({
      ok: true,
      sealing: prepared,
      blinded: prepared.ballot.seed,
      blindedWords: prepared.words?.seed ?? null,
    });
  },
  seal: ({ sealing: { counter: before, ballot, words, place }, payload, openPayload }) => {
    const counter = before + 1;
    const proof = { prefix: '', credential: 'credential' };
    const sealed = { prefix: '', credential: '', signature: '', counter };
    return Promise.resolve({
      ok: true,
      sealing: { place, counter, ballot: { ...ballot, proof }, words: words && { ...words, proof } },
      ballot: { ...sealed, number: ballot.number, group: place.groupId, sealed: payload ?? 'withdrawn' },
      open: words && openPayload !== null ? { ...sealed, number: words.number, sealed: openPayload } : null,
    });
  },
};

function device(outcomes: readonly Outcome[] = [], other: Partial<BallotMaker> = {}) {
  const line = network(outcomes);
  const kept: Sealing[] = [];
  const tools: SendingTools = {
    ...line,
    maker: { ...maker, ...other },
    keep: (sealing) => void kept.push(sealing),
    sentenceOf: (fault) => fault,
  };
  return { ...line, tools, kept };
}

const toSend = {
  code: 'code',
  scanCode: 'scan',
  fingerprint: '',
  openingKey: 'keeper',
  sealing: null,
  payload: 'answers',
  openPayload: 'words',
} as const;

describe('making a ballot ready', () => {
  test('asks for the group, then for a credential, and nothing more: the ballots leave by themselves', async () => {
    const { tools, asked } = device();
    const outcome = await makeReady(toSend, tools);
    expect(outcome).toMatchObject({
      ok: true,
      ready: { ballot: { counter: 1, sealed: 'answers' }, open: { sealed: 'words' } },
    });
    expect(asked).toEqual(['group', 'credential']);
  });

  test('keeps the keys before it asks for what can be had once only', async () => {
    const { tools, kept, asked } = device([200, 'offline']);
    const keptAt: number[] = [];
    await makeReady(toSend, {
      ...tools,
      keep: (sealing) => {
        kept.push(sealing);
        keptAt.push(asked.length);
      },
    });
    expect(keptAt[0]).toBe(1);
    expect(kept[0]?.ballot.proof).toBeNull();
    expect(kept.at(-1)?.ballot.proof).not.toBeNull();
  });

  test('goes on with the keys of an attempt that broke off: the code isn’t used up by it', async () => {
    const first = device();
    await makeReady(toSend, first.tools);
    const broken = first.kept[0] ?? null;
    const again = await makeReady({ ...toSend, sealing: broken }, first.tools);
    expect(again.ok).toBe(true);
    // The naive way, with fresh keys, costs the vote.
    expect(await makeReady({ ...toSend, sealing: null }, first.tools)).toMatchObject({ refused: { field: 'code' } });
  });

  test('after a change of mind counts up and asks the server nothing', async () => {
    const { tools, kept, asked } = device();
    await makeReady(toSend, tools);
    const outcome = await makeReady({ ...toSend, sealing: kept.at(-1) ?? null, payload: 'changed' }, tools);
    expect(outcome).toMatchObject({ ready: { ballot: { counter: 2, sealed: 'changed' }, open: { counter: 2 } } });
    expect(asked).toEqual(['group', 'credential']);
  });

  test('stops before the credential when what came isn’t what was fixed', async () => {
    const { tools, asked, kept } = device([], {
      prepare: () => Promise.resolve({ ok: false, fault: 'other-fingerprint' }),
    });
    expect(await makeReady(toSend, tools)).toEqual({ ok: false, refused: { sentence: 'other-fingerprint' } });
    expect({ asked, kept }).toEqual({ asked: ['group'], kept: [] });
  });

  test('carries the yes to research with what brings something in', async () => {
    const { tools } = device();
    expect(await makeReady({ ...toSend, researchConsent: 'yes' }, tools)).toMatchObject({
      ready: { ballot: { researchConsent: 'yes' } },
    });
  });

  test('whatever the connection does, in the end there is one number and one proof', async () => {
    const outcome = fc.constantFrom<Outcome>('offline', 200, 500, 503, 408);
    await fc.assert(
      fc.asyncProperty(fc.array(outcome, { maxLength: 12 }), async (outcomes) => {
        const { tools, kept } = device(outcomes);
        expect((await makeReady(toSend, tools)).ok).toBe(true);
        expect(new Set(kept.map(({ ballot }) => ballot.number)).size).toBe(1);
      }),
    );
  });
});

describe('asking', () => {
  test('goes on without a connection and when the server is down, ever less often, at most half a minute apart', async () => {
    const { tools, waits } = device(['offline', 502, 503, 'offline', 408, 500, 'offline']);
    expect((await untilAnswered('ballot', {}, tools)).ok).toBe(true);
    expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
  });

  test.each([400, 403, 409, 410, 413, 422, 429])(
    'stops at a clear no (%i) and hands on its sentence',
    async (status) => {
      const { tools, asked } = device([status]);
      expect(await untilAnswered('ballot', {}, tools)).toEqual({
        ok: false,
        refused: { sentence: `no ${status}`, status },
      });
      expect(asked).toEqual(['ballot']);
    },
  );
});
