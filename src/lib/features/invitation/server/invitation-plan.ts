import { organisationTree, peopleInUnits } from '#lib/features/organisation/server/index.ts';
import { authorize } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import type { InvitationPlan } from '../contract.ts';
import { planInvitations } from './plan-invitations.ts';
import { mayInvite } from './policy.ts';

/** Who would get what, were everyone invited today. Nothing is made. For a pilot everyone is one group. */
export async function invitationPlan(context: Context, isPilot = false): Promise<InvitationPlan> {
  authorize(context, mayInvite(context.actor));
  const [tree, people] = await Promise.all([organisationTree(context), peopleInUnits(context)]);
  const { canSend: canMail } = context.mailer;
  const plan = planInvitations(
    tree.map((unit) => ({ ...unit, headCount: unit.headCount ?? 0 })),
    people,
    canMail,
  );
  const named = Map.groupBy(plan.named, (one) => one.unitId);
  const units = tree.map(({ id, name, depth }) => {
    const here = named.get(id) ?? [];
    const byMail = here.filter((one) => one.channel === 'mail').length;
    return { name, depth, byMail, onPaper: here.length - byMail, unnamedCards: plan.cardsPerUnit.get(id) ?? 0 };
  });
  const sum = (part: 'byMail' | 'onPaper' | 'unnamedCards'): number =>
    units.reduce((total, unit) => total + unit[part], 0);
  const whole = { byMail: sum('byMail'), onPaper: sum('onPaper'), unnamedCards: sum('unnamedCards') };
  const shown = isPilot ? units.slice(0, 1).map((top) => ({ ...top, ...whole })) : units;
  return { canMail, ...whole, units: shown };
}
