import { snapshotForm } from '@lerend/analysis';
import { dontKnowCode } from '@lerend/instrument';
import type { FormName } from '@lerend/instrument';
import { covarianceMatrix, cronbachAlpha, feldtInterval, pairMoments, personScores } from '@lerend/psychometrics';
import type { OptionColumn } from '@lerend/psychometrics';
import type { ResearchRow } from '#lib/features/answering/server/index.ts';
import type { AreaQuality } from '../contract.ts';

/**
 * How well each area's questions measured: alpha over the pairs of answers with Feldt's interval for that many people,
 * and how often people didn't know. Alpha is null for one question, and where it is undefined.
 */
export function areaQualities(form: FormName, rows: readonly ResearchRow[]): AreaQuality[] {
  return snapshotForm(form).areas.map(({ areaId, columns }) => {
    const answers = columns.map((column) => Uint8Array.from(rows, ({ items }) => items[column] ?? 0));
    const options = answers.map((given): OptionColumn => ({
      kind: 'options',
      codes: given.map((answer) => (answer === dontKnowCode ? 0 : answer)),
      minimum: 1,
      maximum: 5,
    }));
    const unknown = answers.reduce((sum, given) => sum + given.filter((answer) => answer === dontKnowCode).length, 0);
    const given = answers.reduce((sum, one) => sum + one.filter((answer) => answer !== 0).length, 0);
    return {
      areaId,
      items: columns.length,
      n: personScores(options).filter((score) => !Number.isNaN(score)).length,
      ...alphaOf(options, rows.length),
      dontKnow: given === 0 ? 0 : Math.round((unknown / given) * 100),
    };
  });
}

function alphaOf(
  columns: readonly OptionColumn[],
  people: number,
): Pick<AreaQuality, 'alpha' | 'alphaLow' | 'alphaHigh'> {
  const covariances = columns.length < 2 ? null : covarianceMatrix(pairMoments(columns)).value;
  const alpha = covariances === null ? null : cronbachAlpha(covariances).value;
  const interval = alpha === null ? null : feldtInterval(alpha, people, columns.length).value;
  return {
    alpha: inTwoDecimals(alpha),
    alphaLow: inTwoDecimals(interval?.[0] ?? null),
    alphaHigh: inTwoDecimals(interval?.[1] ?? null),
  };
}

const inTwoDecimals = (value: number | null): number | null => (value === null ? null : Math.round(value * 100) / 100);
