import { parseInvitationCode } from '@lerend/ballot';
import type { Platform } from '#lib/platform/context/index.ts';
import { isLanguage } from '#lib/platform/language/index.ts';
import type { Language } from '#lib/platform/language/index.ts';
import { tagOf } from './derived-code.ts';
import { invitationStore } from './store.ts';

/** The language that an invitation was written in; null for a code that isn't one of this peiling. */
export async function invitationLanguage(
  platform: Platform,
  scan: { readonly organisationId: string; readonly scanId: string },
  code: string,
): Promise<Language | null> {
  const parsed = parseInvitationCode(code);
  if (!parsed.ok) return null;
  const tag = tagOf(platform.secrets, scan.scanId, parsed.code);
  const found = await invitationStore(platform.database.of(scan.organisationId)).byTag(scan.scanId, tag);
  return isLanguage(found?.language) ? found.language : null;
}
