export { languages } from './language.ts';
export type { Language, Localised } from './language.ts';
export { referentNames, referents } from './referent.ts';
export type { Referent } from './referent.ts';
export { formNames, forms } from './form.ts';
export type { Form, FormName, MeasuredDuration } from './form.ts';
export { areaCodes } from './area.ts';
export type { Area, AreaCode, AreaKind, Facet } from './area.ts';
export { areaOf, areas, isAreaCode } from './areas.ts';
export { improvementFacet } from './item.ts';
export type { Item, LanguageRecord } from './item.ts';
export { itemOf, items, itemsOf, itemsOfArea } from './items.ts';
export { outcomeItems } from './outcome-items.ts';
export type { Outcome, OutcomeItem } from './outcome-items.ts';
export { openQuestions } from './open-questions.ts';
export type { OpenQuestion } from './open-questions.ts';
export { mostProfileQuestions, profileQuestionIds, profileQuestions, profileQuestionsOf } from './profile-questions.ts';
export type { ProfileQuestion, ProfileQuestionId } from './profile-questions.ts';
export { answerBounds, answerScale, dontKnowCode, wordNotes } from './answer-scale.ts';
export type { AnswerOption, WordNote } from './answer-scale.ts';
export { highestLevelForItems, highestLevelOf, levelNames, levelOfScore, levels } from './level.ts';
export type { Level } from './level.ts';
export { levelDescription } from './level-description.ts';
export { builtInCutScores, cutFault, cutsFor, narrowestLevel } from './cut-scores.ts';
export type { CutScoreSetting, CutScores, LevelCuts } from './cut-scores.ts';
export { parseCutScores } from './parse-cut-scores.ts';
export type { CutScoreFault } from './parse-cut-scores.ts';
export { instrumentTitle, instrumentVersion, licence } from './version.ts';
export { leervermogen } from './leervermogen.ts';
export { parseInstrument } from './parse-instrument.ts';
export type {
  AnalysisInstrument,
  AnalysisItem,
  AnalysisResponse,
  AnalysisScale,
  InstrumentFault,
  ParsedInstrument,
} from './analysis-instrument.ts';
