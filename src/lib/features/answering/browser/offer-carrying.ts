import { carriedDraft } from './carry.ts';
import { isBegun } from './draft.ts';
import { linkPanel, mostInLink, mostInQr } from './link-panel.ts';
import type { Respondent } from './respondent.ts';

/** "Verder op een ander apparaat": the draft as a QR code and as a link, both behind the #. Not on a device of others. */
export function offerCarrying({ page, session }: Respondent): { show(): void } {
  const { texts, code, language } = page.settings;
  const itemIds = page.choiceIds;
  const address = `${location.origin}/s/${code}?language=${language}#`;

  const panel = linkPanel(page.carry, page.settings, () => {
    const inLink = carriedDraft(session.draft, itemIds, mostInLink - address.length);
    const inQr = carriedDraft(session.draft, itemIds, mostInQr - address.length);
    return {
      link: inLink ? address + inLink.hash : '',
      inQr: inQr && address + inQr.hash,
      label: texts['carry-qr'],
      note: (isDrawn) =>
        [
          isDrawn && inQr?.hasWords === false ? texts['carry-words-left'] : '',
          inLink?.hasWords === false ? texts['carry-words-left-link'] : '',
        ]
          .filter(Boolean)
          .join(' '),
    };
  });
  return {
    show() {
      panel.putAway();
      page.carry.button.hidden = !session.mayKeep || !isBegun(session.draft) || session.draft.code === '';
    },
  };
}
