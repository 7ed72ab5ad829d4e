import type { Context } from '#lib/platform/context/index.ts';
import { latestOpenedScan, scanSetup } from '#lib/features/scan/server/index.ts';
import type { Budget } from '../contract.ts';
import { stepStore } from './store.ts';

interface Grant {
  readonly scanId: string;
  readonly scanTitle: string;
  readonly promisedBy: string;
  readonly hours: number;
  readonly euros: number;
}

/** What the director granted each team at the last peiling that was counted; null while there is none. */
export async function grantedPerTeam(context: Context): Promise<Grant | null> {
  const scan = await latestOpenedScan(context);
  if (!scan) return null;
  const promise = (await scanSetup(context.database, scan.id))?.promise;
  if (!promise) return null;
  const { promisedBy, hoursPerTeam: hours, eurosPerTeam: euros } = promise;
  return { scanId: scan.id, scanTitle: scan.title, promisedBy, hours, euros };
}

type Cost = { readonly state: string; readonly scanId: string | null; readonly hours: number; readonly euros: number };

/** Hours and euros that the steps since a peiling take, those that wait included; what was stopped is given back. */
export function usedBy(steps: readonly Cost[], scanId: string): { hours: number; euros: number } {
  const counted = steps.filter((step) => step.scanId === scanId && step.state !== 'stopped');
  return {
    hours: counted.reduce((sum, step) => sum + step.hours, 0),
    euros: counted.reduce((sum, step) => sum + step.euros, 0),
  };
}

/** What a unit was granted and what is left of it. The caller has checked that the reader may see the plan. */
export async function budgetOf(context: Context, unitId: string): Promise<Budget | null> {
  const granted = await grantedPerTeam(context);
  if (!granted) return null;
  const used = usedBy(await stepStore(context.database).stepsOf(unitId), granted.scanId);
  return {
    scanTitle: granted.scanTitle,
    promisedBy: granted.promisedBy,
    granted: { hours: granted.hours, euros: granted.euros },
    used,
    left: { hours: granted.hours - used.hours, euros: granted.euros - used.euros },
  };
}
