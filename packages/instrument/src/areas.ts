import { areaCodes } from './area.ts';
import type { Area, AreaCode } from './area.ts';
import type { AreaSource } from './area-source.ts';
import { knowledge } from './areas/knowledge.ts';
import { learningValue } from './areas/learning-value.ts';
import { mentalModels } from './areas/mental-models.ts';
import { personalMastery } from './areas/personal-mastery.ts';
import { recognition } from './areas/recognition.ts';
import { reflection } from './areas/reflection.ts';
import { sharedVision } from './areas/shared-vision.ts';
import { support } from './areas/support.ts';
import { systemsThinking } from './areas/systems-thinking.ts';
import { teamLearning } from './areas/team-learning.ts';
import { trust } from './areas/trust.ts';

/** Every area with its items, by code. Inside the package only: outside, read `areas` and `items`. */
export const areaSources: Readonly<Record<AreaCode, AreaSource>> = {
  'shared-vision': sharedVision,
  'mental-models': mentalModels,
  'personal-mastery': personalMastery,
  'team-learning': teamLearning,
  'systems-thinking': systemsThinking,
  trust,
  'learning-value': learningValue,
  recognition,
  knowledge,
  reflection,
  support,
};

/** The eleven areas, in the order of the form: the five disciplines, then the six success areas. */
export const areas: readonly Area[] = areaCodes.map((code) => areaSources[code].area);

/** The area with this code. A string from outside goes through `isAreaCode` first. */
export function areaOf(code: AreaCode): Area {
  return areaSources[code].area;
}

/** Whether a string from outside (a route, a file) is the code of an area. */
export function isAreaCode(value: string): value is AreaCode {
  return (areaCodes as readonly string[]).includes(value);
}
