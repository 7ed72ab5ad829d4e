import type { ScanOverview } from '../contract.ts';

export type StepName = 'prepared' | 'promise' | 'consent' | 'key' | 'open' | 'invitations' | 'response' | 'close';

export interface ChecklistStep {
  readonly name: StepName;
  readonly state: 'done' | 'current' | 'todo';
}

/** The way of a peiling from draft to result. Promise, consent and key can be given in any order. */
export function checklist(
  scan: Pick<ScanOverview, 'state' | 'missing' | 'promise' | 'consent' | 'openingKey'>,
): readonly ChecklistStep[] {
  const { state, missing } = scan;
  const isDraft = state === 'draft';
  const hasPromise = scan.promise !== null && !missing.includes('result-before-closing');
  const hasConsent = scan.consent !== null && scan.consent.decision !== 'refused';
  const answered = state === 'closed' || state === 'opened';
  return [
    { name: 'prepared', state: missing.includes('closing-past') ? 'current' : 'done' },
    { name: 'promise', state: hasPromise ? 'done' : 'current' },
    { name: 'consent', state: hasConsent ? 'done' : 'current' },
    { name: 'key', state: !isDraft || scan.openingKey === 'keeper' ? 'done' : 'current' },
    { name: 'open', state: !isDraft ? 'done' : missing.length === 0 ? 'current' : 'todo' },
    { name: 'invitations', state: answered ? 'done' : state === 'open' ? 'current' : 'todo' },
    { name: 'response', state: answered ? 'done' : 'todo' },
    { name: 'close', state: state === 'opened' ? 'done' : state === 'closed' ? 'current' : 'todo' },
  ];
}
