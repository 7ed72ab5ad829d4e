import type { Context } from '#lib/platform/context/index.ts';
import { resultMessages } from '../messages.ts';
import { resultOf } from './result-of.ts';

/** What a reader could share about a result when they talk about it with someone: lines of their own page, nothing else. */
export async function shareableResult(context: Context, scanId: string, unitId: string): Promise<readonly string[]> {
  const say = resultMessages(context.language);
  const page = await resultOf(context, scanId, unitId);
  return [
    say('share-about', { unit: page.unit.name, scan: page.scan.title, heading: page.heading }),
    ...(page.basis === null ? [] : [page.basis]),
    ...[...page.findings, ...page.dontKnow].map(({ sentence }) => sentence),
  ];
}
