import { registerHooks } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** One place in the product's source, as it stands and as it is without the protection. */
export interface Change {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/**
 * From here on this process loads the product with these changes. To be called before anything of the product is
 * imported. Gives the check that each change was made, for after it was loaded.
 */
export function leaveOut(wanted: readonly Change[]): () => void {
  const waiting = new Set(wanted);
  registerHooks({
    load: (url, context, nextLoad) => {
      const loaded = nextLoad(url, context);
      const changes = wanted.filter(({ file }) => url === pathToFileURL(join(root, file)).href);
      if (changes.length === 0) return loaded;
      let source = Buffer.from(loaded.source as Uint8Array).toString();
      for (const change of changes) {
        if (source.split(change.from).length !== 2)
          throw new Error(`${change.file} has changed: “${change.from}” isn't there exactly once.`);
        source = source.replace(change.from, () => change.to);
        waiting.delete(change);
      }
      return { ...loaded, source };
    },
  });
  return () => {
    for (const { file } of waiting) throw new Error(`${file} was loaded before it could be changed, or not at all.`);
  };
}
