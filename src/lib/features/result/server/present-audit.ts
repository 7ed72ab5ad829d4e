import { formatNumber } from '#lib/platform/language/index.ts';
import type { Language } from '#lib/platform/language/index.ts';
import type { AuditInShort } from '../contract.ts';
import { resultMessages } from '../messages.ts';
import type { KeptAudit } from './store.ts';

/** The steps that stay open, never rounded up; but two that lost their last digits in a division are two. */
export const stepsInWords = (steps: number, language: Language): string =>
  formatNumber(Math.floor(steps * 10 + 0.001) / 10, language);

/** What an audit found, without saying where. */
export function presentAudit(report: KeptAudit, language: Language): Pick<AuditInShort, 'heading' | 'facts'> {
  const say = resultMessages(language);
  const { enclosed, shownFigures, hiddenFigures, targets } = report;
  const closest = report.closest[0];
  const share = hiddenFigures / Math.max(1, shownFigures + hiddenFigures);
  return {
    heading: say(enclosed > 0 ? 'audit-heading-enclosed' : 'audit-heading-open', { count: enclosed }),
    facts: [
      { term: say('audit-figures'), text: say('audit-figures-text', { shown: shownFigures }) },
      {
        term: say('audit-hidden'),
        text: say('audit-hidden-text', { hidden: hiddenFigures, share: Math.round(100 * share) }),
      },
      { term: say('audit-targets'), text: say('audit-targets-text', { targets }) },
      {
        term: say('audit-closest'),
        text: closest
          ? say('audit-closest-text', { steps: stepsInWords(closest.steps, language) })
          : say('audit-closest-none'),
      },
      ...(report.groups === 'held-back' ? [{ term: say('audit-groups'), text: say('audit-groups-text') }] : []),
    ],
  };
}
