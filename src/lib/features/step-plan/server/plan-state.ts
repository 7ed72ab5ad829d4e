import type { StepState } from '../contract.ts';

/** What a plan is to its own rules: which steps there are and in what state. */
export type PlanState = ReadonlyMap<string, StepState>;

export type PlanCommand =
  | { readonly kind: 'add'; readonly id: string; readonly start: 'now' | 'when-free' | 'later' }
  | { readonly kind: 'start'; readonly id: string; readonly isSwap: boolean }
  | { readonly kind: 'finish' | 'stop' | 'reopen'; readonly id: string };

/** Why a command can't be done; each is a key of the feature's messages. */
export type PlanFault =
  'step-unknown' | 'one-active' | 'two-waiting' | 'not-waiting' | 'not-active' | 'not-running' | 'not-ended';

const mostActive = 1;
/** More than two waiting is a list of wishes, and a team stops reading it. */
export const mostWaiting = 2;

/** The plan after a command, or why not. One step is active at most, two wait at most, whatever is asked. */
export function planAfter(
  plan: PlanState,
  command: PlanCommand,
): { readonly plan: PlanState } | { readonly fault: PlanFault } {
  if (command.kind === 'add') return added(plan, command);
  const state = plan.get(command.id);
  if (state === undefined) return { fault: 'step-unknown' };
  switch (command.kind) {
    case 'start':
      return state === 'waiting' ? started(plan, command) : { fault: 'not-waiting' };
    case 'finish':
      return state === 'active' ? set(plan, command.id, 'done') : { fault: 'not-active' };
    case 'stop':
      return state === 'active' || state === 'waiting' ? set(plan, command.id, 'stopped') : { fault: 'not-running' };
    case 'reopen':
      return state === 'done' || state === 'stopped' ? reopened(plan, command.id) : { fault: 'not-ended' };
  }
}

function added(plan: PlanState, { id, start }: Extract<PlanCommand, { kind: 'add' }>): ReturnType<typeof planAfter> {
  const isFree = count(plan, 'active') < mostActive;
  if (start === 'now' && !isFree) return { fault: 'one-active' };
  if (start !== 'later' && isFree) return set(plan, id, 'active');
  return count(plan, 'waiting') < mostWaiting ? set(plan, id, 'waiting') : { fault: 'two-waiting' };
}

function started(
  plan: PlanState,
  { id, isSwap }: Extract<PlanCommand, { kind: 'start' }>,
): ReturnType<typeof planAfter> {
  const [running] = [...plan].find(([, state]) => state === 'active') ?? [];
  if (running === undefined) return set(plan, id, 'active');
  if (!isSwap) return { fault: 'one-active' };
  return { plan: new Map(plan).set(running, 'waiting').set(id, 'active') };
}

/** Back to where there is room: running again if nothing else runs, else waiting. */
function reopened(plan: PlanState, id: string): ReturnType<typeof planAfter> {
  if (count(plan, 'active') < mostActive) return set(plan, id, 'active');
  return count(plan, 'waiting') < mostWaiting ? set(plan, id, 'waiting') : { fault: 'two-waiting' };
}

const set = (plan: PlanState, id: string, state: StepState): { plan: PlanState } => ({
  plan: new Map(plan).set(id, state),
});

function count(plan: PlanState, wanted: StepState): number {
  return [...plan.values()].filter((state) => state === wanted).length;
}
