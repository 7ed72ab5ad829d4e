import type { BallotRequest, OpenBallotRequest, RefusedAnswer } from '../contract-line.ts';
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
  /** The same wish sealed once more, where a later version of the ballot was there. Without it such a ballot is done. */
  above?(part: keyof Outbox): Promise<BallotRequest | OpenBallotRequest | null>;
}

/** So often a ballot climbs above what is there: far more than somebody changes their mind. */
const mostAbove = 30;

export type Refused = RefusedAnswer & { readonly status?: number };

export interface Leaving {
  /** How it ended: with a sentence when the server said no; of 409 a later version was there already. */
  readonly done: Promise<Refused | undefined>;
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

  async function go(part: keyof Outbox): Promise<Refused | undefined> {
    if (left[part] === null) return undefined;
    await ownMoment(part);
    for (let climbed = 0; ; climbed++) {
      const body = left[part];
      if (isStopped || body === null) return undefined;
      const answer = await untilAnswered(part, body, tools);
      const isOlder = !answer.ok && answer.refused.status === 409 && climbed < mostAbove && !isStopped;
      const above = (isOlder && (await tools.above?.(part))) || null;
      if (isStopped) return undefined;
      left = { ...left, [part]: above };
      tools.changed(left);
      if (above === null) return answer.ok ? undefined : answer.refused;
    }
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
