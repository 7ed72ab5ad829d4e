import type { Finding, FindingKind, Snapshot } from '@lerend/analysis';
import type { AreaCell, ItemCell, Published } from '@lerend/disclosure';
import { areaOf, isAreaCode, itemOf } from '@lerend/instrument';
import { localNumber, localPercentage } from '#lib/design/charts/drawings.ts';
import type { Language } from '#lib/platform/language/index.ts';
import { findingSentences, wordsIn } from '#lib/report/index.ts';
import type { FigureLine, ResultFinding } from '../contract.ts';
import { resultMessages } from '../messages.ts';

/** What stands out on a page; items, response and "weet ik niet" have a place of their own. */
export const standingOut: readonly FindingKind[] = [
  'strongest-area',
  'weakest-area',
  'unit-above-parent',
  'unit-below-parent',
  'divided',
  'rose',
  'fell',
];

/**
 * Findings of one unit as sentences with the figures behind them, in the order given. The sentences come from where
 * paper gets them too; three or more alike become one, there as here.
 */
export function presentFindings(findings: readonly Finding[], snapshot: Snapshot, language: Language): ResultFinding[] {
  const groups = Map.groupBy(findings, (one) => ('comparedWith' in one ? `${one.kind} ${one.comparedWith}` : one.kind));
  const told = [...groups.values()].flatMap((alike): (ResultFinding & { place: number })[] => {
    const [first] = alike;
    if (!first) return [];
    const sentences = findingSentences({ ...snapshot, findings: alike }, first.unitId, wordsIn(language));
    const parts = sentences.length === alike.length ? alike.map((one) => [one]) : [alike];
    return parts.map((part, index) => ({
      ids: part.map(({ id }) => id),
      sentence: sentences[index] ?? '',
      areaId: part.length === 1 ? areaIdOf(part[0]) : null,
      figures: part.flatMap((one) => figuresOf(one, snapshot, language, part.length > 1)),
      place: findings.indexOf(part[0] ?? first),
    }));
  });
  return told.sort((a, b) => a.place - b.place).map(({ place: _place, ...finding }) => finding);
}

function areaIdOf(finding: Finding | undefined): ResultFinding['areaId'] {
  return finding?.areaId && isAreaCode(finding.areaId) ? finding.areaId : null;
}

function figuresOf(finding: Finding, snapshot: Snapshot, language: Language, isOneOfMany: boolean): FigureLine[] {
  const say = resultMessages(language);
  const number = (value: number) => localNumber(value, language);
  const area = areaIdOf(finding);
  const term = (own: string) => (isOneOfMany && area ? areaOf(area).shortName[language] : own);
  const scoreText = (cell: Published<AreaCell>) =>
    say('figure-score', { score: number(cell.score), margin: cell.noise, n: cell.n });
  const nameOf = (id: string) => snapshot.units.find((unit) => unit.id === id)?.name ?? '';
  switch (finding.kind) {
    case 'strongest-area':
    case 'weakest-area':
    case 'divided':
      return [{ term: term(nameOf(finding.unitId)), text: scoreText(finding.cell) }];
    case 'unit-above-parent':
    case 'unit-below-parent': {
      if (isOneOfMany)
        return [
          {
            term: term(''),
            text: say('figure-against', {
              score: finding.cell.score,
              parent: finding.parentCell.score,
              difference: localNumber(finding.difference, language, 'sign'),
            }),
          },
        ];
      return [
        { term: nameOf(finding.unitId), text: scoreText(finding.cell) },
        { term: nameOf(finding.comparedWith), text: scoreText(finding.parentCell) },
      ];
    }
    case 'rose':
    case 'fell': {
      const change = snapshot.units
        .find(({ id }) => id === finding.unitId)
        ?.areas.find(({ areaId }) => areaId === finding.areaId)?.change;
      const noise = change && change.kind !== 'not-comparable' ? change.noise : null;
      return [
        {
          term: term(say('figure-change-term')),
          text: say('figure-change', {
            before: finding.before,
            now: finding.now,
            difference: localNumber(finding.difference, language, 'sign'),
            noise: noise ?? 0,
          }),
        },
      ];
    }
    case 'many-dont-know':
      return finding.items.map(({ itemId, cell }) => ({
        term: itemOf(itemId)?.text[language] ?? '',
        text: dontKnowText(cell, language),
      }));
    default:
      return [];
  }
}

function dontKnowText(cell: Published<ItemCell>, language: Language): string {
  return resultMessages(language)('figure-dont-know', { share: localPercentage(cell.dontKnow, language), n: cell.n });
}
