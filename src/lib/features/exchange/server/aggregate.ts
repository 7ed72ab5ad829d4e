import { randomBytes } from 'node:crypto';
import { aggregateOf } from '@lerend/analysis';
import type { Aggregate } from '@lerend/analysis';
import { publishedResults, snapshotOf } from '#lib/features/result/server/index.ts';
import type { ResultScan } from '#lib/features/result/contract.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { exchangeStore } from './store.ts';

const noName = '0'.repeat(32);

/** The results from which something may leave: those that everyone may read, the last one first. */
export async function sharedResults(context: Context): Promise<readonly ResultScan[]> {
  return (await publishedResults(context)).results.filter(({ isPublished }) => isPublished);
}

/** What would leave of a result; under its name once it has one. Null under 200 answers. */
export async function aggregate(context: Context, scanId: string): Promise<Aggregate | null> {
  const { snapshot, scan } = await snapshotOf(context, scanId);
  const name = (await exchangeStore(context.database).name()) ?? noName;
  return aggregateOf(snapshot, { name, year: Number(scan.closesOn.slice(0, 4)) });
}

/** Draws the name of this organisation when there is none yet: 128 bits that say nothing. */
export async function giveName(context: Context): Promise<void> {
  await exchangeStore(context.database).keepName(randomBytes(16).toString('hex'));
}

/** The file as it leaves. */
export const textOf = (leaving: Aggregate): string => `${JSON.stringify(leaving, null, 2)}\n`;
