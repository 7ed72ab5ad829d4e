import type { Language } from '../language/index.ts';

/** What one look at the installation found, in a sentence that says what to do when it isn't good. */
export interface CheckResult {
  readonly state: 'good' | 'warning' | 'fault';
  readonly sentence: Readonly<Record<Language, string>>;
}

export const good = (nl: string, en: string): CheckResult => ({ state: 'good', sentence: { nl, en } });
export const warning = (nl: string, en: string): CheckResult => ({ state: 'warning', sentence: { nl, en } });
export const fault = (nl: string, en: string): CheckResult => ({ state: 'fault', sentence: { nl, en } });
