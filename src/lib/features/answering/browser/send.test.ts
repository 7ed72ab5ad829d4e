import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sendBallot } from './send.ts';
import type { SendingTools } from './send.ts';

type Outcome = number | 'offline';
const proof = { credential: 'proof', scanUnit: 'unit', open: { number: 'open-number', credential: 'open-proof' } };

/** A network that gives these outcomes in turn and then works; it remembers what came through to the server. */
function network(outcomes: readonly Outcome[]) {
  const left = [...outcomes];
  const asked: string[] = [];
  const waits: number[] = [];
  const stored = new Map<string, string>();
  const tools: SendingTools = {
    post: (door, body) => {
      asked.push(door);
      const outcome = left.shift() ?? 200;
      if (outcome === 'offline') return Promise.reject(new TypeError('Failed to fetch'));
      const { number, payload } = body as { number: string; payload?: string };
      // A server that breaks down may have stored it before it did.
      if ((outcome < 300 || outcome >= 500) && payload !== undefined) stored.set(`${door}/${number}`, payload);
      return Promise.resolve({ status: outcome, content: outcome < 300 ? proof : { sentence: `no ${outcome}` } });
    },
    wait: (milliseconds) => {
      waits.push(milliseconds);
      return Promise.resolve();
    },
    waiting: () => undefined,
  };
  return { tools, asked, waits, stored };
}

const toSend = { code: 'code', number: 'number', payload: 'payload', openPayload: 'words' };

describe('sending a ballot', () => {
  test('asks for the credential first, then sends the ballot, then the words under their own number', async () => {
    const { tools, asked, stored } = network([]);
    expect(await sendBallot(toSend, tools)).toEqual({ ok: true, content: proof });
    expect(asked).toEqual(['credential', 'ballot', 'open']);
    expect([...stored]).toEqual([
      ['ballot/number', 'payload'],
      ['open/open-number', 'words'],
    ]);
  });

  test('sends no ballot with words when the form asks for none', async () => {
    const { tools, asked } = network([]);
    await sendBallot({ ...toSend, openPayload: null }, tools);
    expect(asked).toEqual(['credential', 'ballot']);
  });

  test('keeps trying without a connection and when the server is down, ever less often, at most half a minute apart', async () => {
    const { tools, asked, waits } = network(['offline', 502, 503, 'offline', 408, 500, 'offline']);
    expect((await sendBallot(toSend, tools)).ok).toBe(true);
    expect(asked.filter((door) => door === 'credential')).toHaveLength(8);
    expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
  });

  test.each([400, 403, 409, 410, 413, 422, 429])(
    'stops at a clear no (%i) and hands on its sentence',
    async (status) => {
      const { tools, asked } = network([200, status]);
      expect(await sendBallot(toSend, tools)).toEqual({ ok: false, refused: { sentence: `no ${status}` } });
      expect(asked).toEqual(['credential', 'ballot']);
    },
  );

  test('whatever the connection does, in the end each number is stored once', async () => {
    const outcome = fc.constantFrom<Outcome>('offline', 200, 500, 503, 408);
    await fc.assert(
      fc.asyncProperty(fc.array(outcome, { maxLength: 12 }), async (outcomes) => {
        const { tools, stored } = network(outcomes);
        expect((await sendBallot(toSend, tools)).ok).toBe(true);
        expect([...stored].sort()).toEqual([
          ['ballot/number', 'payload'],
          ['open/open-number', 'words'],
        ]);
      }),
    );
  });
});
