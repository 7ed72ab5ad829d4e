import type { ForeseenUnit } from '@lerend/analysis';

const betweenUnits = ' › ';

/** No unit's path, since between two units there are spaces around it. */
export const everyone = '›';

/**
 * The tree out of head counts by path (`{ "Noord › Team 1": 12 }`, as `analyse --population` takes them). A count is of
 * the unit itself. A unit that is only named above another has nobody itself. All units hang below one top, `everyone`.
 * Undefined when it is no such object; a fault names the unit whose count isn't a whole number of 0 or more.
 */
export function treeOfHeads(json: unknown): readonly ForeseenUnit[] | { readonly faultyUnit: string } | undefined {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return undefined;
  const heads = new Map<string, unknown>(Object.entries(json));
  const invited = new Map<string, number>();
  for (const [unit, count] of heads) {
    if (typeof count !== 'number' || !Number.isInteger(count) || count < 0) return { faultyUnit: unit };
    const path = unit.split(betweenUnits);
    path.forEach((_, depth) => {
      const above = path.slice(0, depth + 1).join(betweenUnits);
      invited.set(above, invited.get(above) ?? 0);
    });
    invited.set(unit, count);
  }
  const top: ForeseenUnit = { id: everyone, parentId: null, invited: 0 };
  const units = [...invited].map(([id, count]): ForeseenUnit => {
    const above = id.split(betweenUnits).slice(0, -1).join(betweenUnits);
    return { id, parentId: above === '' ? everyone : above, invited: count };
  });
  return [top, ...units];
}
