import { makeExampleOrganisation } from '#lib/features/example/server/index.ts';
import { ownFolder } from '../tests/product/own-folder.ts';
import { withApp } from '../tests/product/with-app.ts';
import { print } from './line.ts';

/** From the press on the button to an example organisation that can be looked around in. */
export async function exampleTime(): Promise<void> {
  const folder = await ownFolder();
  try {
    await withApp(folder, async ({ platform }) => {
      const begin = performance.now();
      await makeExampleOrganisation(platform, { isAgain: false, onProgress: () => undefined });
      const seconds = (performance.now() - begin) / 1000;
      print({ task: 'example-organisation', value: seconds, unit: 's', atMost: 20, note: '300 people, two peilingen' });
    });
  } finally {
    await folder.remove();
  }
}
