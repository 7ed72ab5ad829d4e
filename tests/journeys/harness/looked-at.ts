import { createHash } from 'node:crypto';
import { openSync, closeSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What was looked at already, in whatever story of this run: looking at the very same thing again says nothing new. */
export interface LookedAt {
  /** True the first time that this is asked of this text. */
  isNew(text: string): boolean;
}

/** Kept as empty files in a folder that the stories of one run share, whichever process they are told in. */
export function lookedAtIn(folder: string): LookedAt {
  return {
    isNew(text) {
      const name = createHash('sha256').update(text).digest('hex');
      try {
        closeSync(openSync(join(folder, name), 'wx'));
        return true;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
        throw error;
      }
    },
  };
}

/** Remembers nothing: everything is looked at. */
export const neverLookedAt: LookedAt = { isNew: () => true };

export async function lookedAtFolder(): Promise<{ readonly path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'lerend-looked-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}
