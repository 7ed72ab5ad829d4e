import { createHmac, createSecretKey, randomBytes } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';

export { keyFilesIn } from './key-files.ts';
export type { KeyFiles } from './key-files.ts';

/** One secret of the installation; everything else is derived from it per purpose. */
export interface Secrets {
  /** A key of 32 bytes for one purpose; the same purpose gives the same key. */
  keyFor(purpose: string): Uint8Array;
  /** HMAC-SHA256 of a text under that key. */
  digest(purpose: string, text: string | Uint8Array): Buffer;
}

export function secretsFrom(master: Uint8Array): Secrets {
  const keyFor = (purpose: string) => new Uint8Array(createHmac('sha256', master).update(`lerend/${purpose}`).digest());
  // Every request of a respondent asks for a few of these, always for the same purposes.
  const keys = new Map<string, KeyObject>();
  return {
    keyFor,
    digest: (purpose, text) => {
      const key = keys.get(purpose) ?? createSecretKey(keyFor(purpose));
      keys.set(purpose, key);
      return createHmac('sha256', key).update(text).digest();
    },
  };
}

/** Reads the installation's secret from KEYS_DIR, or makes it at the first start (readable by its owner only). */
export async function readOrMakeSecrets(keysDir: string): Promise<Secrets> {
  const file = join(keysDir, 'installation.key');
  await mkdir(keysDir, { recursive: true, mode: 0o700 });
  try {
    const handle = await open(file, 'wx', 0o600);
    await handle.writeFile(randomBytes(32).toString('hex') + '\n');
    await handle.sync();
    await handle.close();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const text = (await readFile(file, 'utf8')).trim();
  if (!/^[0-9a-f]{64}$/.test(text)) {
    throw new Error(
      `${file} is damaged: restore it from your backup of the keys. Without it, codes and sign-in links stop working.`,
    );
  }
  return secretsFrom(Buffer.from(text, 'hex'));
}
