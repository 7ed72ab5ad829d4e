import { describe, expect, test } from 'vitest';
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

const draw = () => null;
const visit = (store: DeviceStore, code = '') =>
  openSession({ store, questionnaire, brought: { code, fingerprint: '' }, draw });
const keys = { number: 'BA', privateKey: 'MI', seed: 'se', proof: null };
const sealing = { place: { scanId: 's', groupId: 'g', openingKey: 'k' }, counter: 1, ballot: keys, words: null };
const answered = (session: ReturnType<typeof visit>) => session.change(withAnswer(session.draft, 'TR1', 4, 100));

describe('a respondent on a device', () => {
  test('finds their answers back after the tab closed', () => {
    const store = device();
    const first = visit(store, 'AAAA');
    answered(first);
    expect(first.isKept).toBe(true);
    expect(visit(store).draft).toEqual(first.draft);
  });

  test('keeps the questions that the lot gave, until somebody else begins', () => {
    const store = device();
    let lot = 0;
    const inParts = () =>
      openSession({ store, questionnaire, brought: { code: '', fingerprint: '' }, draw: () => [`TR${++lot}`] });
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

  test('leaves nothing once it is sealed, yet can still change their mind under the same number', () => {
    const store = device();
    const session = visit(store);
    answered(session);
    session.change({ ...session.draft, sealing });
    session.sealed();
    expect(store.read()).toBeNull();
    expect(session.draft.sealing).toEqual(sealing);
    expect(visit(store).draft).toMatchObject({ answers: {}, sealing: null });
  });

  test('leaves nothing on the page of a device of others once it is sealed, no code and no keys', () => {
    const session = visit(device(), 'AAAA');
    session.keepOnDevice(false);
    answered(session);
    session.change({ ...session.draft, sealing });
    session.sealed();
    expect(session.draft).toMatchObject({ code: '', answers: {}, step: 0, sealing: null });
  });

  test('starts over with other keys and without answers', () => {
    const store = device();
    const session = visit(store);
    answered(session);
    session.change({ ...session.draft, sealing });
    session.startOver();
    expect(session.draft).toMatchObject({ answers: {}, sealing: null });
    expect(store.read()).toBeNull();
  });

  test('who comes with the key of a ballot leaves nothing of it here, and nothing of somebody else’s is lost', () => {
    const store = device();
    const other = visit(store, 'AAAA');
    answered(other);
    const kept = store.read();
    const withKey = openSession({ store, questionnaire, brought: { code: '', fingerprint: '' }, held: sealing, draw });
    expect(withKey.draft).toMatchObject({ code: '', answers: {}, sealing });
    answered(withKey);
    withKey.hold({ ...sealing, counter: 2 });
    expect(withKey.isKept).toBe(false);
    withKey.sealed();
    expect(withKey.draft.sealing?.counter).toBe(2);
    expect(store.read()).toBe(kept);
    withKey.keepOnDevice(false);
    withKey.sealed();
    expect(withKey.draft.sealing).toBeNull();
  });

  test('is told the truth when the device keeps nothing', () => {
    const session = visit(device(true));
    answered(session);
    expect(session.isKept).toBe(false);
  });
});
