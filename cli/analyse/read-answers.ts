import { createReadStream } from 'node:fs';
import type { FileTable } from '@lerend/analysis';
import type { AnalysisInstrument } from '@lerend/instrument';
import { CsvScanner } from '../csv/csv-scanner.ts';
import { AnswerReader } from './answer-reader.ts';
import type { FaultList } from './fault.ts';
import type { AskedColumn } from './other-columns.ts';

const PIECE = 1 << 18;

/**
 * Reads the answers from a CSV file, piece by piece: memory holds the answers that the instrument asks for (one byte
 * each) and the units, never the file.
 */
export async function readAnswers(
  file: string,
  instrument: AnalysisInstrument,
  groupColumns: readonly string[],
  onBytes: (bytes: number) => void,
  asked: readonly AskedColumn[] = [],
): Promise<{ readonly table: FileTable | null; readonly faults: FaultList }> {
  const reader: AnswerReader = new AnswerReader(file, instrument, groupColumns, () => scanner.separator, asked);
  const scanner = new CsvScanner(reader);
  try {
    for await (const piece of createReadStream(file, { highWaterMark: PIECE })) {
      scanner.feed(piece as Uint8Array);
      onBytes((piece as Uint8Array).length);
      if (scanner.isStopped) break;
    }
    scanner.finish();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    reader.faults.add({ file, problem: { kind: 'notReadable', code } });
  }
  return { table: reader.table(), faults: reader.faults };
}
