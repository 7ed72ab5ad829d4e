/** A table of docs/privacy.md, cell by cell. */
export interface AttackTable {
  /** The line before it that ends with a colon: "Without the opening key:". */
  readonly caption: string | null;
  /** What is said before that: on how many runs it rests. */
  readonly note: string | null;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What an attack writes stands in docs/privacy.md between `<!-- attack:NAME -->` and `<!-- /attack:NAME -->`, and nowhere else. */
const places = /<!-- attack:([\w-]+) -->([\s\S]*?)<!-- \/attack:\1 -->/g;

/** The tables that attacks wrote, each with the words before it. None while nothing was measured. */
export function attackTables(document: string): readonly AttackTable[] {
  return [...document.matchAll(places)].flatMap(([, , written = '']) => {
    const parts = written.trim().split(/\n{2,}/);
    return parts.flatMap((part, at) => {
      const [caption, earlier] = [parts[at - 1], parts[at - 2]];
      const hasCaption = caption?.endsWith(':') ?? false;
      return tableOf(part, {
        caption: hasCaption ? wordsOf(caption) : null,
        note: wordsOf(hasCaption ? earlier : caption),
      });
    });
  });
}

function tableOf(part: string, words: Pick<AttackTable, 'caption' | 'note'>): AttackTable[] {
  const [head, rule, ...rows] = part.split('\n').filter((line) => line.startsWith('|'));
  if (head === undefined || rule === undefined || !/^\|[\s:|-]+\|$/.test(rule)) return [];
  return [{ ...words, columns: cells(head), rows: rows.map(cells) }];
}

/** Words, and not another table. */
const wordsOf = (part: string | undefined): string | null =>
  part === undefined || part.startsWith('|') ? null : part.replace(/:$/, '').replace(/[*`]/g, '');

const cells = (line: string): string[] =>
  line
    .replace(/^\||\|\s*$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.replace(/\\\|/g, '|').replace(/[*`]/g, '').trim());
