import { emptyDraft, isBegun, restored } from './draft.ts';
import type { Draft, Questionnaire } from './draft.ts';
import type { DeviceStore } from './device-store.ts';

/** One respondent on one page: the draft, and whether this device holds on to it. */
export interface Session {
  readonly draft: Draft;
  /** Whether the draft outlives the page as it is now. */
  readonly isKept: boolean;
  /** Whether the respondent wants that; yes, until they say that the device is of others. */
  readonly mayKeep: boolean;
  change(next: Draft): void;
  /** On a device of others nothing is kept, and what was there goes. */
  keepOnDevice(wish: boolean): void;
  startOver(): void;
  /** Sent: the device forgets it. The page still knows it, for a change of mind, unless the device is of others. */
  sent(): void;
}

interface Setting {
  readonly store: DeviceStore;
  readonly questionnaire: Questionnaire;
  /** As in the address; empty when it's still to be typed. */
  readonly code: string;
  readonly newNumber: () => string;
  /** Which items this person gets; null when everyone gets all. */
  readonly draw: () => readonly string[] | null;
}

export function openSession({ store, questionnaire, code, newNumber, draw }: Setting): Session {
  const begin = (from = code) => emptyDraft(questionnaire, newNumber(), from, draw());
  let draft = restored(store.read(), questionnaire, code) ?? begin();
  let mayKeep = true;
  let isKept = isBegun(draft);
  return {
    get draft() {
      return draft;
    },
    get isKept() {
      return isKept;
    },
    get mayKeep() {
      return mayKeep;
    },
    change(next) {
      draft = next;
      isKept = mayKeep && store.keep(draft);
    },
    keepOnDevice(wish) {
      mayKeep = wish;
      if (!wish) store.forget();
      isKept = wish && store.keep(draft);
    },
    startOver() {
      store.forget();
      draft = begin();
      isKept = false;
    },
    sent() {
      store.forget();
      isKept = false;
      if (!mayKeep) draft = begin('');
    },
  };
}
