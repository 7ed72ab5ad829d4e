import { analyseFile } from '@lerend/analysis';
import { askedColumns, idColumn } from '../analyse/asked-columns.ts';
import { analyseHelp } from '../analyse/help.ts';
import { parseAnalyseArguments } from '../analyse/arguments.ts';
import type { AnalyseArguments } from '../analyse/arguments.ts';
import { FaultList } from '../analyse/fault.ts';
import { faultSentence, moreFaults } from '../analyse/fault-sentences.ts';
import type { Language } from '../analyse/fault-sentences.ts';
import { loadInstrument } from '../analyse/load-instrument.ts';
import { checkMargins, loadMargins } from '../analyse/load-margins.ts';
import { loadPopulation } from '../analyse/load-population.ts';
import type { AskedColumn } from '../analyse/other-columns.ts';
import { readingProgress } from '../analyse/progress.ts';
import { readAnswers } from '../analyse/read-answers.ts';
import { writeResult } from '../analyse/write-result.ts';
import { say } from '../say.ts';

const BAD_INPUT = 2;

function refuse(faults: FaultList, language: Language): number {
  for (const fault of faults.named) say(faultSentence(fault, language));
  if (faults.total > faults.named.length) say(moreFaults(faults.total - faults.named.length, language));
  return BAD_INPUT;
}

async function run(given: AnalyseArguments): Promise<number> {
  const { language } = given;
  const loaded = await loadInstrument(given.instrument);
  if ('faults' in loaded) {
    const faults = new FaultList();
    loaded.faults.forEach((fault) => faults.add(fault));
    return refuse(faults, language);
  }
  const { instrument, isBuiltIn } = loaded;
  const margins = given.margins === null ? null : await loadMargins(given.margins);
  if (margins instanceof FaultList) return refuse(margins, language);
  const read = async (file: string, groups: readonly string[], asked: readonly AskedColumn[]) => {
    const progress = await readingProgress(file, language);
    const found = await readAnswers(file, instrument, groups, progress.add, asked);
    progress.done();
    return found.table ?? found.faults;
  };
  const table = await read(given.answers, given.groups, askedColumns(given, instrument, margins));
  if (table instanceof FaultList) return refuse(table, language);
  const population = given.population === null ? null : await loadPopulation(given.population, table);
  if (population instanceof FaultList) return refuse(population, language);
  const files = { answers: given.answers, margins: given.margins ?? '' };
  const different = checkMargins(margins ?? [], table, files);
  if (different.total > 0) return refuse(different, language);
  const before = given.previous === null ? null : await read(given.previous, [], idColumn(given));
  if (before instanceof FaultList) return refuse(before, language);
  const document = analyseFile(table, instrument, {
    minimumGroup: given.minimumGroup,
    population,
    isBuiltIn,
    margins,
    invariance: given.invariance,
    isFimlAsked: given.isFimlAsked,
    difColumn: given.difColumn,
    drivers:
      given.outcomes.length === 0 ? null : { outcomes: given.outcomes, also: given.also, resamples: given.resamples },
    previous: before === null ? null : { table: before, idColumn: given.idColumn },
  });
  return writeResult(document, given);
}

/** `lerend analyse`: the analysis of a file with answers, without a server. Gives the exit code; 2 for bad input. */
export async function analyse(args: readonly string[]): Promise<number> {
  const parsed = parseAnalyseArguments(args);
  if (parsed.kind === 'help') {
    process.stdout.write(`${analyseHelp(parsed.language)}\n`);
    return 0;
  }
  if (parsed.kind === 'wrong') {
    parsed.sentences.forEach(say);
    return BAD_INPUT;
  }
  return run(parsed.given);
}
