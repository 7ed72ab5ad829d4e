import { error } from '@sveltejs/kit';
import type { ServerLoad } from '@sveltejs/kit';
import { ask } from '#lib/entry/index.ts';
import { respondentScan } from '#lib/features/answering/server/index.ts';
import { manifestMessages } from '#lib/features/manifest/messages.ts';
import { manifestPage } from '#lib/features/manifest/server/index.ts';
import { scanMessages } from '#lib/features/scan/messages.ts';
import { askedLanguage } from '../asked-language.ts';

export const load: ServerLoad = async (event) => {
  const { platform } = event.locals.app;
  const language = askedLanguage(event);
  event.locals.language = language;
  const scan = await ask(() => respondentScan(platform, event.params['scan'] ?? '', language));
  const page = await manifestPage(platform.database.of(scan.organisationId), scan.scanId);
  if (!page) error(404, manifestMessages(language)('page-being-made'));
  return {
    page,
    formName: scanMessages(language)(`form-${scan.form}`),
    code: scan.code,
    language,
    publicUrl: platform.publicUrl,
  };
};
