import { emptyDraft, isBegun, restored } from './draft.ts';
import type { Brought, Draft, Questionnaire } from './draft.ts';
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
  /** Sealed: the device forgets the answers. The page still knows them, for a change of mind, unless the device is of others. */
  sealed(): void;
}

interface Setting {
  readonly store: DeviceStore;
  readonly questionnaire: Questionnaire;
  /** As in the address; empty when it's still to be typed. */
  readonly brought: Brought;
  /** The draft that a link from another device of theirs brought. */
  readonly carried?: Draft | undefined;
  /** Which items this person gets; null when everyone gets all. */
  readonly draw: () => readonly string[] | null;
}

export function openSession({ store, questionnaire, brought, carried, draw }: Setting): Session {
  const begin = (from = brought) => emptyDraft(questionnaire, from, draw());
  let draft = carried ?? restored(store.read(), questionnaire, brought) ?? begin();
  let mayKeep = true;
  // What was brought along isn't on this device yet.
  let isKept = carried ? store.keep(draft) : isBegun(draft);
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
    sealed() {
      store.forget();
      isKept = false;
      if (!mayKeep) draft = begin({ code: '', fingerprint: '' });
    },
  };
}
