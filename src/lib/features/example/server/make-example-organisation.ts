import { mailDomain, makeExample } from '#demo';
import type { OnProgress } from '#demo';
import type { Platform } from '#lib/platform/context/index.ts';
import { readyExample } from './example-state.ts';
import { lockStore } from './store-lock.ts';
import { exampleStore } from './store.ts';

/**
 * Makes the example unless it is there already (`isAgain`: makes it anew), and waits for it. What is left of one that
 * failed goes first. Null while another process makes it.
 */
export function makeExampleOrganisation(
  platform: Platform,
  { isAgain, onProgress }: { isAgain: boolean; onProgress: OnProgress },
): Promise<{ organisationId: string } | null> {
  return lockStore(platform.database).oneAtATime(async () => {
    const ready = await readyExample(platform);
    if (ready && !isAgain) return { organisationId: ready.id };
    const store = exampleStore(platform.database);
    for (const example of await store.examples()) await store.removeExample(example.id);
    await store.removeAccounts(mailDomain);
    const made = await makeExample(platform, onProgress);
    await store.markMade(made.organisationId, platform.clock.now());
    return made;
  });
}
