import { analyseFile } from '@lerend/analysis';
import { askedColumns } from '../analyse/asked-columns.ts';
import { analyseHelp } from '../analyse/help.ts';
import { parseAnalyseArguments } from '../analyse/arguments.ts';
import type { AnalyseArguments } from '../analyse/arguments.ts';
import { FaultList } from '../analyse/fault.ts';
import { faultSentence, moreFaults } from '../analyse/fault-sentences.ts';
import type { Language } from '../analyse/fault-sentences.ts';
import { loadInstrument } from '../analyse/load-instrument.ts';
import { loadPopulation } from '../analyse/load-population.ts';
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
  const progress = await readingProgress(given.answers, language);
  const { table, faults } = await readAnswers(
    given.answers,
    instrument,
    given.groups,
    progress.add,
    askedColumns(given, instrument),
  );
  progress.done();
  if (table === null) return refuse(faults, language);
  const population = given.population === null ? null : await loadPopulation(given.population, table);
  if (population instanceof FaultList) return refuse(population, language);
  const { outcomes, also, resamples, minimumGroup } = given;
  const drivers = outcomes.length === 0 ? null : { outcomes, also, resamples };
  const document = analyseFile(table, instrument, { minimumGroup, population, isBuiltIn, drivers });
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
