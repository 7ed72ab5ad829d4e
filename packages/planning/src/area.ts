/**
 * The eleven areas of a learning organisation: five disciplines (Senge) and six success areas (Bersin).
 * The order is the order in which people see them.
 */
export const areas = [
  'shared-vision',
  'mental-models',
  'personal-mastery',
  'team-learning',
  'systems-thinking',
  'trust',
  'learning-value',
  'recognition',
  'knowledge',
  'reflection',
  'support',
] as const;
export type Area = (typeof areas)[number];

/** How usual an area's practice is: soms · begonnen · gewoon · steeds beter, from low to high. */
export const levels = ['sometimes', 'begun', 'usual', 'improving'] as const;
export type Level = (typeof levels)[number];

export type Language = 'nl' | 'en';
