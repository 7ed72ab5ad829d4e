import type {
  AnalysisInstrument,
  AnalysisItem,
  AnalysisResponse,
  AnalysisScale,
  InstrumentFault,
  ParsedInstrument,
} from './analysis-instrument.ts';
import { findConflicts } from './instrument-conflicts.ts';
import { faults } from './instrument-faults.ts';
import type { Localised } from './language.ts';

/** The figures count each whole answer apart; beyond this many that is a measurement and not a choice of answers. */
const mostWholeAnswers = 1000;

type Fields = Readonly<Record<string, unknown>>;
type Report = (path: string, message: Localised) => void;

/**
 * Checks an instrument file that has been read as JSON. Gives the instrument, or every fault with its JSON path and
 * a plain sentence in both languages; it never throws on bad input.
 *
 * Convention: a title is `{ nl, en }`, one of the two, or one string that then serves for both; a missing title of a
 * scale is its id. A response takes whole numbers only, unless `integer` is false. Keys that it doesn't know are
 * left out of the result, except a misspelt `reverse`, which would silently change scores and is a fault.
 * A column may be in several scales when it is scored alike in all of them.
 */
export function parseInstrument(json: unknown): ParsedInstrument {
  const found: InstrumentFault[] = [];
  const report: Report = (path, message) => found.push({ path, message });
  if (!isFields(json)) return { ok: false, faults: [{ path: '$', message: faults.notAnObject }] };

  const id = parseId(json.id, '$.id', report);
  const title = parseTitle(json.title, id, '$.title', report);
  const response = parseResponse(json.response, '$.response', report);
  const scales = parseList(json.scales, '$.scales', faults.noScales, report).map((scale, index) =>
    parseScale(scale, `$.scales[${index}]`, report),
  );
  reportRepeats(scales, (index) => `$.scales[${index}].id`, faults.repeatedScale, report);

  const instrument: AnalysisInstrument = { id, title, response, scales };
  if (found.length === 0) found.push(...findConflicts(instrument));
  return found.length === 0 ? { ok: true, instrument } : { ok: false, faults: found };
}

function parseScale(scale: unknown, path: string, report: Report): AnalysisScale {
  if (!isFields(scale)) {
    report(path, faults.notAnObject);
    return { id: '', title: { nl: '', en: '' }, items: [] };
  }
  const id = parseId(scale.id, `${path}.id`, report);
  const items = parseList(scale.items, `${path}.items`, faults.noItems, report).map((item, index) =>
    parseItem(item, `${path}.items[${index}]`, report),
  );
  reportRepeats(items, (index) => `${path}.items[${index}].id`, faults.repeatedItem, report);
  const parsed = { id, title: parseTitle(scale.title, id, `${path}.title`, report), items };
  if (scale.response === undefined) return parsed;
  return { ...parsed, response: parseResponse(scale.response, `${path}.response`, report) };
}

function parseItem(item: unknown, path: string, report: Report): AnalysisItem {
  if (!isFields(item)) {
    report(path, faults.notAnObject);
    return { id: '' };
  }
  const id = parseId(item.id, `${path}.id`, report);
  for (const key of Object.keys(item)) {
    if (key !== 'reverse' && key.toLowerCase().startsWith('revers'))
      report(`${path}.${key}`, faults.misspeltReverse(key));
  }
  if (item.reverse === undefined) return { id };
  if (typeof item.reverse === 'boolean') return { id, reverse: item.reverse };
  report(`${path}.reverse`, faults.notTrueOrFalse);
  return { id };
}

function parseResponse(response: unknown, path: string, report: Report): AnalysisResponse {
  if (!isFields(response)) {
    report(path, faults.noResponse);
    return { min: 0, max: 1 };
  }
  const min = parseNumber(response.min, `${path}.min`, report);
  const max = parseNumber(response.max, `${path}.max`, report);
  if (min >= max) report(path, faults.minNotBelowMax);
  if (response.integer !== undefined && typeof response.integer !== 'boolean') {
    report(`${path}.integer`, faults.notTrueOrFalse);
  }
  const isFractional = [min, max].some((bound) => !Number.isNaN(bound) && !Number.isInteger(bound));
  if (response.integer !== false && isFractional) report(path, faults.boundsNotWhole);
  if (response.integer !== false && max - min >= mostWholeAnswers) report(path, faults.tooManyAnswers);
  const missing = parseMissing(response.missing, { min, max }, `${path}.missing`, report);
  return {
    min,
    max,
    ...(typeof response.integer === 'boolean' ? { integer: response.integer } : {}),
    ...(missing ? { missing } : {}),
  };
}

function parseMissing(
  missing: unknown,
  { min, max }: AnalysisResponse,
  path: string,
  report: Report,
): readonly number[] | undefined {
  if (missing === undefined) return undefined;
  const isCode = (code: unknown): code is number =>
    typeof code === 'number' && Number.isFinite(code) && (code < min || code > max);
  if (Array.isArray(missing) && missing.every(isCode)) return missing;
  report(path, faults.missingNotCodes);
  return undefined;
}

function parseNumber(value: unknown, path: string, report: Report): number {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  report(path, faults.notANumber);
  return Number.NaN;
}

function parseId(id: unknown, path: string, report: Report): string {
  if (typeof id === 'string' && id.trim() !== '') return id;
  report(path, faults.noId);
  return '';
}

function parseTitle(title: unknown, id: string, path: string, report: Report): Localised {
  if (title === undefined) return { nl: id, en: id };
  if (isText(title)) return { nl: title, en: title };
  if (isFields(title)) {
    const { nl, en } = title;
    if (isText(nl) && (isText(en) || en === undefined)) return { nl, en: en ?? nl };
    if (isText(en) && nl === undefined) return { nl: en, en };
  }
  report(path, faults.noTitle);
  return { nl: '', en: '' };
}

function parseList(list: unknown, path: string, fault: Localised, report: Report): readonly unknown[] {
  if (Array.isArray(list) && list.length > 0) return list;
  report(path, fault);
  return [];
}

function reportRepeats(
  named: readonly { readonly id: string }[],
  pathOf: (index: number) => string,
  faultOf: (id: string) => Localised,
  report: Report,
): void {
  const seen = new Set<string>();
  named.forEach(({ id }, index) => {
    if (id !== '' && seen.has(id)) report(pathOf(index), faultOf(id));
    seen.add(id);
  });
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
