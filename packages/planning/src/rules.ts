import type { Rule } from './rule.ts';
import { knowledgeRules } from './rules/knowledge.ts';
import { learningValueRules } from './rules/learning-value.ts';
import { mentalModelsRules } from './rules/mental-models.ts';
import { personalMasteryRules } from './rules/personal-mastery.ts';
import { recognitionRules } from './rules/recognition.ts';
import { reflectionRules } from './rules/reflection.ts';
import { sharedVisionRules } from './rules/shared-vision.ts';
import { supportRules } from './rules/support.ts';
import { systemsThinkingRules } from './rules/systems-thinking.ts';
import { teamLearningRules } from './rules/team-learning.ts';
import { trustRules } from './rules/trust.ts';

/** Every rule from finding to proposal, in the order of the areas. Read them aloud: they are the whole reasoning. */
export const rules: readonly Rule[] = [
  ...sharedVisionRules,
  ...mentalModelsRules,
  ...personalMasteryRules,
  ...teamLearningRules,
  ...systemsThinkingRules,
  ...trustRules,
  ...learningValueRules,
  ...recognitionRules,
  ...knowledgeRules,
  ...reflectionRules,
  ...supportRules,
];

/** The rule with this id, for tracing a step back; undefined when there is none (any more). */
export function ruleOf(id: string): Rule | undefined {
  return rules.find((one) => one.id === id);
}
