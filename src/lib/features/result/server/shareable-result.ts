import type { Context } from '#lib/platform/context/index.ts';
import { resultOf } from './result-of.ts';

/** A unit's result, line by line, for who wants to talk about it: what the page says, as this reader may see it. */
export async function shareableResult(context: Context, scanId: string, unitId: string): Promise<string[]> {
  const page = await resultOf(context, scanId, unitId);
  const from = page.figuresFrom.kind === 'above' ? `, ${page.figuresFrom.unit.name}` : '';
  const areas = page.areas.flatMap(({ name, level, chance }) => {
    if (level === null) return [];
    return [`${name}${from}: ${level}${chance === null ? '' : ` (${chance})`}`];
  });
  const findings = page.findings.map(({ sentence }) => sentence);
  return [...new Set([`${page.scan.title}, ${page.unit.name}`, page.heading, ...findings, ...areas])];
}
