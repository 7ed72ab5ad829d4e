import type { Pool, UnitResult } from '@lerend/analysis';
import type { AreaCell, Published } from '@lerend/disclosure';
import { areas, formNames, instrumentVersion } from '@lerend/instrument';
import type { AreaCode, FormName } from '@lerend/instrument';
import { snapshotOf } from '#lib/features/result/server/index.ts';
import { authorize } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import type { PoolBeside } from '../contract.ts';
import { maySeePool } from './policy.ts';
import { exchangeStore, poolIn } from './store.ts';

/**
 * The pool beside the result of everyone together, on the largest form that both have. Null without a pool, without own
 * figures, or where the two have no form or no main version of the questionnaire in common.
 */
export async function poolBeside(context: Context, scanId: string): Promise<PoolBeside | null> {
  authorize(context, maySeePool(context.actor));
  const row = await exchangeStore(context.database).keptPool();
  if (!row) return null;
  const pool = poolIn(row);
  const { snapshot } = await snapshotOf(context, scanId);
  const isSame = [snapshot.instrumentVersion, pool.instrumentVersion].every(
    (version) => version.split('.')[0] === instrumentVersion.split('.')[0],
  );
  const whole = snapshot.units.find(({ depth }) => depth === 0);
  if (!isSame || !whole) return null;
  for (const form of formNames) {
    const beside = onForm({ pool, whole, form, asked: snapshot.form, context });
    if (beside.length > 0) return { organisations: pool.organisations, years: pool.years, form, areas: beside };
  }
  return null;
}

function onForm({
  pool,
  whole,
  form,
  asked,
  context,
}: {
  pool: Pool;
  whole: UnitResult;
  form: FormName;
  asked: FormName;
  context: Context;
}): PoolBeside['areas'] {
  const pooled = pool.forms[form];
  if (!pooled) return [];
  return areas.flatMap(({ code, shortName }) => {
    const [others, own] = [pooled[code], cellOn(whole, code, form, asked)];
    return others && own ? [{ id: code, name: shortName[context.language], own, ...others }] : [];
  });
}

function cellOn(whole: UnitResult, code: AreaCode, form: FormName, asked: FormName): Published<AreaCell> | null {
  const area = whole.areas.find(({ areaId }) => areaId === code);
  return (form === asked ? area?.cell : area?.onForms[form]) ?? null;
}
