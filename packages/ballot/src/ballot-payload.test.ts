import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeBallot, encodeBallot, encodeBallotText, fromBase64url } from './index.ts';
import { payloadBytes, speedBands, toBase64url } from './index.ts';
import type { Answer, FilledBallot } from './index.ts';

const answers = fc.dictionary(
  fc.stringMatching(/^[A-Z]{2}[1-9]$/),
  fc.constantFrom<Answer>(1, 2, 3, 4, 5, 'dont-know'),
  { maxKeys: 52 },
);
const ballots: fc.Arbitrary<FilledBallot> = fc.record({
  form: fc.constantFrom('full', 'short', 'pulse'),
  instrumentVersion: fc.constantFrom('1.0.0', '2.10.3'),
  language: fc.constantFrom('nl', 'en'),
  speedBand: fc.constantFrom(...speedBands),
  answers,
});
const example: FilledBallot = {
  form: 'pulse',
  instrumentVersion: '1.0.0',
  language: 'nl',
  speedBand: 'usual',
  answers: { SV1: 4, TR1: 'dont-know' },
};

function payloadOf(text: string): Uint8Array {
  const bytes = new TextEncoder().encode(text);
  const payload = new Uint8Array(payloadBytes);
  payload.set([1, bytes.length >> 8, bytes.length & 255]);
  payload.set(bytes, 3);
  return payload;
}

describe('a payload', () => {
  test('gives the ballot back, as bytes and as text', () => {
    fc.assert(
      fc.property(ballots, (ballot) => {
        expect(decodeBallot(encodeBallot(ballot))).toEqual({ ok: true, ballot });
        expect(fromBase64url(encodeBallotText(ballot))).toEqual(encodeBallot(ballot));
      }),
    );
  });

  test('is as long for one answer as for fifty', () => {
    fc.assert(fc.property(ballots, (ballot) => encodeBallot(ballot).length === payloadBytes));
    const tooMuch = Object.fromEntries(Array.from({ length: 200 }, (_, item) => [`ITEM${item}`, 3 as const]));
    expect(() => encodeBallot({ ...example, answers: tooMuch })).toThrow(RangeError);
  });

  test('changed in any byte is a fault or another ballot, never a crash', () => {
    const payload = encodeBallot(example);
    fc.assert(
      fc.property(fc.nat({ max: payloadBytes - 1 }), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const other = payload.slice();
        other[at] = (other[at] ?? 0) ^ change;
        const decoded = decodeBallot(other);
        if (decoded.ok) expect(encodeBallot(decoded.ballot)).toEqual(other);
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    ['wrong-size', new Uint8Array(payloadBytes - 1)],
    ['unknown-payload-version', new Uint8Array(payloadBytes)],
    ['not-readable', payloadOf('not JSON')],
    ['not-readable', payloadOf('[]')],
    ['unknown-field', payloadOf('{"form":"pulse","name":"Jan"}')],
    ['unknown-form', payloadOf('{"form":"long"}')],
    ['bad-instrument-version', payloadOf('{"form":"pulse","instrumentVersion":"one"}')],
    ['unknown-language', payloadOf('{"form":"pulse","instrumentVersion":"1.0.0","language":"fr"}')],
    ['unknown-speed-band', payloadOf('{"form":"pulse","instrumentVersion":"1.0.0","language":"nl","speedBand":31}')],
  ])('that is wrong says how: %s', (fault, payload) => {
    expect(decodeBallot(payload)).toEqual({ ok: false, fault });
  });

  test.each([
    ['answer-out-of-range', '"SV1":6'],
    ['answer-out-of-range', '"SV1":"4"'],
    ['answer-out-of-range', '"SV1":0'],
    ['bad-item-id', '"__proto__":3'],
    ['bad-item-id', '"=1+1":3'],
    ['another-spelling', '"SV1":4, "TR1":3'],
    ['another-spelling', '"TR1":3,"SV1":4'],
    ['another-spelling', '"SV1":4,"SV1":4'],
  ])('with odd answers says how: %s, %s', (fault, content) => {
    const head = '{"form":"pulse","instrumentVersion":"1.0.0","language":"nl","speedBand":"usual"';
    expect(decodeBallot(payloadOf(`${head},"answers":{${content}}}`))).toEqual({ ok: false, fault });
  });
});

describe('base64url', () => {
  test('equals that of Node, both ways', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        const text = Buffer.from(bytes).toString('base64url');
        expect(toBase64url(bytes)).toBe(text);
        expect(fromBase64url(text)).toEqual(bytes);
      }),
    );
  });

  test('has one spelling per value', () => {
    expect(fromBase64url('AA')).toEqual(new Uint8Array([0]));
    expect(['AB', 'A', 'AA==', 'A A'].map(fromBase64url)).toEqual([undefined, undefined, undefined, undefined]);
  });
});
