import type { PublicScan } from '#lib/features/scan/contract.ts';
import { scanByCode } from '#lib/features/scan/server/index.ts';
import type { Platform } from '#lib/platform/context/index.ts';
import type { Language } from '#lib/platform/language/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import { answeringMessages } from '../messages.ts';

/** The peiling that this address belongs to. A draft, or a code that isn't there, is refused alike. */
export async function respondentScan(platform: Platform, code: string, language: Language): Promise<PublicScan> {
  const scan = await scanByCode(platform, code);
  if (!scan) throw new Refusal(404, answeringMessages(language)('scan-unknown'));
  return scan;
}

/** The language of the page: the asked one if this peiling speaks it, else the first that it does speak. */
export function spokenLanguage(scan: Pick<PublicScan, 'languages'>, wished: Language): Language {
  return scan.languages.includes(wished) ? wished : (scan.languages[0] ?? wished);
}
