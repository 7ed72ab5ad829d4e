import type { Draft } from './draft.ts';

/** Where the draft stays between two visits: on this device only, under the peiling's code. */
export interface DeviceStore {
  read(): string | null;
  /** False when this device keeps nothing: a private window, or full. */
  keep(draft: Draft): boolean;
  forget(): void;
}

export function deviceStore(scanCode: string): DeviceStore {
  const name = `lerend:${scanCode}`;
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
    keep: (draft) => attempt(() => (localStorage.setItem(name, JSON.stringify(draft)), true), false),
    forget: () => attempt(() => localStorage.removeItem(name), undefined),
  };
}
