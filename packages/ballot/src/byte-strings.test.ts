import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isZeroFrom, standsAt } from './byte-strings.ts';

test('zeroes are told from anything else, wherever the bytes begin in their memory and wherever the other one stands', () => {
  const place = fc.record({
    begin: fc.nat(9),
    length: fc.nat(40),
    from: fc.nat(45),
    other: fc.option(fc.nat(60), { nil: undefined }),
  });
  fc.assert(
    fc.property(place, ({ begin, length, from, other }) => {
      const memory = new Uint8Array(64);
      if (other !== undefined) memory[other] = 1;
      const whole = memory.subarray(begin, begin + length);
      expect(isZeroFrom(whole, from)).toBe(whole.subarray(from).every((byte) => byte === 0));
    }),
    { numRuns: 2000 },
  );
});

test('bytes stand at a place only as a whole', () => {
  const whole = Uint8Array.of(1, 2, 3, 4);
  expect(standsAt(whole, 1, Uint8Array.of(2, 3))).toBe(true);
  expect(standsAt(whole, 1, Uint8Array.of(2, 4))).toBe(false);
  expect(standsAt(whole, 3, Uint8Array.of(4, 0))).toBe(false);
});
