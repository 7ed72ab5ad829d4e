import { formNames, instrumentVersion, isAreaCode } from '@lerend/instrument';
import type { FormName } from '@lerend/instrument';
import { mainVersion } from './parse-aggregate.ts';
import type { Parsed } from './parse-aggregate.ts';
import { fewestOrganisations } from './pool.ts';
import type { Pool, PooledArea } from './pool.ts';

/**
 * Checks a pool that comes from outside by the rules by which we make one: at least five organisations everywhere, whole
 * points, today's main version of the questionnaire. Whether one was too large can't be seen any more: that was refused
 * when it was made. Never throws on bad input.
 */
export function parsePool(json: unknown): Parsed<Pool> {
  const no = (nl: string, en: string) => ({ ok: false as const, message: { nl, en } });
  if (!isFields(json) || json['format'] !== 'lerend-pool/1')
    return no('Dit is geen pool van Lerend (“format”: “lerend-pool/1”).', 'This is no pool by Lerend.');
  const { organisations, years, forms, instrumentVersion: version } = json;
  if (typeof version !== 'string' || mainVersion(version) !== mainVersion(instrumentVersion))
    return no(
      `Deze pool hoort bij een andere vragenlijst dan versie ${instrumentVersion}.`,
      `This pool belongs to another questionnaire than version ${instrumentVersion}.`,
    );
  if (!isWhole(organisations, 0, 100_000) || organisations < fewestOrganisations)
    return no(
      `Een pool heeft minstens ${fewestOrganisations} organisaties.`,
      `A pool has at least ${fewestOrganisations} organisations.`,
    );
  const { from, to } = isFields(years) ? years : {};
  if (!isWhole(from, 2020, 2200) || !isWhole(to, from, 2200))
    return no('De jaren van deze pool kloppen niet.', 'The years of this pool are wrong.');
  const read = readForms(forms, organisations);
  if (read === null)
    return no(
      'De cijfers van deze pool kloppen niet: elk gebied heeft een aantal organisaties (minstens 5), een gemiddelde en een spreiding in hele punten.',
      'The figures of this pool are wrong: every area has a number of organisations (at least 5), a mean and a spread in whole points.',
    );
  return {
    ok: true,
    value: { format: 'lerend-pool/1', instrumentVersion: version, years: { from, to }, organisations, forms: read },
  };
}

function readForms(forms: unknown, organisations: number): Pool['forms'] | null {
  if (!isFields(forms) || Object.keys(forms).length === 0) return null;
  const read: { [form in FormName]?: { [areaId: string]: PooledArea } } = {};
  for (const [form, areas] of Object.entries(forms)) {
    const known = formNames.find((name) => name === form);
    if (!known || !isFields(areas) || Object.keys(areas).length === 0) return null;
    const own: { [areaId: string]: PooledArea } = {};
    for (const [areaId, area] of Object.entries(areas)) {
      if (!isAreaCode(areaId) || !isFields(area)) return null;
      const { organisations: n, mean, spread } = area;
      if (!isWhole(n, fewestOrganisations, organisations) || !isWhole(mean, 0, 100) || !isWhole(spread, 1, 60))
        return null;
      own[areaId] = { organisations: n, mean, spread };
    }
    read[known] = own;
  }
  return read;
}

function isWhole(value: unknown, least: number, most: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
