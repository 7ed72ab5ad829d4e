import { json } from '@sveltejs/kit';
import type { RequestEvent, RequestHandler } from '@sveltejs/kit';
import { respondentScan } from '#lib/features/answering/server/index.ts';
import type { PublicScan } from '#lib/features/scan/contract.ts';
import type { Platform } from '#lib/platform/context/index.ts';
import type { Language } from '#lib/platform/language/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import { askedLanguage } from './asked-language.ts';

type Command = (platform: Platform, scan: PublicScan, input: unknown, language: Language) => Promise<unknown>;

/** A door for the page's script: JSON in, JSON out, a refusal as its sentence. */
export function jsonDoor(command: Command): RequestHandler {
  return async (event) => {
    const { platform } = event.locals.app;
    const language = askedLanguage(event);
    try {
      const scan = await respondentScan(platform, event.params['scan'] ?? '', language);
      return json((await command(platform, scan, await bodyOf(event), language)) ?? {});
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      return json({ sentence: refusal.message, field: refusal.field }, { status: refusal.status });
    }
  };
}

async function bodyOf({ request }: RequestEvent): Promise<unknown> {
  try {
    return (await request.json()) as unknown;
  } catch {
    // Not JSON: the command says in the reader's language that it didn't arrive properly.
    return null;
  }
}
