import type { OrganisationDatabase } from '#lib/platform/database/index.ts';
import { authorize } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { retentionKinds, retentionRules } from '../contract.ts';
import type { Announced, AnnouncedKind, RetentionKind, RetentionLine, RetentionPage } from '../contract.ts';
import { maySeeRetention, maySetRetention } from './policy.ts';
import { retentionStore } from './store.ts';

/** How long each kind is kept here, in months: what the organisation chose, else what is usual. */
export async function periodsOf(database: OrganisationDatabase): Promise<Readonly<Record<RetentionKind, number>>> {
  const chosen = new Map((await retentionStore(database).periods()).map(({ kind, months }) => [kind, months]));
  return Object.fromEntries(
    retentionKinds.map((kind) => [kind, within(kind, chosen.get(kind) ?? retentionRules[kind].usual)]),
  ) as Record<RetentionKind, number>;
}

/** A bound that was drawn closer since holds for what was chosen before. */
function within(kind: RetentionKind, months: number): number {
  return Math.min(Math.max(months, retentionRules[kind].least), retentionRules[kind].most);
}

/** How long each kind is kept, and what was announced to go. */
export async function retentionPage(context: Context): Promise<RetentionPage> {
  authorize(context, maySeeRetention(context.actor));
  const store = retentionStore(context.database);
  const [periods, notices] = await Promise.all([periodsOf(context.database), store.notices()]);
  return {
    lines: retentionKinds.map((kind): RetentionLine => {
      const months = periods[kind];
      return { kind, months, isUsual: months === retentionRules[kind].usual };
    }),
    announced: notices.map(({ kind, title, goesOn }): Announced => ({ kind: kind as AnnouncedKind, title, goesOn })),
    maySet: maySetRetention(context.actor),
  };
}
