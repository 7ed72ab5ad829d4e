import { derivePublished } from '@lerend/disclosure';
import type { AreaCell, Published } from '@lerend/disclosure';
import type { Referent } from '@lerend/instrument';
import { lowResponse, mostSkew } from './method.ts';
import type { Distinctness } from './snapshot.ts';
import type { Divided } from './unit-result.ts';
import { withoutLastDigits } from './whole-points.ts';

/**
 * Whether an area of a unit may be reported, and how: one decision, made of published cells and of what is known for
 * everyone together.
 *
 * no-figure: too few answers, or another group is protected by it (one neutral sentence for both).
 * with-words: the mean may not stand alone; each reason is a sentence beside it. as-it-is: nothing stands in the way.
 */
export interface AreaReporting {
  readonly verdict: 'no-figure' | 'as-it-is' | 'with-words';
  /** Most serious first; empty unless `with-words`. */
  readonly reasons: readonly ReportingReason[];
}

export type ReportingReason =
  /**
   * Two camps: the mean is what hardly anyone answered. `referents`: what they are divided about (me, my team, my
   * manager, the organisation); empty when it is the area as a whole and no part of it by itself.
   */
  | { readonly kind: 'divided'; readonly pattern: Exclude<Divided, 'no'>; readonly referents: readonly Referent[] }
  /** Fewer than half of those who work there answered: the others needn't think the same. */
  | { readonly kind: 'low-response'; readonly n: Published<number>; readonly heads: Published<number> }
  /** Some parts answered much more than others: the score is theirs more than everyone's. `now` is weighted for it. */
  | { readonly kind: 'skewed-response' }
  /** In this organisation people answer this area and these in nearly the same way. */
  | { readonly kind: 'not-distinguishable'; readonly areaIds: readonly string[] };

export interface ReportingInput {
  readonly areaId: string;
  readonly cell: Published<AreaCell> | null;
  readonly divided: { readonly pattern: Divided; readonly referents: readonly Referent[] } | null;
  /** The nearest cells below that are shown. */
  readonly below: readonly Published<AreaCell>[];
  readonly distinctness: Distinctness | null;
}

export function reportingOf(input: ReportingInput): AreaReporting {
  const { areaId, cell, divided, below, distinctness } = input;
  if (cell === null) return { verdict: 'no-figure', reasons: [] };
  const reasons: ReportingReason[] = [];
  if (divided && divided.pattern !== 'no')
    reasons.push({ kind: 'divided', pattern: divided.pattern, referents: divided.referents });
  if (cell.n / cell.heads < lowResponse)
    reasons.push({
      kind: 'low-response',
      n: derivePublished([cell], (one: AreaCell) => one.n),
      heads: derivePublished([cell], (one: AreaCell) => one.heads),
    });
  if (skewOf(cell, below) >= mostSkew) reasons.push({ kind: 'skewed-response' });
  const others = (distinctness?.pairs ?? []).flatMap(({ areaIds }) =>
    areaIds.includes(areaId) ? areaIds.filter((one) => one !== areaId) : [],
  );
  if (others.length > 0) reasons.push({ kind: 'not-distinguishable', areaIds: others });
  return { verdict: reasons.length > 0 ? 'with-words' : 'as-it-is', reasons };
}

/**
 * The share of the answers that would have to come from another part for the parts to be there in proportion to their
 * heads: ½ Σ |n/Σn − heads/Σheads|. Parts: the units below that are shown, and the rest. 0 without units below.
 */
export function skewOf(whole: Pick<AreaCell, 'n' | 'heads'>, below: readonly Pick<AreaCell, 'n' | 'heads'>[]): number {
  const rest = below.reduce((left, part) => ({ n: left.n - part.n, heads: left.heads - part.heads }), {
    n: whole.n,
    heads: whole.heads,
  });
  const apart = [...below, rest].reduce((sum, { n, heads }) => sum + Math.abs(n / whole.n - heads / whole.heads), 0);
  return withoutLastDigits(apart / 2);
}
