import { isKeyLink } from './key-link.ts';
import { broughtByAddress } from './read-code.ts';
import type { Brought } from './draft.ts';

/**
 * What this tab came with: the code with the fingerprint behind it, or the key of a ballot. It left the address at once,
 * and somebody who looks at the example result before beginning should still have it on coming back. It goes with the
 * tab, and when the ballot was sealed.
 */
export interface TabCode {
  read(): Brought;
  keep(brought: Brought): void;
  /** As it stood behind the # of the link; empty without. */
  readKey(): string;
  keepKey(hash: string): void;
  forget(): void;
}

export function tabCode(scanCode: string): TabCode {
  const name = `lerend:${scanCode}`;
  const kept = () => attempt(() => sessionStorage.getItem(name)) ?? '';
  const keep = (hash: string) => attempt(() => sessionStorage.setItem(name, hash));
  return {
    read: () => broughtByAddress(kept()),
    keep: (brought) => keep(hashOf(brought)),
    readKey: () => (isKeyLink(kept()) ? kept() : ''),
    keepKey: keep,
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
