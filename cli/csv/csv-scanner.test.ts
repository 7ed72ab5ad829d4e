import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CsvScanner } from './csv-scanner.ts';
import type { CsvProblem } from './csv-scanner.ts';

interface Read {
  readonly rows: { readonly line: number; readonly cells: readonly string[] }[];
  readonly problems: { readonly problem: CsvProblem; readonly line: number }[];
  readonly separator: string;
}

function read(pieces: readonly (string | Uint8Array)[]): Read {
  const rows: Read['rows'] = [];
  const problems: Read['problems'] = [];
  let cells: string[] = [];
  const scanner = new CsvScanner({
    cell: (index, bytes, start, end) => {
      expect(index).toBe(cells.length);
      cells.push(new TextDecoder().decode(bytes.subarray(start, end)));
    },
    row: (count, line) => {
      expect(count).toBe(cells.length);
      rows.push({ line, cells });
      cells = [];
      return true;
    },
    problem: (problem, line) => problems.push({ problem, line }),
  });
  for (const piece of pieces) scanner.feed(typeof piece === 'string' ? new TextEncoder().encode(piece) : piece);
  scanner.finish();
  return { rows, problems, separator: scanner.separator };
}

const cellsOf = (text: string): readonly (readonly string[])[] => read([text]).rows.map(({ cells }) => cells);

describe('reading CSV', () => {
  test('finds the separator by itself, outside quotes', () => {
    expect(cellsOf('a;b\n1,5;2\n')).toEqual([
      ['a', 'b'],
      ['1,5', '2'],
    ]);
    expect(cellsOf('"a;b;c",d\n1,2\n')).toEqual([
      ['a;b;c', 'd'],
      ['1', '2'],
    ]);
    expect(cellsOf('only\n1\n')).toEqual([['only'], ['1']]);
  });

  test('takes a byte order mark, CRLF and a last line without an end', () => {
    expect(cellsOf('\uFEFFa,b\r\n1,2\r\n3,4')).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
    ]);
    expect(cellsOf('a,b\r\n"1","2"\r\n')).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  test('keeps empty cells, the last one too, and skips blank lines', () => {
    expect(cellsOf('a,b,c\n,,\n\n1,,')).toEqual([
      ['a', 'b', 'c'],
      ['', '', ''],
      ['1', '', ''],
    ]);
  });

  test('quotes hold separators, doubled quotes and line ends, and lines are counted on', () => {
    const { rows } = read(['a,b\n"x ""y""","1\n2"\n3,4\n']);
    expect(rows[1]).toEqual({ line: 2, cells: ['x "y"', '1\n2'] });
    expect(rows[2]).toEqual({ line: 4, cells: ['3', '4'] });
  });

  test('says where a quote never closes, where text follows one, and when it is no text', () => {
    expect(read(['a,b\n1,"2\n3,4\n']).problems).toEqual([{ problem: 'unclosedQuote', line: 2 }]);
    expect(read(['a,b\n"1"x,2\n']).problems).toEqual([{ problem: 'textAfterQuote', line: 2 }]);
    expect(read([Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d)]).problems).toHaveLength(
      1,
    );
  });

  test('a file cut into pieces anywhere reads the same as in one piece', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '1', 'é', '"', ',', ';', '\n', '\r\n', ' '), maxLength: 6 });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(table, fc.array(fc.nat({ max: 80 }), { maxLength: 8 }), fc.boolean(), (rows, cuts, isWindows) => {
        const quoted = rows.map((cells) => cells.map((each) => `"${each.replaceAll('"', '""')}"`).join(','));
        const bytes = new TextEncoder().encode(`h,i\n${quoted.join(isWindows ? '\r\n' : '\n')}`);
        const places = [0, ...cuts.map((cut) => Math.min(cut, bytes.length)).sort((a, b) => a - b), bytes.length];
        const pieces = places.slice(1).map((end, index) => bytes.slice(places[index], end));
        expect(read(pieces)).toEqual(read([bytes]));
        expect(
          read(pieces)
            .rows.slice(1)
            .map(({ cells }) => cells),
        ).toEqual(rows);
      }),
    );
  });
});
