import type { Actor } from '#lib/platform/context/index.ts';
import { mayLeadPlan, mayReadPlan } from '#lib/features/step-plan/server/index.ts';

/** Reading what was done with the answers: everyone who may read the unit's plan. */
export const mayReadSaidAndDone = (actor: Actor, unitId: string): boolean => mayReadPlan(actor, unitId);

/** Saying what won't be done, and why: whoever may change the plan. */
export const maySayNotDone = (actor: Actor, unitId: string): boolean => mayLeadPlan(actor, unitId);
