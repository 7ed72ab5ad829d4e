import type { MarginRequest } from '@lerend/analysis';
import type { AnalysisInstrument } from '@lerend/instrument';
import type { AnalyseArguments } from './arguments.ts';
import type { AskedColumn, AskingOption } from './other-columns.ts';

/** The columns that the options ask for, beside the items and the units; the name of a scale asks for none. */
export function askedColumns(
  given: AnalyseArguments,
  { scales }: AnalysisInstrument,
  margins: readonly MarginRequest[] | null,
): AskedColumn[] {
  const isScale = (name: string): boolean => scales.some(({ id }) => id === name);
  const numbers = (names: readonly string[], option: AskingOption): AskedColumn[] =>
    names.filter((name) => !isScale(name)).map((name) => ({ name, option, kind: 'number' }));
  const outcomes = numbers(given.outcomes, 'outcome');
  const also = numbers(given.also, 'also').filter(({ name }) => !given.outcomes.includes(name));
  const label = (name: string, option: AskingOption): AskedColumn => ({ name, option, kind: 'label' });
  const weighted = (margins ?? []).map(({ column }) => label(column, 'margins'));
  const dif = given.difColumn === null ? [] : [label(given.difColumn, 'dif')];
  const compared = given.invariance === null ? [] : [label(given.invariance, 'invariance')];
  return [...outcomes, ...also, ...weighted, ...dif, ...compared, ...idColumn(given)];
}

/** The column that says who is who in this file and in the previous one. */
export function idColumn({ idColumn: name }: AnalyseArguments): AskedColumn[] {
  return name === null ? [] : [{ name, option: 'id', kind: 'key' }];
}
