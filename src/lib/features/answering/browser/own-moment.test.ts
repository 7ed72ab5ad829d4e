import { describe, expect, test } from 'vitest';
import { drawMoment } from './own-moment.ts';

const bytes = (byte: number) => (count: number) => new Uint8Array(count).fill(byte);

describe('the moment at which a ballot leaves', () => {
  test('lies between a quarter of a minute and four minutes', () => {
    const dates = { day: '2026-11-20', closesOn: '2026-11-27' };
    expect(drawMoment(dates, bytes(0))).toBe(15_000);
    expect(drawMoment(dates, bytes(255))).toBe(240_000);
  });

  test('is soon on the last day, before the door closes', () => {
    const dates = { day: '2026-11-27', closesOn: '2026-11-27' };
    expect(drawMoment(dates, bytes(0))).toBe(3000);
    expect(drawMoment(dates, bytes(255))).toBe(20_000);
  });
});
