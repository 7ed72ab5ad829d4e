import type { Snapshot, UnitResult } from '@lerend/analysis';
import type { Words } from '../language.ts';
import { unitOf } from './area-words.ts';

/**
 * Whose answers a unit's figures are of, where that is something else than everyone who works there: a small group is
 * counted with a unit above it. A sentence each; none for a unit that is simply itself. Of the units below, those are
 * named that the reader may see.
 */
export function countedSentences(
  snapshot: Snapshot,
  unit: UnitResult,
  words: Words,
  isSeen: (below: UnitResult) => boolean = () => true,
): string[] {
  const { countedWith } = unit;
  const sentences: string[] = [];
  if (countedWith) {
    const group = unitOf(snapshot, countedWith.groupId).name;
    const key = countedWith.part === 'whole' ? 'result.countedWhole' : 'result.countedDirect';
    sentences.push(words.say(key, { unit: unit.name, group }));
    if (countedWith.part === 'whole') return sentences;
  }
  const below = joined(snapshot, unit).filter(isSeen);
  const here = below.filter(({ countedWith }) => countedWith?.groupId === unit.id);
  if (here.length > 0)
    sentences.push(words.say('result.countedHere', { unit: unit.name, names: words.list(here.map(nameIn(words))) }));
  const inside = insideOf(snapshot, unit);
  const past = below.filter(({ countedWith }) => countedWith && !inside.has(countedWith.groupId));
  for (const [groupId, units] of Map.groupBy(past, ({ countedWith }) => countedWith?.groupId ?? ''))
    sentences.push(
      words.say('result.countedPast', {
        names: words.list(units.map(nameIn(words))),
        group: unitOf(snapshot, groupId).name,
      }),
    );
  return sentences;
}

const nameIn =
  (words: Words) =>
  ({ name, countedWith }: UnitResult): string =>
    countedWith?.part === 'direct' ? words.say('result.countedDirectly', { unit: name }) : name;

/** Units below that are counted elsewhere; of what goes along as a whole only the topmost. */
function joined(snapshot: Snapshot, unit: UnitResult): UnitResult[] {
  const inside = insideOf(snapshot, unit);
  const unitById = new Map(snapshot.units.map((one) => [one.id, one]));
  return snapshot.units.filter(({ id, parentId, countedWith }) => {
    if (!countedWith || id === unit.id || !inside.has(id)) return false;
    const above = unitById.get(parentId ?? '')?.countedWith;
    return above?.part !== 'whole' || above.groupId !== countedWith.groupId;
  });
}

/** The unit and everything below it: parents stand before their children. */
function insideOf(snapshot: Snapshot, unit: UnitResult): ReadonlySet<string> {
  const inside = new Set([unit.id]);
  for (const { id, parentId } of snapshot.units) if (parentId !== null && inside.has(parentId)) inside.add(id);
  return inside;
}
