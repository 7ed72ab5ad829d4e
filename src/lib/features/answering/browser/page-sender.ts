import { encodeBallotText, toBase64url } from '@lerend/ballot';
import type { GroupAnswer, GroupRequest, RefusedAnswer } from '../contract-line.ts';
import { workerMaker } from './ask-worker.ts';
import type { OutboxStore } from './device-store.ts';
import { isEmpty, letLeave } from './leave.ts';
import type { Leaving, Outbox } from './leave.ts';
import { encodeOpenBallotText } from './open-payload.ts';
import { drawMoment } from './own-moment.ts';
import type { PageParts } from './page-parts.ts';
import { postToDoor, waitForConnection } from './post-to-door.ts';
import { makeReady } from './send.ts';
import type { AskingTools, ReadyBallots } from './send.ts';
import type { Session } from './session.ts';
import { speedBand } from './speed-band.ts';

export interface PageSender {
  /** Fetches what seals, so that it's there when the connection isn't. */
  load(): void;
  /** Asks which group this code belongs to, and says its name; without a connection nothing is said. */
  meetGroup(): void;
  /** Seals the draft as it is now. Undefined unless there was a no. */
  seal(): Promise<RefusedAnswer | undefined>;
  /** Lets leave what was sealed here; a later version takes the place of what hasn't left yet. */
  leave(shown: LeavingShown): void;
  /** What still waited on this device since a visit before leaves as well. False when there was nothing. */
  leaveFromBefore(shown: LeavingShown): boolean;
  /** The page may be over, or is over: what can leave, leaves now. */
  hurry(isLast: boolean): void;
  /** Closing the page now would lose something that was sealed. */
  readonly wouldLose: boolean;
}

/** What the respondent sees of it. */
export interface LeavingShown {
  waiting(): void;
  received(): void;
  refused(answer: RefusedAnswer): void;
}

/** Everything between the answers on the page and the server that takes them in. */
export function pageSender(page: PageParts, session: Session, store: OutboxStore): PageSender {
  const { form, instrumentVersion, language, code: scanCode, texts, researchConsent, closesOn } = page.settings;
  const { workerUrl, openingKey } = page.settings;
  const post = postToDoor(scanCode, language);
  const maker = workerMaker(workerUrl);
  const randomBytes = (count: number) => crypto.getRandomValues(new Uint8Array(count));
  /** The name under which what is sealed on this page waits. It says nothing, and isn't the ballot's number. */
  const ownName = toBase64url(randomBytes(9));
  const leavings = new Map<string, Leaving>();
  const unkept = new Set<string>();
  let sealed: ReadyBallots | null = null;
  let met: { readonly code: string; readonly group: GroupAnswer } | null = null;

  const draw = () => drawMoment({ day: new Date().toLocaleDateString('sv-SE'), closesOn }, randomBytes);
  const asking = (waiting: () => void): AskingTools => ({ post, wait: waitForConnection, waiting });

  function letGo(name: string, outbox: Outbox, shown: LeavingShown): void {
    leavings.get(name)?.stop();
    const leaving = letLeave(outbox, {
      ...asking(() => shown.waiting()),
      draw,
      changed: (left) => {
        const isKept = (session.mayKeep && store.keep(name, left)) || isEmpty(left);
        if (isKept) unkept.delete(name);
        else unkept.add(name);
      },
    });
    leavings.set(name, leaving);
    void leaving.done.then((refused) => {
      if (leavings.get(name) !== leaving) return;
      leavings.delete(name);
      if (refused) shown.refused(refused);
      else shown.received();
    });
  }

  return {
    load: () => maker.load(),
    meetGroup() {
      const { code } = session.draft;
      if (met?.code === code) return;
      page.group.hidden = true;
      void post('group', { code } satisfies GroupRequest).then(
        ({ status, content }) => {
          if (status >= 300) return;
          met = { code, group: content as GroupAnswer };
          page.group.textContent = texts['counts-with'].replace('#', met.group.group.name);
          page.group.hidden = false;
        },
        () => undefined,
      );
    },
    get wouldLose() {
      return unkept.size > 0;
    },
    leave(shown) {
      if (sealed) letGo(ownName, sealed, shown);
    },
    leaveFromBefore(shown) {
      const waiting = store.all();
      for (const [name, outbox] of waiting) letGo(name, outbox, shown);
      return waiting.length > 0;
    },
    hurry(isLast) {
      for (const [name, leaving] of leavings) leaving.hurry(isLast || unkept.has(name));
    },
    async seal() {
      const { answers, words, pauses, code, fingerprint, sealing } = session.draft;
      page.refused.hidden = true;
      page.status.textContent = texts.sending;
      const waiting = () => {
        page.status.textContent = session.isKept ? texts['waiting-kept'] : texts['waiting-unkept'];
      };
      const made = await makeReady(
        {
          code,
          scanCode,
          fingerprint,
          openingKey,
          sealing,
          group: met?.code === code ? met.group : undefined,
          payload: encodeBallotText({ form, instrumentVersion, language, answers, speedBand: speedBand(pauses) }),
          // Also when nothing was written: whether somebody wrote doesn't show, and words that were wiped go.
          openPayload: page.form.querySelector('textarea') ? encodeOpenBallotText({ answers: words }) : null,
          ...(researchConsent ? { researchConsent } : {}),
        },
        {
          ...asking(waiting),
          maker,
          keep: (made) => session.change({ ...session.draft, sealing: made }),
          sentenceOf: (fault) => texts[`fault-${fault}`],
        },
      );
      page.status.textContent = '';
      sealed = made.ok ? made.ready : null;
      return made.ok ? undefined : made.refused;
    },
  };
}
