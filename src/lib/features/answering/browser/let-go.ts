import { fillIn } from './fill-in.ts';
import { laterIsThere } from './page-sender.ts';
import type { LeavingShown } from './page-sender.ts';
import { isNobody } from './respondent.ts';
import type { Respondent } from './respondent.ts';
import { showCodeError, showThanks } from './show-step.ts';
import type { Walk } from './walk.ts';

/** What becomes of the ballots at the respondent's wish. */
export interface LettingGo {
  send(): void;
  /** A ballot that says so takes the place of what was sent. */
  withdraw(): void;
}

/** Seals at the respondent's wish and lets the ballots leave by themselves, also when the page is closed. */
export function letGoAtWish(respondent: Respondent, walk: Walk, thanked: () => void): LettingGo {
  const { page, session, sender, tab } = respondent;
  const { texts } = page.settings;
  let isBusy = false;

  const shown = (refused: LeavingShown['refused']): LeavingShown => ({
    waiting: () => {
      page.leaving.textContent = texts[sender.wouldLose ? 'waiting-unkept' : 'sealed-waits-offline'];
    },
    received: () => {
      page.leaving.textContent = texts['sealed-received'];
    },
    refused,
  });

  function showRefused(sentence: string): void {
    page.refusedText.textContent = sentence;
    page.refused.hidden = false;
  }

  function thank(how: 'sent' | 'withdrawn'): void {
    tab.forget();
    if (isNobody(respondent)) fillIn(page, session);
    page.leaving.textContent = texts[respondent.key ? 'key-waits' : 'sealed-waits'];
    showThanks(page, how, !isNobody(respondent));
    thanked();
  }

  async function send(): Promise<void> {
    const refused = await sender.seal();
    if (refused?.field === 'code') {
      walk.go(0);
      return showCodeError(page, refused.sentence);
    }
    if (refused) return showRefused(refused.sentence);
    session.sealed();
    thank('sent');
    sender.leave(
      shown(({ sentence, status }) => {
        walk.goToEnd();
        showRefused(status === laterIsThere ? texts['later-there'] : sentence);
      }),
    );
  }

  async function withdraw(): Promise<void> {
    const refused = await sender.withdraw().catch(() => ({ sentence: texts['withdraw-offline'] }));
    if (refused) return showNotWithdrawn(refused.sentence);
    if (!session.mayKeep) session.sealed();
    thank('withdrawn');
    const showing = shown(({ sentence, status }) =>
      status === tooLate ? showNotWithdrawn(texts['withdraw-too-late'], false) : showNotWithdrawn(sentence),
    );
    const received = () => {
      page.thanksTitle.textContent = texts['withdrawn-heading'];
      showing.received();
    };
    sender.leave({ ...showing, received });
  }

  function showNotWithdrawn(sentence: string, mayTryAgain = !isNobody(respondent)): void {
    showThanks(page, 'not-withdrawn', mayTryAgain);
    page.leaving.textContent = sentence;
  }

  const oneAtATime = (work: () => Promise<void>) => () => {
    if (isBusy) return;
    isBusy = true;
    void work().finally(() => (isBusy = false));
  };

  // On a telephone a page that was put away may never come back: what must not be lost leaves then.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') sender.hurry(false);
  });
  addEventListener('pagehide', () => sender.hurry(true));
  leaveFromBefore(respondent);
  return { send: oneAtATime(send), withdraw: oneAtATime(withdraw) };
}

const tooLate = 410;

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
