import { randomUUID } from 'node:crypto';
import { chown, lchown, mkdir, open, readdir, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { DatabaseAccount } from './database-account.ts';

/**
 * Writes a file in a folder of the database account. That account could put a symbolic link in the way of root, so the
 * text goes to a new file and is renamed into place: a rename replaces a link, it never follows one.
 */
export async function replaceFile(path: string, text: string, account: DatabaseAccount | undefined): Promise<void> {
  const draft = join(dirname(path), `.${randomUUID()}`);
  const handle = await open(draft, 'wx', 0o600);
  try {
    await handle.writeFile(text);
    if (account) await handle.chown(account.uid, account.gid);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(draft, path);
}

/** A new folder that only the database account can enter. */
export async function makePrivateFolder(path: string, account: DatabaseAccount | undefined): Promise<void> {
  await mkdir(path, { mode: 0o700 });
  if (account) await chown(path, account.uid, account.gid);
}

/** Gives a cluster that was copied or restored by root to the database account. */
export async function giveFolder(path: string, account: DatabaseAccount): Promise<void> {
  for (const entry of await readdir(path, { withFileTypes: true })) {
    const child = join(path, entry.name);
    if (entry.isDirectory()) await giveFolder(child, account);
    else await lchown(child, account.uid, account.gid);
  }
  await chown(path, account.uid, account.gid);
}
