import { formNames, forms, leervermogen, parseInstrument } from '@lerend/instrument';
import type { AnalysisInstrument } from '@lerend/instrument';
import type { Fault } from './fault.ts';
import { readJson } from './read-json.ts';

type Loaded =
  { readonly instrument: AnalysisInstrument; readonly isBuiltIn: boolean } | { readonly faults: readonly Fault[] };

/** A scan in parts is scored in another way than a file is: left out rather than scored wrongly. */
const fixedForms = formNames.filter((form) => forms[form].itemsDrawnPerArea === null);

/** The built-in questionnaire by its name (`leervermogen`, `leervermogen-short`, …), else an instrument from a file. */
export async function loadInstrument(nameOrFile: string): Promise<Loaded> {
  const builtIn = fixedForms.map((form) => leervermogen(form)).find(({ id }) => id === nameOrFile);
  if (builtIn !== undefined) return { instrument: builtIn, isBuiltIn: true };
  const read = await readJson(nameOrFile);
  if ('fault' in read) return { faults: [read.fault] };
  const parsed = parseInstrument(read.json);
  if (parsed.ok) return { instrument: parsed.instrument, isBuiltIn: false };
  return {
    faults: parsed.faults.map(({ path, message }) => ({
      file: nameOrFile,
      problem: { kind: 'instrument', path, ...message },
    })),
  };
}
