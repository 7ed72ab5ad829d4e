import { showQr } from '#lib/design/qr/show-qr.ts';
import type { ScriptSettings } from '../contract.ts';
import type { LinkParts } from './page-parts.ts';

/** More than this a telephone doesn't read from a screen; a link may be far longer. */
export const mostInQr = 1200;
export const mostInLink = 8000;

/** What is brought to the page at a wish. */
export interface BroughtLink {
  /** Empty when it doesn't fit. */
  readonly link: string;
  readonly inQr: string | undefined;
  /** What the QR code is said to be. */
  readonly label: string;
  /** What there is to know beside it; `isDrawn`: there is a QR code. */
  note(isDrawn: boolean): string;
}

/** A link and a QR code that only the respondent's devices ever hold: made when asked for, and gone from the page when put away. */
export function linkPanel(
  parts: LinkParts,
  { qrWorkerUrl, texts }: Pick<ScriptSettings, 'qrWorkerUrl' | 'texts'>,
  bring: () => BroughtLink | Promise<BroughtLink>,
): { putAway(): void } {
  function putAway(): void {
    parts.panel.hidden = true;
    parts.qr.replaceChildren();
    parts.link.value = '';
  }

  async function show(): Promise<void> {
    const { link, inQr, label, note } = await bring();
    parts.link.value = link;
    parts.panel.hidden = false;
    const drawing = { workerUrl: qrWorkerUrl, label, strength: 'L' } as const;
    const isDrawn = inQr !== undefined && (await showQr(parts.qr, { ...drawing, text: inQr }));
    parts.note.textContent = [isDrawn ? '' : texts['link-no-qr'], note(isDrawn)].filter(Boolean).join(' ');
  }

  parts.button.addEventListener('click', () => (parts.panel.hidden ? void show() : putAway()));
  parts.copy.addEventListener('click', () => {
    parts.link.select();
    void navigator.clipboard.writeText(parts.link.value).then(
      () => {
        parts.note.textContent = texts['link-copied'];
      },
      // Not allowed to: the link is selected, so that it can be copied by hand.
      () => undefined,
    );
  });
  return { putAway };
}
