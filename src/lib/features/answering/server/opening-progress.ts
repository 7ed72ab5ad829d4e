/** How far the opening of a peiling is that this process is doing now. It says nothing about any ballot. */
export interface OpeningProgress {
  readonly done: number;
  readonly total: number;
}

const going = new Map<string, OpeningProgress>();

/** Keeps count of an opening until it ends, one way or the other. */
export function followOpening(scanId: string, total: number): { at: (done: number) => void; end: () => void } {
  going.set(scanId, { done: 0, total });
  return {
    at: (done) => void going.set(scanId, { done, total }),
    end: () => void going.delete(scanId),
  };
}

/** Null when nothing is being opened here. */
export function openingProgress(scanId: string): OpeningProgress | null {
  return going.get(scanId) ?? null;
}
