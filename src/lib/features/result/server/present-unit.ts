import { findingsOf, unitOf } from '@lerend/analysis';
import type { Snapshot, UnitResult } from '@lerend/analysis';
import type { Language } from '#lib/platform/language/index.ts';
import { countedSentences, otherLevelsSentence, resultHeading, wordsIn } from '#lib/report/index.ts';
import type { FiguresFrom, ResultScan, UnitName, UnitResultPage } from '../contract.ts';
import { resultMessages } from '../messages.ts';
import { presentBasis, presentCertainty } from './present-certainty.ts';
import { nameOf, presentAreas, presentItems } from './present-figures.ts';
import { presentFindings, standingOut } from './present-findings.ts';

export interface UnitToPresent {
  readonly scan: ResultScan;
  readonly comparedWith: string | null;
  readonly snapshot: Snapshot;
  readonly unit: UnitResult;
  /** Ids of the organisation's units that the reader may see. */
  readonly visible: ReadonlySet<string>;
  readonly language: Language;
}

/** What may leave about one unit: only what the snapshot holds, and that passed the publication rules. */
export function presentUnit({ scan, comparedWith, snapshot, unit, visible, language }: UnitToPresent): UnitResultPage {
  const shown = unit.figuresFrom === null ? undefined : unitOf(snapshot, unit.figuresFrom);
  const isOwn = shown === unit;
  const findings = findingsOf(snapshot, unit.id);
  const counted = (one: UnitResult) =>
    countedSentences(snapshot, one, wordsIn(language), ({ sourceUnitId }) => visible.has(sourceUnitId));
  return {
    scan,
    unit: nameOf(unit),
    isWhole: unit.depth === 0,
    path: pathTo(unit, snapshot),
    below: snapshot.units
      .filter((one) => one.parentId === unit.id && visible.has(one.sourceUnitId))
      .map((one) => ({
        ...nameOf(one),
        hasFigures: one.figuresFrom === one.id,
        countedWith:
          one.countedWith?.part === 'whole' ? (unitOf(snapshot, one.countedWith.groupId)?.name ?? null) : null,
      })),
    heading: headingOf(unit, snapshot, language),
    figuresFrom: figuresFrom(unit, shown),
    areas: shown ? presentAreas(shown, snapshot, language) : [],
    findings: presentFindings(
      findings.filter(({ kind }) => standingOut.includes(kind)),
      snapshot,
      language,
    ),
    dontKnow: presentFindings(
      findings.filter(({ kind }) => kind === 'many-dont-know'),
      snapshot,
      language,
    ),
    strongestItems: presentItems(unit.strongestItems, language),
    weakestItems: presentItems(unit.weakestItems, language),
    counted: unit.countedWith?.part === 'whole' ? (counted(unit)[0] ?? null) : null,
    certainty: presentCertainty(shown ?? unit, snapshot, shown ? counted(shown) : [], language),
    basis: isOwn ? presentBasis(unit, language) : null,
    comparedWith: isOwn && unit.areas.some(({ change }) => change !== null) ? comparedWith : null,
    hasProfile: unit.depth === 0 && snapshot.profile !== undefined,
    otherLevelsBefore: otherLevelsSentence(snapshot, wordsIn(language))[0] ?? null,
  };
}

/** The heading is the finding. A whole organisation without any figure says so; a unit without one has a conversation. */
export function headingOf(unit: UnitResult, snapshot: Snapshot, language: Language): string {
  if (unit.figuresFrom === null && unit.depth === 0) return resultMessages(language)('heading-too-few');
  return resultHeading(snapshot, unit.id, wordsIn(language));
}

export function figuresFrom(unit: UnitResult, shown: UnitResult | undefined): FiguresFrom {
  if (shown === undefined) return { kind: 'none' };
  return shown === unit ? { kind: 'own' } : { kind: 'above', unit: nameOf(shown) };
}

export function pathTo(unit: UnitResult, snapshot: Snapshot): UnitName[] {
  const above = unit.parentId === null ? undefined : unitOf(snapshot, unit.parentId);
  return above ? [...pathTo(above, snapshot), nameOf(above)] : [];
}
