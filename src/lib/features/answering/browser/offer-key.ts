import { keyHash } from './key-link.ts';
import { linkPanel, mostInQr } from './link-panel.ts';
import type { Respondent } from './respondent.ts';

/** "Bewaar de sleutel van je stembiljet": with it the respondent can come back, until closing, to withdraw or to answer anew. */
export function offerKey({ page, session }: Respondent): { show(): void } {
  const { texts, code, language } = page.settings;
  const panel = linkPanel(page.key, page.settings, async () => {
    const { sealing } = session.draft;
    const hash = sealing && (await keyHash(crypto.subtle, sealing));
    const link = hash ? `${location.origin}/s/${code}?language=${language}#${hash}` : '';
    return { link, inQr: link.length > mostInQr ? undefined : link, label: texts['key-qr'], note: () => '' };
  });
  return { show: () => panel.putAway() };
}
