import { isAreaCode } from '@lerend/instrument';
import type { AreaCode } from '@lerend/instrument';
import { searchPractices } from '@lerend/planning';
import type { Practice } from '@lerend/planning';
import type { Language } from '#lib/platform/language/index.ts';

/** What somebody looks for in the library, as the page's address says it: `?q=…&area=…&hours=…`. */
export interface AskedPractices {
  readonly query: string;
  readonly area: AreaCode | null;
  /** Hours of everyone together; null when not asked for, or not understood. */
  readonly hours: number | null;
  readonly isHoursUnclear: boolean;
  /** As it was typed, to stand in the field again. */
  readonly typedHours: string;
}

const longestQuery = 200;

export function askedPractices(params: URLSearchParams): AskedPractices {
  const area = params.get('area') ?? '';
  const typedHours = (params.get('hours') ?? '').trim().slice(0, 20);
  const hours = Number(typedHours.replace(',', '.'));
  const isHoursUnclear = typedHours !== '' && !(Number.isFinite(hours) && hours > 0);
  return {
    query: (params.get('q') ?? '').trim().slice(0, longestQuery),
    area: isAreaCode(area) ? area : null,
    hours: typedHours === '' || isHoursUnclear ? null : hours,
    isHoursUnclear,
    typedHours,
  };
}

export function foundPractices({ query, area, hours }: AskedPractices, language: Language): readonly Practice[] {
  return searchPractices(query, {
    language,
    ...(area ? { area } : {}),
    ...(hours === null ? {} : { maxHours: hours }),
  });
}

/** Whether anything was asked at all; else the page shows the whole library. */
export const isSearch = ({ query, area, hours }: AskedPractices): boolean =>
  query !== '' || area !== null || hours !== null;
