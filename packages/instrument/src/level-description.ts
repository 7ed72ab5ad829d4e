import type { AreaCode } from './area.ts';
import { areaSources } from './areas.ts';
import type { Localised } from './language.ts';
import type { Level } from './level.ts';

/**
 * What one sees and hears at work when an area stands on a level, in two sentences. A team reads the four of an area
 * to place itself before it sees its score. It describes; it is no criterion for a score.
 */
export function levelDescription(area: AreaCode, level: Level): Localised {
  return areaSources[area].levelDescriptions[level];
}
