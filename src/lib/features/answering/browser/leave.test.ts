import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { SealedBallot } from '../contract-line.ts';
import { letLeave } from './leave.ts';
import type { LeavingTools, Outbox } from './leave.ts';

const sealed: SealedBallot = { number: '', prefix: '', credential: '', counter: 1, sealed: '', signature: '' };
const outbox: Outbox = { ballot: { ...sealed, group: 'group' }, open: sealed };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Moments as given; the network answers with these statuses and then with 200. */
function device(moments: readonly number[], statuses: readonly (number | 'offline')[] = []) {
  const left = { moments: [...moments], statuses: [...statuses] };
  const asked: string[] = [];
  const kept: Outbox[] = [];
  const tools: LeavingTools = {
    draw: () => left.moments.shift() ?? 0,
    changed: (now) => void kept.push(now),
    post: (door) => {
      asked.push(door);
      const status = left.statuses.shift() ?? 200;
      if (status === 'offline') return Promise.reject(new TypeError('Failed to fetch'));
      return Promise.resolve({ status, content: { sentence: `no ${status}` } });
    },
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    waiting: () => undefined,
  };
  return { tools, asked, kept };
}

describe('sealed ballots', () => {
  test('leave each at its own moment, in the order of the lot', async () => {
    const { tools, asked, kept } = device([60_000, 20_000]);
    const { done } = letLeave(outbox, tools);
    expect(asked).toEqual([]);
    await vi.advanceTimersByTimeAsync(19_999);
    expect(asked).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(asked).toEqual(['open']);
    await vi.advanceTimersByTimeAsync(40_000);
    expect(asked).toEqual(['open', 'ballot']);
    expect(await done).toBeUndefined();
    expect(kept).toEqual([outbox, { ...outbox, open: null }, { ballot: null, open: null }]);
  });

  test('leave at once when the page is closed, in the same turn, for there may be no other', async () => {
    const { tools, asked } = device([60_000, 60_000]);
    letLeave(outbox, tools).hurry(true);
    await Promise.resolve();
    await Promise.resolve();
    expect(asked.sort()).toEqual(['ballot', 'open']);
  });

  test('of a page that is put away the answers leave first, and the words at yet another moment', async () => {
    const { tools, asked } = device([60_000, 60_000]);
    const leaving = letLeave(outbox, tools);
    leaving.hurry(false);
    await vi.advanceTimersByTimeAsync(0);
    expect(asked).toEqual(['ballot']);
    leaving.hurry(false);
    await vi.advanceTimersByTimeAsync(0);
    expect(asked).toEqual(['ballot', 'open']);
  });

  test('stay on the device until the server has said that it has them', async () => {
    const { tools, kept } = device([0, 0], ['offline', 'offline', 500]);
    const { done } = letLeave({ ...outbox, open: null }, tools);
    await vi.advanceTimersByTimeAsync(1000 + 2000);
    expect(kept).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(4000);
    expect(await done).toBeUndefined();
    expect(kept.at(-1)).toEqual({ ballot: null, open: null });
  });

  test('that come too late say so', async () => {
    const { tools } = device([0], [410]);
    const { done } = letLeave({ ...outbox, open: null }, tools);
    await vi.advanceTimersByTimeAsync(0);
    expect(await done).toMatchObject({ sentence: 'no 410' });
  });

  test('of which a later version was there already are done, and say so', async () => {
    const { tools, kept } = device([0], [409]);
    const { done } = letLeave({ ...outbox, open: null }, tools);
    await vi.advanceTimersByTimeAsync(0);
    expect(await done).toMatchObject({ status: 409, sentence: 'no 409' });
    expect(kept.at(-1)?.ballot).toBeNull();
  });

  test('that may, go above a later version: sealed once more each time, and kept as they are then', async () => {
    const { tools, asked, kept } = device([0, 0], [409, 200, 409]);
    let counter = 1;
    const above = () => Promise.resolve({ ...sealed, group: 'group', counter: ++counter });
    const { done } = letLeave({ ...outbox, open: null }, { ...tools, above });
    await vi.advanceTimersByTimeAsync(0);
    expect(await done).toBeUndefined();
    expect(asked).toEqual(['ballot', 'ballot']);
    expect(kept.map(({ ballot }) => ballot?.counter)).toEqual([1, 2, undefined]);
  });

  test('don’t go above it for ever, nor when they can’t be sealed again', async () => {
    const always = Array.from({ length: 100 }, () => 409);
    const { tools, asked } = device([0], always);
    const alone = { ...outbox, open: null };
    const { done } = letLeave(alone, { ...tools, above: () => Promise.resolve(outbox.ballot) });
    await vi.advanceTimersByTimeAsync(0);
    expect(await done).toMatchObject({ status: 409 });
    expect(asked.length).toBeLessThan(always.length);
    const other = device([0], always);
    const { done: given } = letLeave(alone, { ...other.tools, above: () => Promise.resolve(null) });
    await vi.advanceTimersByTimeAsync(0);
    expect(await given).toMatchObject({ status: 409 });
    expect(other.asked).toEqual(['ballot']);
  });

  test('that a later version replaces before they left don’t leave any more', async () => {
    const { tools, asked } = device([10_000, 10_000]);
    const leaving = letLeave(outbox, tools);
    leaving.stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toEqual([]);
  });
});
