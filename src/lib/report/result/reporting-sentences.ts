import type { AreaResult, ReportingReason } from '@lerend/analysis';
import type { Words } from '../language.ts';
import { areaName } from './area-words.ts';

/** What must be said beside a unit's mean on an area, a sentence each, most serious first; see `AreaReporting`. */
export function reportingSentences({ areaId, reporting }: AreaResult, words: Words): string[] {
  return reporting.reasons.map((reason) => reportingSentence(reason, areaId, words));
}

function reportingSentence(reason: ReportingReason, areaId: string, words: Words): string {
  const { language } = words;
  switch (reason.kind) {
    case 'divided':
      return words.say('reporting.divided', {
        pattern: reason.pattern,
        count: reason.referents.length,
        about: words.list(reason.referents.map((referent) => words.say(`reporting.referent.${referent}`))),
      });
    case 'low-response':
      return words.say('reporting.low-response', { n: reason.n, heads: reason.heads });
    case 'skewed-response':
      return words.say('reporting.skewed-response');
    case 'not-distinguishable':
      return words.say('reporting.not-distinguishable', {
        area: areaName(areaId, language),
        others: words.list(reason.areaIds.map((id) => areaName(id, language))),
      });
  }
}
