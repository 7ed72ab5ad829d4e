import { mkdir, open, readdir, readFile, rename, unlink } from 'node:fs/promises';
import { join } from 'node:path';

/** Keys that exist for a while and then must be gone: one file each, which only its owner can read. */
export interface KeyFiles {
  /** The key is on the disk when this returns. */
  keep(id: string, key: Uint8Array): Promise<void>;
  read(id: string): Promise<Uint8Array | undefined>;
  /** Overwrites the file and takes it away; nothing happens when there is none. */
  destroy(id: string): Promise<void>;
  ids(): Promise<readonly string[]>;
}

const ending = '.key';

export function keyFilesIn(folder: string): KeyFiles {
  const pathOf = (id: string): string => {
    if (!/^[0-9a-f-]{36}$/.test(id)) throw new RangeError('a key file is named by the id of what it belongs to');
    return join(folder, `${id}${ending}`);
  };
  return {
    async keep(id, key) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const path = pathOf(id);
      await writeThrough(`${path}.new`, 'w', key);
      await rename(`${path}.new`, path);
      await syncFolder(folder);
    },
    async read(id) {
      return readFile(pathOf(id)).then((bytes) => new Uint8Array(bytes), whenAbsent(undefined));
    },
    async destroy(id) {
      const path = pathOf(id);
      const there = await readFile(path).catch(whenAbsent(undefined));
      if (!there) return;
      await writeThrough(path, 'r+', new Uint8Array(there.length));
      await unlink(path);
      await syncFolder(folder);
    },
    async ids() {
      const names = await readdir(folder).catch(whenAbsent<string[]>([]));
      return names.filter((name) => name.endsWith(ending)).map((name) => name.slice(0, -ending.length));
    },
  };
}

async function writeThrough(path: string, flags: 'w' | 'r+', bytes: Uint8Array): Promise<void> {
  const handle = await open(path, flags, 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** That a name came or went is itself only on the disk once its folder is. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function whenAbsent<Value>(value: Value): (error: NodeJS.ErrnoException) => Value {
  return (error) => {
    if (error.code !== 'ENOENT') throw error;
    return value;
  };
}
