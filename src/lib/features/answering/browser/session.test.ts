import { describe, expect, test } from 'vitest';
import { ballotNumber } from '@lerend/ballot';
import type { DeviceStore } from './device-store.ts';
import { withAnswer } from './draft.ts';
import { openSession } from './session.ts';

const questionnaire = { form: 'pulse', instrumentVersion: '1.0.0' } as const;

/** A device's storage; `isFull` as in a private window. */
function device(isFull = false): DeviceStore {
  let kept: string | null = null;
  return {
    read: () => kept,
    keep: (draft) => {
      if (!isFull) kept = JSON.stringify(draft);
      return !isFull;
    },
    forget: () => {
      kept = null;
    },
  };
}

let drawn = 0;
const newNumber = () => ballotNumber(new Uint8Array(16).fill(++drawn));
const draw = () => null;
const visit = (store: DeviceStore, code = '') => openSession({ store, questionnaire, code, newNumber, draw });
const answered = (session: ReturnType<typeof visit>) => session.change(withAnswer(session.draft, 'TR1', 4, 100));

describe('a respondent on a device', () => {
  test('finds their answers back under the same number after the tab closed', () => {
    const store = device();
    const first = visit(store, 'AAAA');
    answered(first);
    expect(first.isKept).toBe(true);
    expect(visit(store).draft).toEqual(first.draft);
  });

  test('keeps the questions that the lot gave, until somebody else begins', () => {
    const store = device();
    let lot = 0;
    const inParts = () => openSession({ store, questionnaire, code: '', newNumber, draw: () => [`TR${++lot}`] });
    const first = inParts();
    answered(first);
    expect(inParts().draft.asked).toEqual(first.draft.asked);
    first.startOver();
    expect(first.draft.asked).not.toEqual(['TR1']);
  });

  test('leaves nothing on a device of others', () => {
    const store = device();
    const session = visit(store);
    answered(session);
    session.keepOnDevice(false);
    answered(session);
    expect(session.isKept).toBe(false);
    expect(store.read()).toBeNull();
  });

  test('leaves nothing after sending, yet can still change their mind under the same number', () => {
    const store = device();
    const session = visit(store);
    answered(session);
    const { number } = session.draft;
    session.sent();
    expect(store.read()).toBeNull();
    expect(session.draft.number).toBe(number);
    expect(visit(store).draft.answers).toEqual({});
  });

  test('leaves nothing on the page of a device of others after sending, not even the code', () => {
    const session = visit(device(), 'AAAA');
    session.keepOnDevice(false);
    answered(session);
    const { number } = session.draft;
    session.sent();
    expect(session.draft).toMatchObject({ code: '', answers: {}, step: 0 });
    expect(session.draft.number).not.toBe(number);
  });

  test('starts over with another number and without answers', () => {
    const store = device();
    const session = visit(store);
    answered(session);
    const { number } = session.draft;
    session.startOver();
    expect(session.draft.answers).toEqual({});
    expect(session.draft.number).not.toBe(number);
    expect(store.read()).toBeNull();
  });

  test('is told the truth when the device keeps nothing', () => {
    const session = visit(device(true));
    answered(session);
    expect(session.isKept).toBe(false);
  });
});
