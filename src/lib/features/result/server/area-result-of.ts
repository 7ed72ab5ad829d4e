import { unitOf } from '@lerend/analysis';
import type { Snapshot, UnitResult } from '@lerend/analysis';
import type { AreaCell, Published } from '@lerend/disclosure';
import {
  areaOf,
  areas,
  isAreaCode,
  itemOf,
  levelDescription,
  levelNames,
  levels,
  highestLevelOf,
} from '@lerend/instrument';
import type { AreaCode } from '@lerend/instrument';
import { practices } from '@lerend/planning';
import type { Context } from '#lib/platform/context/index.ts';
import type { Language } from '#lib/platform/language/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import { wordsIn } from '#lib/report/index.ts';
import type { AreaResultPage, ResultArea } from '../contract.ts';
import { resultMessages } from '../messages.ts';
import { loadResult, unitIn } from './load-result.ts';
import { levelsOf, nameOf, presentAreas, presentTwoAnswers } from './present-figures.ts';
import { presentFindings, standingOut } from './present-findings.ts';
import { figuresFrom, pathTo } from './present-unit.ts';

/** One area of one unit: what it means, where the unit stands, the questions behind it, and what one can do. */
export async function areaResultOf(
  context: Context,
  scanId: string,
  unitId: string,
  areaId: string,
): Promise<AreaResultPage> {
  const { language } = context;
  const loaded = await loadResult(context, scanId);
  const unit = unitIn(context, loaded, unitId);
  if (!isAreaCode(areaId)) throw new Refusal(404, resultMessages(language)('area-unknown'));
  const { scan, snapshot } = loaded;
  const shown = withFigure(unit, areaId, snapshot);
  const area = presentAreas(shown ?? unit, snapshot, language).find(({ id }) => id === areaId);
  if (!area) throw new Refusal(404, resultMessages(language)('area-unknown'));
  const findings = snapshot.findings.filter(
    (one) =>
      one.unitId === unit.id && one.areaId === areaId && [...standingOut, 'many-dont-know' as const].includes(one.kind),
  );
  const { name, definition } = areaOf(areaId);
  return {
    scan,
    unit: nameOf(unit),
    path: pathTo(unit, snapshot),
    heading: areaHeading(area, unit, shown === unit, language),
    figuresFrom: figuresFrom(unit, shown),
    area,
    title: name[language],
    definition: definition[language],
    twoAnswers: shown === unit && area.cell ? presentTwoAnswers(area.cell, language) : [],
    changeSentence: shown === unit ? changeSentence(area, language) : null,
    above: shown === unit ? aboveOf(unit, areaId, snapshot) : null,
    levels: levels.slice(0, levels.indexOf(highestLevelOf(snapshot.form)) + 1).map((level) => ({
      name: levelNames[level].name[language],
      meaning: levelNames[level].meaning[language],
      description: levelDescription(areaId, level)[language],
      isHere: shown === unit && area.cell !== null && levelsOf(area.cell, areaId, snapshot).includes(level),
    })),
    findings: presentFindings(findings, snapshot, language),
    items: itemsOf(unit, areaId, snapshot, language),
    practices: practices
      .filter((practice) => practice.area === areaId)
      .map(({ id, title, summary }) => ({ id, name: title[language], summary: summary[language] })),
    others: areas.map((one) => ({ id: one.code, name: one.shortName[language] })),
  };
}

/** The unit itself when it has a figure on this area, else the nearest unit above that has. */
function withFigure(unit: UnitResult, areaId: AreaCode, snapshot: Snapshot): UnitResult | undefined {
  if (cellOf(unit, areaId) !== null) return unit;
  const above = unit.parentId === null ? undefined : unitOf(snapshot, unit.parentId);
  return above && withFigure(above, areaId, snapshot);
}

function cellOf(unit: UnitResult, areaId: AreaCode): Published<AreaCell> | null {
  return unit.areas.find((area) => area.areaId === areaId)?.cell ?? null;
}

function aboveOf(unit: UnitResult, areaId: AreaCode, snapshot: Snapshot): AreaResultPage['above'] {
  const parent = unit.parentId === null ? undefined : unitOf(snapshot, unit.parentId);
  const above = parent && withFigure(parent, areaId, snapshot);
  const cell = above && cellOf(above, areaId);
  return above && cell ? { name: above.name, cell } : null;
}

function itemsOf(unit: UnitResult, areaId: AreaCode, snapshot: Snapshot, language: Language): AreaResultPage['items'] {
  const shown = unit.areas.find((area) => area.areaId === areaId)?.items ?? [];
  return shown.map(({ itemId, cell, mark }) => {
    const parent = mark && nearestWithItem(unit, itemId, snapshot);
    return {
      id: itemId,
      text: itemOf(itemId)?.text[language] ?? '',
      cell,
      mark:
        mark && parent
          ? resultMessages(language)(mark === 'above' ? 'item-above' : 'item-below', { parent: parent.name })
          : null,
    };
  });
}

/** The nearest unit above that shows this item: what the item's mark compares with. */
function nearestWithItem({ parentId }: UnitResult, itemId: string, snapshot: Snapshot): UnitResult | undefined {
  const above = parentId === null ? undefined : unitOf(snapshot, parentId);
  const hasItem = above?.areas.some(({ items }) => items.some((item) => item.itemId === itemId && item.cell !== null));
  return above && !hasItem ? nearestWithItem(above, itemId, snapshot) : above;
}

function changeSentence({ change }: ResultArea, language: Language): string | null {
  if (change === null || change.kind === 'not-comparable') return change && change.sentence;
  const { kind, before, now, noise } = change.change;
  return wordsIn(language).say('result.change.words', {
    kind: kind === 'more-than-noise' ? 'real' : 'noise',
    before,
    now,
    noise,
  });
}

function areaHeading({ name, level }: ResultArea, unit: UnitResult, isOwn: boolean, language: Language): string {
  const say = resultMessages(language);
  if (!isOwn || level === null) return say('heading-area-no-figure', { area: name, unit: unit.name });
  return say('heading-area', { area: name, unit: unit.name, level });
}
