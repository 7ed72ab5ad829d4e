import { answerBounds } from '@lerend/instrument';
import { panelCuts } from '@lerend/psychometrics';
import type { BorderlineAnswers, PanelOutcome } from '@lerend/psychometrics';
import type { SessionForm } from '../contract.ts';
import { judgementsOf } from './session-of.ts';
import { sessionItems } from './session-input.ts';
import type { PanellistRow } from './store.ts';

/** What the finished sheets of a round come to. */
export function panelOutcome(form: SessionForm, panellists: readonly PanellistRow[]): PanelOutcome {
  const items = sessionItems(form);
  const sheets = panellists
    .filter(({ isFinished }) => isFinished)
    .map((panellist) => {
      const judged = judgementsOf(panellist);
      return items.flatMap(({ id }): BorderlineAnswers[] => (judged[id] ? [judged[id]] : []));
    });
  return panelCuts({ items: items.map(({ id, area }) => ({ id, areaId: area })), scale: answerBounds, sheets });
}

/** Whether every item of the form has been judged. */
export const isComplete = (form: SessionForm, judged: Readonly<Record<string, unknown>>): boolean =>
  sessionItems(form).every(({ id }) => judged[id] !== undefined);
