import { encodeBallotText } from '@lerend/ballot';
import { encodeOpenBallotText } from './open-payload.ts';
import type { RefusedAnswer } from '../contract.ts';
import type { PageParts } from './page-parts.ts';
import { postToDoor, waitForConnection } from './post-to-door.ts';
import { sendBallot } from './send.ts';
import type { Session } from './session.ts';
import { speedBand } from './speed-band.ts';

/** Sends the draft as it is now and says on the page how that goes. Undefined when it was received. */
export async function sendFromPage(page: PageParts, session: Session): Promise<RefusedAnswer | undefined> {
  const { form, instrumentVersion, language, code: scanCode, texts, researchConsent } = page.settings;
  const { answers, words, pauses, number, code } = session.draft;
  page.refused.hidden = true;
  page.status.textContent = texts.sending;
  const payload = encodeBallotText({ form, instrumentVersion, language, answers, speedBand: speedBand(pauses) });
  // Also when nothing was written: whether somebody wrote doesn't show, and words that were wiped go.
  const openPayload = page.form.querySelector('textarea') ? encodeOpenBallotText({ answers: words }) : null;
  const waiting = () => {
    page.status.textContent = session.isKept ? texts['waiting-kept'] : texts['waiting-unkept'];
  };
  const tools = { post: postToDoor(scanCode, language), wait: waitForConnection, waiting };
  const sent = await sendBallot(
    { code, number, payload, openPayload, ...(researchConsent ? { researchConsent } : {}) },
    tools,
  );
  page.status.textContent = '';
  return sent.ok ? undefined : sent.refused;
}
