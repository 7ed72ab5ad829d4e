import type { Draft } from './draft.ts';
import { isEmpty } from './leave.ts';
import type { Outbox } from './leave.ts';

/** Where the draft stays between two visits: on this device only, under the peiling's code. */
export interface DeviceStore {
  read(): string | null;
  /** False when this device keeps nothing: a private window, or full. */
  keep(draft: Draft): boolean;
  forget(): void;
}

/** Where sealed ballots wait that didn't leave yet when the page was closed. Nothing in them can be read here. */
export interface OutboxStore {
  /** What waits, each under a name that the page it was sealed on drew. */
  all(): readonly (readonly [name: string, outbox: Outbox])[];
  /** False when this device keeps nothing. One with nothing in it goes. */
  keep(name: string, outbox: Outbox): boolean;
  forget(): void;
}

export function deviceStore(scanCode: string): DeviceStore {
  const place = placeOnDevice(`lerend:${scanCode}`);
  return { ...place, keep: (draft) => place.keep(draft) };
}

export function outboxStore(scanCode: string): OutboxStore {
  const place = placeOnDevice(`lerend:${scanCode}:sealed`);
  const all = () => readOutboxes(place.read());
  return {
    all,
    keep: (name, outbox) => {
      const others = all().filter(([other]) => other !== name);
      const left = isEmpty(outbox) ? others : [...others, [name, outbox] as const];
      if (left.length > 0) return place.keep(left);
      place.forget();
      return true;
    },
    forget: () => place.forget(),
  };
}

function placeOnDevice(name: string) {
  const attempt = <Result>(work: () => Result, otherwise: Result): Result => {
    try {
      return work();
    } catch {
      // Storage is switched off or full: the page goes on without it, and says so while sending.
      return otherwise;
    }
  };
  return {
    read: () => attempt(() => localStorage.getItem(name), null),
    keep: (content: object) => attempt(() => (localStorage.setItem(name, JSON.stringify(content)), true), false),
    forget: () => attempt(() => localStorage.removeItem(name), undefined),
  };
}

/** The server looks at every byte of it again: here it's enough that it can be posted. */
function readOutboxes(kept: string | null): [string, Outbox][] {
  try {
    const content: unknown = JSON.parse(kept ?? '[]');
    if (!Array.isArray(content)) return [];
    return content.map(([name, outbox]: [unknown, Partial<Outbox>]) => [
      String(name),
      { ballot: asBody(outbox.ballot), open: asBody(outbox.open) },
    ]);
  } catch {
    // Something else wrote here: as good as nothing kept.
    return [];
  }
}

function asBody<Body>(body: Body | null | undefined): Body | null {
  return typeof body === 'object' ? body : null;
}
