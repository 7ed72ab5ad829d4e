import { fillIn } from './fill-in.ts';
import type { LeavingShown } from './page-sender.ts';
import { isNobody } from './respondent.ts';
import type { Respondent } from './respondent.ts';
import { showCodeError, showThanks } from './show-step.ts';
import type { Walk } from './walk.ts';

/** Seals at the respondent's wish and lets the ballots leave by themselves, also when the page is closed. */
export function sendAtWish(respondent: Respondent, walk: Walk): () => void {
  const { page, session, sender, tab } = respondent;
  const { texts } = page.settings;
  let isBusy = false;

  const leaving: LeavingShown = {
    waiting: () => {
      page.leaving.textContent = texts[sender.wouldLose ? 'waiting-unkept' : 'sealed-waits-offline'];
    },
    received: () => {
      page.leaving.textContent = texts['sealed-received'];
    },
    refused: ({ sentence }) => {
      walk.goToEnd();
      showRefused(sentence);
    },
  };

  function showRefused(sentence: string): void {
    page.refusedText.textContent = sentence;
    page.refused.hidden = false;
  }

  async function send(): Promise<void> {
    if (isBusy) return;
    isBusy = true;
    const refused = await sender.seal();
    isBusy = false;
    if (refused?.field === 'code') {
      walk.go(0);
      return showCodeError(page, refused.sentence);
    }
    if (refused) return showRefused(refused.sentence);
    session.sealed();
    tab.forget();
    if (isNobody(respondent)) fillIn(page, session);
    page.leaving.textContent = texts['sealed-waits'];
    showThanks(page, !isNobody(respondent));
    sender.leave(leaving);
  }

  // On a telephone a page that was put away may never come back: what must not be lost leaves then.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') sender.hurry(false);
  });
  addEventListener('pagehide', () => sender.hurry(true));
  leaveFromBefore(respondent);
  return () => void send();
}

/** What waited since a visit before leaves too. Whoever sits here now may be somebody else: it's one sentence at the start. */
function leaveFromBefore({ page, sender }: Respondent): void {
  const { texts } = page.settings;
  const isThere = sender.leaveFromBefore({
    waiting: () => undefined,
    received: () => {
      page.before.textContent = texts['before-received'];
    },
    refused: ({ sentence }) => {
      page.before.textContent = sentence;
    },
  });
  if (isThere) page.before.textContent = texts['before-waits'];
}
