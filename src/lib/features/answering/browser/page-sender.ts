import { encodeBallotText, toBase64url } from '@lerend/ballot';
import type { GroupAnswer, GroupRequest, RefusedAnswer } from '../contract-line.ts';
import { workerMaker } from './ask-worker.ts';
import type { OutboxStore } from './device-store.ts';
import type { Draft } from './draft.ts';
import { isEmpty, letLeave } from './leave.ts';
import type { Leaving, Outbox, Refused } from './leave.ts';
import { encodeOpenBallotText } from './open-payload.ts';
import { drawMoment } from './own-moment.ts';
import type { PageParts } from './page-parts.ts';
import { postToDoor, waitForConnection } from './post-to-door.ts';
import { makeReady } from './send.ts';
import type { Sealing } from './sealing.ts';
import type { AskingTools, ReadyBallots, ToSend } from './send.ts';
import type { Session } from './session.ts';
import { speedBand } from './speed-band.ts';

export interface PageSender {
  /** Fetches what seals, so that it's there when the connection isn't. */
  load(): void;
  /** Asks which group this code belongs to, and says its name; without a connection nothing is said. */
  meetGroup(): void;
  /** Seals the draft as it is now. Undefined unless there was a no. */
  seal(): Promise<RefusedAnswer | undefined>;
  /** Seals, in the place of what was sent, ballots that say that it is withdrawn; the words' one is empty. */
  withdraw(): Promise<RefusedAnswer | undefined>;
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
  refused(answer: Refused): void;
}

/** What is sealed: null in the place of the answers withdraws. */
type Content = Pick<ToSend, 'payload' | 'openPayload'>;

interface SealedHere {
  readonly ready: ReadyBallots;
  /** The same once more, above a later version that turned out to be there. */
  above?(part: keyof Outbox): Promise<ReadyBallots[keyof ReadyBallots]>;
}

/** The server's no to a ballot of which it has a later version. */
export const laterIsThere = 409;

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
  /** Also when nothing was written: whether somebody wrote doesn't show, and words that were wiped go. */
  const openPayload = (words: Draft['words']) =>
    page.form.querySelector('textarea') ? encodeOpenBallotText({ answers: words }) : null;
  let sealed: SealedHere | null = null;
  /** Whoever comes with a key, or was told so, knows that a later version may be there. */
  let isBehind = session.draft.sealing !== null && session.draft.code === '';
  let met: { readonly code: string; readonly group: GroupAnswer } | null = null;

  const draw = () => drawMoment({ day: new Date().toLocaleDateString('sv-SE'), closesOn }, randomBytes);
  const asking = (waiting: () => void): AskingTools => ({ post, wait: waitForConnection, waiting });

  function letGo(name: string, outbox: Outbox, shown: LeavingShown, above?: SealedHere['above']): void {
    leavings.get(name)?.stop();
    const leaving = letLeave(outbox, {
      ...asking(() => shown.waiting()),
      ...(above ? { above } : {}),
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

  async function make(content: Content, keep: (made: Sealing) => void): Promise<RefusedAnswer | undefined> {
    const { code, fingerprint } = session.draft;
    let own = session.draft.sealing;
    const waiting = () => {
      page.status.textContent = session.isKept ? texts['waiting-kept'] : texts['waiting-unkept'];
    };
    const group = met?.code === code ? met.group : undefined;
    const wish = { code, scanCode, fingerprint, openingKey, group, ...content };
    const seal = (keepNow: typeof keep) =>
      makeReady(
        { ...wish, sealing: own, ...(researchConsent ? { researchConsent } : {}) },
        {
          ...asking(waiting),
          maker,
          keep: (made) => {
            own = made;
            keepNow(made);
          },
          sentenceOf: (fault) => texts[`fault-${fault}`],
        },
      );
    const made = await seal(keep);
    const holdOn = (next: Sealing) => {
      if (session.draft.sealing) session.hold(next);
    };
    const above: SealedHere['above'] = async (part) => {
      const again = await seal(holdOn).catch(() => null);
      return again?.ok ? again.ready[part] : null;
    };
    // An answer doesn't go above what it hasn't been told of: that may be a withdrawal.
    const mayGoAbove = isBehind || content.payload === null;
    sealed = made.ok ? { ready: made.ready, ...(mayGoAbove ? { above } : {}) } : null;
    return made.ok ? undefined : made.refused;
  }

  return {
    load: () => maker.load(),
    meetGroup() {
      const { code } = session.draft;
      if (code === '' || met?.code === code) return;
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
      if (!sealed) return;
      const refused: LeavingShown['refused'] = (answer) => {
        isBehind ||= answer.status === laterIsThere;
        shown.refused(answer);
      };
      letGo(ownName, sealed.ready, { ...shown, refused }, sealed.above);
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
      const { answers, words, pauses } = session.draft;
      page.refused.hidden = true;
      page.status.textContent = texts.sending;
      const payload = encodeBallotText({ form, instrumentVersion, language, answers, speedBand: speedBand(pauses) });
      const refused = await make({ payload, openPayload: openPayload(words) }, (sealing) =>
        session.change({ ...session.draft, sealing }),
      );
      page.status.textContent = '';
      return refused;
    },
    withdraw: () => make({ payload: null, openPayload: openPayload({}) }, session.hold),
  };
}
