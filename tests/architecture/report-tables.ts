import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { areas, items, outcomeItems, referentNames, referents } from '@lerend/instrument';
import type { Area, Language } from '@lerend/instrument';

// The tables about the questionnaire in the technical report come from the questionnaire itself. A gate holds them equal;
// `node tests/architecture/report-tables.ts` writes them anew.

const words = {
  nl: { area: 'gebied', items: 'vragen', outcome: 'uitkomst', facet: 'facet', about: 'gaat over', text: 'tekst' },
  en: { area: 'area', items: 'items', outcome: 'outcome', facet: 'facet', about: 'speaks about', text: 'text' },
} as const;

const improvement = { nl: 'verbetering van de praktijk zelf', en: 'improvement of the practice itself' } as const;

const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;

/** How many items of each area speak about whom, and which facets are asked. */
function blueprint(language: Language): string[] {
  const { area, items: count, facet } = words[language];
  return [
    line([area, count, ...referents.map((one) => referentNames[one][language]), facet]),
    line(['---', '---:', ...referents.map(() => '---:'), '---']),
    ...areas.map((one) => {
      const own = items.filter((item) => item.area === one.code);
      const about = referents.map((who) => own.filter(({ referent }) => referent === who).length);
      const asked = one.facets.filter(({ isAsked }) => isAsked).map(({ name }) => name[language]);
      return line([one.name[language], own.length, ...about, asked.join(' · ')]);
    }),
  ];
}

function facetName(area: Area | undefined, facet: string, language: Language): string {
  return area?.facets.find(({ id }) => id === facet)?.name[language] ?? improvement[language];
}

function itemTable(language: Language): string[] {
  const { facet, about, text, outcome } = words[language];
  return [
    line(['', facet, about, text]),
    line(['---', '---', '---', '---']),
    ...items.map((item) =>
      line([
        item.id,
        facetName(
          areas.find(({ code }) => code === item.area),
          item.facet,
          language,
        ),
        referentNames[item.referent][language],
        item.text[language],
      ]),
    ),
    ...outcomeItems.map((item) =>
      line([
        item.id,
        `${outcome}: ${item.name[language]}`,
        referentNames[item.referent][language],
        item.text[language],
      ]),
    ),
  ];
}

export const reportFile = (language: Language): string =>
  fileURLToPath(new URL(`../../docs/technical-report.${language}.md`, import.meta.url));

/** The report with its tables as the questionnaire is now. */
export function withTables(report: string, language: Language): string {
  const tables = { blueprint: blueprint(language), items: itemTable(language) };
  return report.replace(
    /(<!-- table: (blueprint|items) -->\n)[^]*?(<!-- \/table -->)/g,
    (_whole, begin: string, name: keyof typeof tables, end: string) => `${begin}${tables[name].join('\n')}\n${end}`,
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const language of ['nl', 'en'] as const)
    writeFileSync(reportFile(language), withTables(readFileSync(reportFile(language), 'utf8'), language));
}
