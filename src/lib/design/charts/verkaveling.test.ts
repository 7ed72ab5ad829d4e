import { describe, expect, test } from 'vitest';
import { areaCell, published } from './cells-for-tests.ts';
import { parcelKind, parcelSummary } from './parcel.ts';
import type { Parcel, ParcelUnit } from './parcel.ts';
import { parcelStrip, verkaveling } from './verkaveling.ts';

const areas = [
  'Richting',
  'Denkbeelden',
  'Groei',
  'Teamleren',
  'Samenhang',
  'Vertrouwen',
  'Leerwinst',
  'Kracht',
  'Kennis',
  'Reflectie',
  'Steun',
].map((name) => ({ id: name.toLowerCase(), name }));
const nothing: Parcel = { cell: null, standsOutBy: null };
const plain: Parcel = { cell: areaCell(55), standsOutBy: null };
const high: Parcel = { cell: areaCell(70), standsOutBy: published(12) };
const low: Parcel = { cell: areaCell(49), standsOutBy: published(-7) };
const unit = (name: string, parcels: readonly Parcel[], people = 1200): ParcelUnit => ({
  id: name,
  name,
  people,
  parcels,
});
const noord = unit('Noord & Zuid', [...Array.from({ length: 5 }, () => plain), high, plain, plain, plain, plain, low]);
const klein = unit(
  'Klein',
  areas.map(() => nothing),
  4,
);

describe('verkaveling', () => {
  test('colour is only for what is more than noise, and the same figure gets an ink tick otherwise', () => {
    expect([high, low, plain, nothing].map(parcelKind)).toEqual(['high', 'low-soft', 'middle', 'none']);
    const strip = parcelStrip(noord, 20, { lefts: areas.map((_, index) => index * 100), width: 1100 });
    expect(/class="parcel-tick"[^>]* d="([^"]*)"/.exec(strip)?.[1]?.match(/M/g)).toHaveLength(9);
  });

  test('a unit without figures has neither colour nor ticks', () => {
    const strip = parcelStrip(klein, 20, { lefts: areas.map((_, index) => index * 100), width: 1100 });
    expect(strip).toContain('parcel-none');
    expect(strip).not.toMatch(/parcel-(tick|middle|high|low)/);
  });

  test('each unit is told in words', () => {
    expect(parcelSummary(noord, areas, 'nl')).toBe('hoger: Vertrouwen; lager: Steun');
    expect(parcelSummary(klein, areas, 'nl')).toBe('geen cijfer');
    expect(
      parcelSummary(
        unit(
          'x',
          areas.map(() => plain),
        ),
        areas,
        'en',
      ),
    ).toBe('no difference to be seen');
  });

  test('the drawing for documents has a text alternative with numbers in the locale of the reader, and no style', () => {
    const svg = verkaveling({
      id: 'v',
      title: 'Teams',
      areas,
      units: [noord, klein],
      language: 'nl',
      isStandalone: true,
    });
    expect(svg).toContain('Noord &amp; Zuid (1.200): hoger: Vertrouwen; lager: Steun. Klein (4): geen cijfer.</desc>');
    expect(verkaveling({ id: 'v', title: 'Teams', areas, units: [noord], language: 'en' })).toContain('(1,200)');
    expect(svg).not.toMatch(/ style=|<style/);
  });
});
