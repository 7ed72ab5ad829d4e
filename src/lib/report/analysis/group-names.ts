import type { ContractDocument } from '@lerend/analysis';

/** A unit's path for a reader. A unit called "68" says nothing by itself: then its column stands before it. */
export function groupNames({ groupColumns }: ContractDocument): (group: { path: readonly string[] }) => string {
  const named = (name: string, index: number): string =>
    /^[\d.,\s]+$/u.test(name) ? `${groupColumns[index] ?? ''} ${name}`.trim() : name;
  return ({ path }) => path.map(named).join(' › ');
}
