import { broughtByAddress } from './read-code.ts';
import type { Brought } from './draft.ts';

/**
 * The code that this tab came with, and the fingerprint behind it. They left the address at once, and somebody who looks
 * at the example result before beginning should still have them on coming back. They go with the tab, and when the
 * ballot was sealed.
 */
export interface TabCode {
  read(): Brought;
  keep(brought: Brought): void;
  forget(): void;
}

export function tabCode(scanCode: string): TabCode {
  const name = `lerend:${scanCode}`;
  return {
    read: () => broughtByAddress(attempt(() => sessionStorage.getItem(name)) ?? ''),
    keep: (brought) => attempt(() => sessionStorage.setItem(name, hashOf(brought))),
    forget: () => attempt(() => sessionStorage.removeItem(name)),
  };
}

/** As it stands behind the # of a link. */
export function hashOf({ code, fingerprint }: Brought): string {
  return fingerprint === '' ? code : `${code}~${fingerprint}`;
}

function attempt<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch {
    // Storage is switched off: the code has to be opened or typed again.
    return undefined;
  }
}
