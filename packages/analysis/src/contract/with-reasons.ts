import type { ContractReason, Reasons } from './contract-document.ts';

type Outcome<Value> =
  { readonly value: Value; readonly reason?: undefined } | { readonly value: null; readonly reason: ContractReason };

type Values<Fields> = { [Name in keyof Fields]: Fields[Name] extends Outcome<infer Value> ? Value | null : never };

/** Figures as the document writes them: each its value or null, with the reasons of the nulls in `undefined`. */
export function withReasons<Fields extends Readonly<Record<string, Outcome<unknown>>>>(
  figures: Fields,
): Values<Fields> & Reasons {
  const values: Record<string, unknown> = {};
  const reasons: Record<string, ContractReason> = {};
  for (const [name, figure] of Object.entries(figures)) {
    values[name] = figure.value;
    if (figure.reason !== undefined) reasons[name] = figure.reason;
  }
  const hasReasons = Object.keys(reasons).length > 0;
  return (hasReasons ? { ...values, undefined: reasons } : values) as Values<Fields> & Reasons;
}

/** A figure that isn't given, for a reason that lies outside the computation. */
export function notGiven(reason: ContractReason): { readonly value: null; readonly reason: ContractReason } {
  return { value: null, reason };
}
