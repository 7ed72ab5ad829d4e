import { error, json } from '@sveltejs/kit';
import type { RequestHandler } from '@sveltejs/kit';
import { respondentScan } from '#lib/features/answering/server/index.ts';
import { ask } from '#lib/entry/index.ts';
import { publicManifest } from '#lib/features/manifest/server/index.ts';
import { manifestMessages } from '#lib/features/manifest/messages.ts';
import { askedLanguage } from '../asked-language.ts';

export const GET: RequestHandler = async (event) => {
  const { platform } = event.locals.app;
  const language = askedLanguage(event);
  const scan = await ask(() => respondentScan(platform, event.params['scan'] ?? '', language));
  const manifest = await publicManifest(platform.database.of(scan.organisationId), scan.scanId);
  if (!manifest) error(404, manifestMessages(language)('keys-being-made'));
  // Public, and checked from elsewhere: by a page that somebody saved, too.
  return json(manifest, { headers: { 'access-control-allow-origin': '*' } });
};
