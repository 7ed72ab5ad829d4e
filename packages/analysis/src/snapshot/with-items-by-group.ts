import { publicationRules, publishForWhole } from '@lerend/disclosure';
import type { FoundByGroup } from './items-by-group.ts';
import type { ProfileResult } from './profile-result.ts';
import type { Snapshot } from './snapshot.ts';

/** The result with what was found of items (`itemsByGroup`): from 200 people in each group that was compared. */
export function withItemsByGroup(snapshot: Snapshot, found: readonly FoundByGroup[]): Snapshot {
  const { profile } = snapshot;
  if (!profile) return snapshot;
  const results = profile.map((result): ProfileResult => {
    const own = found.find(({ questionId }) => questionId === result.questionId);
    const items = own?.found ?? null;
    return Object.freeze({
      ...result,
      items: items && publishForWhole(own?.fewest ?? 0, publicationRules.minimumForDrivers, () => items),
    });
  });
  return Object.freeze({ ...snapshot, profile: Object.freeze(results) });
}
