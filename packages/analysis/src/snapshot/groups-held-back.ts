import type { ProfileResult } from './profile-result.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * The result without anything that is told of answers by profile question, for where that would tell too much of a few people
 * beside the figures of units. How much of each group took part stays: it says nothing of answers.
 */
export function withGroupsHeldBack(snapshot: Snapshot): Snapshot {
  const { profile, weighting: _, ...others } = snapshot;
  if (!profile) return snapshot;
  const results = profile.map(({ questionId, response }): ProfileResult =>
    Object.freeze({ questionId, classes: null, isHeldBack: true, ...(response ? { response } : {}) }),
  );
  return Object.freeze({ ...others, profile: Object.freeze(results) });
}

export const areGroupsHeldBack = ({ profile }: Snapshot): boolean =>
  profile?.some(({ isHeldBack }) => isHeldBack) ?? false;
