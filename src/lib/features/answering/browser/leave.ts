import type { RefusedAnswer } from '../contract-line.ts';
import type { AskingTools, ReadyBallots } from './send.ts';
import { untilAnswered } from './send.ts';

/** Sealed ballots that still have to leave this device. */
export type Outbox = { readonly [Part in keyof ReadyBallots]: ReadyBallots[Part] | null };

export function isEmpty({ ballot, open }: Outbox): boolean {
  return ballot === null && open === null;
}

export interface LeavingTools extends AskingTools {
  /** A moment of its own for each ballot: so many milliseconds from now. */
  draw(): number;
  /** What is still to go, each time that it changes: the device keeps exactly that. */
  changed(left: Outbox): void;
}

export interface Leaving {
  /** How it ended: with a sentence when the server said no. */
  readonly done: Promise<RefusedAnswer | undefined>;
  /** The page may be over in a moment. `isLast`: it is; else the words may wait for yet another moment. */
  hurry(isLast: boolean): void;
  /** A later version takes the place of what hasn't left yet. */
  stop(): void;
}

/**
 * Lets each ballot leave at a moment that the lot chooses, so that neither the credential's moment nor the other
 * ballot's tells which it is; at the latest when the page is closed. A ballot stays in the outbox until the server has
 * said that it has it: sending the same one twice changes nothing.
 */
export function letLeave(outbox: Outbox, tools: LeavingTools): Leaving {
  let left = outbox;
  let isStopped = false;
  const cut = new Map<keyof Outbox, () => void>();

  const ownMoment = (part: keyof Outbox): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, tools.draw());
      cut.set(part, () => {
        clearTimeout(timer);
        resolve();
      });
    });

  async function go(part: keyof Outbox): Promise<RefusedAnswer | undefined> {
    const body = left[part];
    if (body === null) return undefined;
    await ownMoment(part);
    if (isStopped) return undefined;
    const answer = await untilAnswered(part, body, tools);
    if (isStopped) return undefined;
    left = { ...left, [part]: null };
    tools.changed(left);
    // A later version of this ballot was there already: then this one has nothing to do there.
    return answer.ok || answer.refused.status === 409 ? undefined : answer.refused;
  }

  tools.changed(left);
  return {
    done: Promise.all([go('ballot'), go('open')]).then(([ballot, open]) => ballot ?? open),
    hurry(isLast) {
      for (const part of left.ballot === null || isLast ? (['ballot', 'open'] as const) : (['ballot'] as const))
        cut.get(part)?.();
    },
    stop() {
      isStopped = true;
      for (const end of cut.values()) end();
    },
  };
}
