import type { SpeedCounts } from '@lerend/analysis';
import type { OrganisationDatabase } from '#lib/platform/database/index.ts';
import { answeringStore } from './store.ts';

export interface OpeningReport {
  readonly counted: number;
  /** Ballots that weren't in order, by reason. */
  readonly rejected: Readonly<Record<string, number>>;
  readonly languages: Readonly<Record<string, number>>;
  readonly speedBands: SpeedCounts;
}

/** What the opening counted besides the answers, for the whole peiling; undefined before it. Not for the screen as it stands. */
export async function openingReport(
  database: OrganisationDatabase,
  scanId: string,
): Promise<OpeningReport | undefined> {
  const report = await answeringStore(database).report(scanId);
  return (
    report && {
      counted: report.counted,
      rejected: counts(report.rejected),
      languages: counts(report.languages),
      speedBands: counts(report.speedBands),
    }
  );
}

function counts(stored: unknown): Record<string, number> {
  return typeof stored === 'object' && stored !== null
    ? Object.fromEntries(Object.entries(stored).map(([name, count]) => [name, Number(count)]))
    : {};
}
