import type { Comparison } from '../comparison.ts';
import { compareAgreement } from './agreement.ts';
import { compareChange, compareChangeScores, compareGroupDifferences } from './change.ts';
import { compareDif } from './dif.ts';
import { compareDrivers, compareImportanceIntervals } from './drivers.ts';
import { compareItems, compareScores } from './describe.ts';
import { compareFinitePopulation, compareIntervals } from './intervals.ts';
import { compareItemAdjusted } from './item-adjusted.ts';
import { compareFiml, compareHtmt, compareInvariance, compareMade, compareModels } from './models.ts';
import { compareAlpha, compareOmega } from './reliability.ts';
import { compareWeighting } from './weighting.ts';
import { comparePanelCuts } from './standard-setting.ts';
import { compareIntraclass, compareShrinkage } from './units.ts';

/** All comparisons with R, by what they are about. */
export const comparisons: Readonly<Record<string, () => Promise<Comparison[]>>> = {
  'item statistics (psych)': compareItems,
  'scores of persons, overall and by unit': compareScores,
  'alpha and what each item does (psych)': compareAlpha,
  'the one-factor model and omega total (lavaan)': compareOmega,
  'correlated factors, listwise (lavaan)': compareModels,
  'correlated factors, missing answers (lavaan)': compareFiml,
  'the same in several groups (lavaan)': compareInvariance,
  'models of made answers (lavaan)': compareMade,
  'heterotrait-monotrait ratios (semTools)': compareHtmt,
  'intraclass correlations and variances (aov, multilevel, lme4)': compareIntraclass,
  'shrunk means (lme4)': compareShrinkage,
  'agreement within units (multilevel)': compareAgreement,
  'intervals with clusters and strata (survey)': compareIntervals,
  'scores of people who were each asked a part (lme4)': compareItemAdjusted,
  'samples from a known population (survey)': compareFinitePopulation,
  'what goes together with an outcome (relaimpo)': compareDrivers,
  'cut scores of a panel (base R)': comparePanelCuts,
  'intervals of shares of R² (bootstrap in R)': compareImportanceIntervals,
  'change of people and of everyone (t.test)': compareChange,
  'change scores of two groups (t.test)': compareChangeScores,
  'differences between groups (t.test, effectsize)': compareGroupDifferences,
  'weighting to margins (survey)': compareWeighting,
  'items that work differently between groups (ordinal)': compareDif,
};
