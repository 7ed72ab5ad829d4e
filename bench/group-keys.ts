import { randomUUID } from 'node:crypto';
import { fixManifest, keyProgress, makeGroupKeys } from '#lib/features/manifest/server/index.ts';
import { inTransaction } from '#lib/platform/context/index.ts';
import { draftedPeiling, startedOrganisation } from '../tests/product/make-peiling.ts';
import { ownFolder } from '../tests/product/own-folder.ts';
import { entered, withApp } from '../tests/product/with-app.ts';
import { print } from './line.ts';

const groupCount = 5000;

/** The job that makes the keys of a peiling with very many groups, and its manifest; with the database, two at once as in the product. */
export async function groupKeys(): Promise<void> {
  const folder = await ownFolder();
  try {
    await withApp(folder, async (app) => {
      const { account, organisationId } = await startedOrganisation(app);
      const context = await entered(app, account, organisationId);
      const { scanId, title } = await draftedPeiling(context, 'short');
      const groups = Array.from({ length: groupCount }, (_, at) => ({
        id: randomUUID(),
        parent: null,
        name: `Team ${at + 1}`,
        invited: 12,
      }));
      await inTransaction(context, (inside) =>
        fixManifest(inside, {
          scanId,
          code: 'bench',
          title,
          form: 'short',
          instrumentVersion: '1',
          languages: ['nl'],
          minimum: 5,
          opensOn: '2026-01-01',
          closesOn: '2026-01-15',
          openedOn: '2026-01-01',
          items: '',
          hasWords: true,
          groups,
        }),
      );
      const [begin, before] = [performance.now(), process.cpuUsage()];
      await makeGroupKeys(app.platform, { organisationId, scanId });
      const { user, system } = process.cpuUsage(before);
      const seconds = (performance.now() - begin) / 1000;
      if ((await keyProgress(context.database, scanId)) !== null) throw new Error('The manifest is not there yet.');
      const note = `${Math.round((user + system) / 1e6)} s of Node's processor time, two keys at once`;
      print({ task: 'keys-of-5000-groups', value: seconds, unit: 's', note });
    });
  } finally {
    await folder.remove();
  }
}
