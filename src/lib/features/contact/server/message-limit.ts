import type { Platform } from '#lib/platform/context/index.ts';
import type { Language } from '#lib/platform/language/index.ts';
import { withinRateLimit } from '#lib/platform/rate-limit/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import { contactMessages } from '../messages.ts';

const hour = 60 * 60;
const perPerson = { attempts: 6, windowSeconds: hour };
/** Visitors are counted together: telling them apart would take an address. */
const allVisitors = { attempts: 12, windowSeconds: hour };

/**
 * Refuses who writes too often. The count stands under a key that only this server's secret can make: from the
 * database alone nobody learns who wrote.
 */
export async function refuseTooMany(
  platform: Platform,
  writer: { readonly organisationId: string; readonly accountId: string | null },
  language: Language,
): Promise<void> {
  const name = `${writer.organisationId}|${writer.accountId ?? 'visitors'}`;
  const key = platform.secrets.digest('contact-limit', name).toString('base64url');
  const limit = writer.accountId === null ? allVisitors : perPerson;
  if (await withinRateLimit(platform.database.pool, `contact:${key}`, limit, platform.clock.now())) return;
  throw new Refusal(429, contactMessages(language)('too-many'));
}
