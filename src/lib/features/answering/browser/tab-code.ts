/**
 * The code that this tab came with. It left the address at once, and somebody who looks at the example result before
 * beginning should still have it on coming back. It goes with the tab, and when the ballot was sent.
 */
export interface TabCode {
  read(): string;
  keep(code: string): void;
  forget(): void;
}

export function tabCode(scanCode: string): TabCode {
  const name = `lerend:${scanCode}`;
  return {
    read: () => attempt(() => sessionStorage.getItem(name)) ?? '',
    keep: (code) => attempt(() => sessionStorage.setItem(name, code)),
    forget: () => attempt(() => sessionStorage.removeItem(name)),
  };
}

function attempt<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch {
    // Storage is switched off: the code has to be opened or typed again.
    return undefined;
  }
}
