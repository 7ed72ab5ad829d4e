import type { Finding, Snapshot } from '@lerend/analysis';
import { findingsOf } from '@lerend/analysis';
import type { Words } from '../language.ts';
import { areaName, unitOf } from './area-words.ts';
import { findingSentence } from './finding-sentence.ts';

/** From three alike, one sentence says it better than a list does. */
const ALIKE = 3;

/** "Richting (38 naar 46)", for a finding of a kind that can be told together with its like; else null. */
function shortly(finding: Finding, words: Words): string | null {
  const area = finding.areaId === null ? '' : areaName(finding.areaId, words.language);
  switch (finding.kind) {
    case 'rose':
    case 'fell':
      return words.say('finding.short.change', { area, before: finding.before, now: finding.now });
    case 'unit-above-parent':
    case 'unit-below-parent':
      return words.say('finding.short.parent', {
        area,
        score: finding.cell.score,
        parentScore: finding.parentCell.score,
      });
    default:
      return null;
  }
}

function together(kind: Finding['kind'], alike: readonly Finding[], snapshot: Snapshot, words: Words): string {
  const first = alike[0];
  const parent = first && 'comparedWith' in first ? unitOf(snapshot, first.comparedWith).name : '';
  const areas = words.list(alike.flatMap((finding) => shortly(finding, words) ?? []));
  if (kind === 'rose' || kind === 'fell') return words.say(`finding.several.${kind}`, { count: alike.length, areas });
  const direction = kind === 'unit-above-parent' ? 'above' : 'below';
  return words.say(`finding.several.${direction}`, { count: alike.length, areas, parent });
}

const mark = (finding: Finding): string =>
  'comparedWith' in finding ? `${finding.kind} ${finding.comparedWith}` : finding.kind;

/** What stands out in one unit, as sentences, heaviest first; three or more changes of one kind become one sentence. */
export function findingSentences(snapshot: Snapshot, unitId: string, words: Words): string[] {
  const findings = findingsOf(snapshot, unitId);
  const told = new Set<string>();
  return findings.flatMap((finding) => {
    const alike = findings.filter((other) => mark(other) === mark(finding));
    if (alike.length < ALIKE || shortly(finding, words) === null) return [findingSentence(finding, snapshot, words)];
    if (told.has(mark(finding))) return [];
    told.add(mark(finding));
    return [together(finding.kind, alike, snapshot, words)];
  });
}
