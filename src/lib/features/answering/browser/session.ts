import { emptyDraft, isBegun, restored } from './draft.ts';
import type { Brought, Draft, Questionnaire } from './draft.ts';
import type { DeviceStore } from './device-store.ts';
import type { Sealing } from './sealing.ts';

/** One respondent on one page: the draft, and whether this device holds on to it. */
export interface Session {
  readonly draft: Draft;
  /** Whether the draft outlives the page as it is now. */
  readonly isKept: boolean;
  /** Whether the respondent wants that; yes, until they say that the device is of others. */
  readonly mayKeep: boolean;
  change(next: Draft): void;
  /** Keys that the page knows as long as it is open: for a ballot that was sent, of which the device keeps nothing. */
  hold(sealing: Sealing): void;
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
  /** The key that a link brought, of a ballot that was sent before. This device never keeps it, nor what is answered with it. */
  readonly held?: Sealing | undefined;
  /** Which items this person gets; null when everyone gets all. */
  readonly draw: () => readonly string[] | null;
}

export function openSession({ store, questionnaire, brought, carried, held, draw }: Setting): Session {
  const begin = (from = brought) => emptyDraft(questionnaire, from, draw());
  let draft = held
    ? { ...begin(), sealing: held }
    : (carried ?? restored(store.read(), questionnaire, brought) ?? begin());
  let mayKeep = true;
  let isHeld = held !== undefined;
  const keepIfMay = () => mayKeep && !isHeld && store.keep(draft);
  // What was brought along isn't on this device yet.
  let isKept = carried && !held ? store.keep(draft) : isBegun(draft);
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
      isKept = keepIfMay();
    },
    hold(sealing) {
      draft = { ...draft, sealing };
    },
    keepOnDevice(wish) {
      mayKeep = wish;
      if (!wish) store.forget();
      isKept = keepIfMay();
    },
    startOver() {
      store.forget();
      draft = begin();
      isHeld = false;
      isKept = false;
    },
    sealed() {
      // What stands there beside a key is somebody else's draft.
      if (!isHeld) store.forget();
      isKept = false;
      if (!mayKeep) draft = begin({ code: '', fingerprint: '' });
    },
  };
}
