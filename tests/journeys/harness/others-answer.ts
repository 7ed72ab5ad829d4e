import { instrumentVersion } from '@lerend/instrument';
import type { FormName } from '@lerend/instrument';
import { filledPayload } from '../../product/fill-in.ts';
import { submitWithScript } from '../../product/respondent.ts';

/** Colleagues who answer as well, each with their own link, by the requests that a browser makes. */
export async function othersAnswer(
  links: readonly string[],
  form: FormName,
  openingKey: 'keeper' | 'server' = 'server',
): Promise<void> {
  for (const [seed, link] of links.entries()) {
    const { port, pathname, hash } = new URL(link);
    const [code = '', fingerprint = ''] = hash.slice(1).split('~');
    const visit = { scanCode: pathname.replace('/s/', ''), assets: [] };
    await submitWithScript(Number(port), visit, {
      code,
      fingerprint,
      openingKey,
      payload: filledPayload({ form, instrumentVersion }, seed + 1),
    });
  }
}
