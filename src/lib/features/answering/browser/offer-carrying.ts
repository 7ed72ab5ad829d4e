import { showQr } from '#lib/design/qr/show-qr.ts';
import { carriedDraft } from './carry.ts';
import { isBegun } from './draft.ts';
import type { Respondent } from './respondent.ts';

/** More than this a telephone doesn't read from a screen; a link may be far longer. */
const mostInQr = 1200;
const mostInLink = 8000;

/**
 * "Verder op een ander apparaat": the draft as a QR code and as a link, both behind the #, so that only the respondent's
 * devices ever hold it. Made when it's asked for, and gone from the page when it's put away. Not on a device of others.
 */
export function offerCarrying({ page, session }: Respondent): { show(): void } {
  const { texts, code, language, qrWorkerUrl } = page.settings;
  const itemIds = page.choiceIds;
  const address = `${location.origin}/s/${code}?language=${language}#`;

  function putAway(): void {
    page.carryPanel.hidden = true;
    page.carryQr.replaceChildren();
    page.carryLink.value = '';
  }

  async function bring(): Promise<void> {
    const inLink = carriedDraft(session.draft, itemIds, mostInLink - address.length);
    const inQr = carriedDraft(session.draft, itemIds, mostInQr - address.length);
    page.carryLink.value = inLink ? address + inLink.hash : '';
    page.carryPanel.hidden = false;
    const isDrawn =
      inQr !== undefined &&
      (await showQr(page.carryQr, {
        workerUrl: qrWorkerUrl,
        text: address + inQr.hash,
        label: texts['carry-qr'],
        strength: 'L',
      }));
    const notes = [
      isDrawn ? '' : texts['carry-no-qr'],
      isDrawn && !inQr.hasWords ? texts['carry-words-left'] : '',
      inLink && !inLink.hasWords ? texts['carry-words-left-link'] : '',
    ];
    page.carryNote.textContent = notes.filter(Boolean).join(' ');
  }

  page.carry.addEventListener('click', () => (page.carryPanel.hidden ? void bring() : putAway()));
  page.carryCopy.addEventListener('click', () => {
    page.carryLink.select();
    void navigator.clipboard.writeText(page.carryLink.value).then(
      () => {
        page.carryNote.textContent = texts['carry-copied'];
      },
      // Not allowed to: the link is selected, so that it can be copied by hand.
      () => undefined,
    );
  });
  return {
    show() {
      putAway();
      page.carry.hidden = !session.mayKeep || !isBegun(session.draft) || session.draft.code === '';
    },
  };
}
