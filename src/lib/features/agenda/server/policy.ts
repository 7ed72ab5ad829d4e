import type { Actor } from '#lib/platform/context/index.ts';
import { mayLeadPlan } from '#lib/features/step-plan/server/index.ts';

/** Having the agenda of a unit's next meeting mailed: whoever may change its plan. */
export const mayMailAgenda = (actor: Actor, unitId: string): boolean => mayLeadPlan(actor, unitId);
