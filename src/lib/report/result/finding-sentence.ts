import type { Finding, Snapshot } from '@lerend/analysis';
import type { Words } from '../language.ts';
import { areaName, itemText, unitOf } from './area-words.ts';

/**
 * A finding as the sentence that people read, with its figures: the same on page, on paper and in a mail.
 * Only figures of the snapshot come in, so nothing is said that may not be shown.
 */
export function findingSentence(finding: Finding, snapshot: Snapshot, words: Words): string {
  const { language } = words;
  const unit = unitOf(snapshot, finding.unitId).name;
  const area = finding.areaId === null ? '' : areaName(finding.areaId, language);
  switch (finding.kind) {
    case 'strongest-area':
    case 'weakest-area':
      return words.say(`finding.${finding.kind}`, {
        unit,
        area,
        score: finding.cell.score,
        clear: finding.clear ? 'yes' : 'no',
      });
    case 'unit-above-parent':
    case 'unit-below-parent':
      return words.say(`finding.${finding.kind}`, {
        unit,
        area,
        score: finding.cell.score,
        parent: unitOf(snapshot, finding.comparedWith).name,
        parentScore: finding.parentCell.score,
      });
    case 'divided':
      return words.say('finding.divided', { unit, area, pattern: finding.pattern });
    case 'many-dont-know':
      return words.say('finding.many-dont-know', {
        count: finding.items.length,
        area,
        item: itemText(finding.items[0]?.itemId ?? '', language),
      });
    case 'rose':
    case 'fell':
      return words.say(`finding.${finding.kind}`, { unit, area, before: finding.before, now: finding.now });
    case 'strong-item':
      return words.say('finding.strong-item', {
        item: itemText(finding.itemId, language),
        percent: finding.cell.favourable,
      });
    case 'weak-item':
      return words.say('finding.weak-item', {
        item: itemText(finding.itemId, language),
        percent: finding.cell.unfavourable,
      });
    case 'low-response':
      return words.say('finding.low-response', { unit, respondents: finding.respondents, invited: finding.invited });
    case 'not-distinguishable':
      return words.say('finding.not-distinguishable', {
        areas: words.list(finding.areaIds.map((id) => areaName(id, language))),
      });
    case 'no-figure':
      return noFigure(finding.figuresFrom, unit, snapshot, words);
  }
}

function noFigure(figuresFrom: string | null, unit: string, snapshot: Snapshot, words: Words): string {
  if (figuresFrom === null) return words.say('finding.no-figure', { unit, parent: '', from: 'nobody' });
  return words.say('finding.no-figure', { unit, parent: unitOf(snapshot, figuresFrom).name, from: 'parent' });
}

/** What a page about this unit is headed by: its heaviest finding about an area, without figures; else what can be said. */
export function resultHeading(snapshot: Snapshot, unitId: string | null, words: Words): string {
  const unit = unitOf(snapshot, unitId);
  if (unit.figuresFrom !== unit.id) return words.say('heading.no-figure', { unit: unit.name });
  const own = snapshot.findings.filter((finding) => finding.unitId === unit.id);
  for (const finding of own) {
    const area = finding.areaId === null ? '' : areaName(finding.areaId, words.language);
    if (finding.kind === 'rose' || finding.kind === 'fell' || finding.kind === 'divided') {
      return words.say(`heading.${finding.kind}`, { unit: unit.name, area });
    }
    if (finding.kind === 'unit-above-parent' || finding.kind === 'unit-below-parent') {
      const parent = unitOf(snapshot, finding.comparedWith).name;
      return words.say(`heading.${finding.kind}`, { unit: unit.name, area, parent });
    }
    if ((finding.kind === 'strongest-area' || finding.kind === 'weakest-area') && finding.clear) {
      return words.say(`heading.${finding.kind}`, { unit: unit.name, area });
    }
  }
  return words.say('heading.even', { unit: unit.name });
}
