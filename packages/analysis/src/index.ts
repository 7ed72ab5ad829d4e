export { cutScoresOf, cutsIn, levelIn } from './snapshot/cut-scores-of.ts';
export { chanceAtLeast, leastLevelChance, levelOf, levelSorting, twentyDots } from './snapshot/band.ts';
export type { LevelReading, LevelSorting } from './snapshot/band.ts';
export { snapshotForm } from './snapshot/snapshot-form.ts';
export type { SnapshotForm } from './snapshot/snapshot-form.ts';
export { findingsOf, readSnapshot, unitOf } from './snapshot/read-snapshot.ts';
export { auditedPeiling } from './snapshot/audited-peiling.ts';
export { makeSnapshot } from './snapshot/make-snapshot.ts';
export { fewestUnitsThatHold, lowResponse, manyDontKnow, smallestDifferenceThatMatters } from './snapshot/method.ts';
export { methodVersion } from './snapshot/snapshot.ts';
export type {
  AreaReliability,
  CorrelationTable,
  Distinctness,
  Snapshot,
  SpeedCounts,
  WholeResult,
} from './snapshot/snapshot.ts';
export { itemsByGroup, mayTestItems } from './snapshot/items-by-group.ts';
export type { FoundByGroup, ItemsInput } from './snapshot/items-by-group.ts';
export { areGroupsHeldBack, withGroupsHeldBack } from './snapshot/groups-held-back.ts';
export { withItemsByGroup } from './snapshot/with-items-by-group.ts';
export type {
  BandResponse,
  ItemByGroup,
  ItemsByGroup,
  ProfileCell,
  ProfileClassResult,
  ProfileResult,
  ProfileWeighting,
  WeightedScore,
} from './snapshot/profile-result.ts';
export type { AreaShare, OutcomeDrivers } from './snapshot/whole-drivers.ts';
export type {
  AreaChange,
  AreaComparison,
  AreaResult,
  ComparedChange,
  CountedWith,
  Divided,
  IncomparableChange,
  IncomparableReason,
  ItemHighlight,
  ItemResult,
  UnitResult,
} from './snapshot/unit-result.ts';
export type {
  AnswerRows,
  PreviousPeiling,
  ProfileAnswers,
  SnapshotInput,
  SnapshotUnit,
} from './snapshot/snapshot-input.ts';
export type { Mark } from './snapshot/marks.ts';
export type { AreaReporting, ReportingReason } from './snapshot/reporting.ts';
export type { AnswerQuality, QualityClass, QualityKind, ScoreWithout } from './snapshot/answer-quality.ts';
export type { Finding, FindingDetail, FindingKind, FindingPlace } from './snapshot/finding.ts';
export { analyseFile } from './contract/analyse-file.ts';
export type { AnalysisOptions } from './contract/analyse-file.ts';
export type { MarginRequest } from './contract/weighting-result.ts';
export type { PreviousRequest } from './contract/change-result.ts';
export type { ContractDocument, ContractReason } from './contract/contract-document.ts';
export type { FileTable, LabelColumn } from './contract/file-table.ts';
export { chooseForm, foresightQuestions } from './foresight/choose-form.ts';
export type { ForesightQuestion, FormChoice } from './foresight/choose-form.ts';
export { foresee } from './foresight/foresee.ts';
export { seededChance } from './foresight/seeded-chance.ts';
export { assumptionsFromSnapshot, responseOfSnapshot } from './foresight/assumptions-from-snapshot.ts';
export { literatureAssumptions } from './foresight/variance-assumptions.ts';
export type { AssumptionSource, VarianceAssumptions } from './foresight/variance-assumptions.ts';
export type { CountForesight, Foresight, FormForesight, UnitForesight, UsualFigure } from './foresight/foresight.ts';
export type { ExpectedResponse, ForeseenUnit, ForesightInput } from './foresight/foresight-input.ts';
export { aggregateOf, fewestAnswersToShare } from './exchange/aggregate.ts';
export type { Aggregate } from './exchange/aggregate.ts';
export { parseAggregate } from './exchange/parse-aggregate.ts';
export { parsePool } from './exchange/parse-pool.ts';
export { poolAggregates } from './exchange/pool.ts';
export type { Pool, PooledArea } from './exchange/pool.ts';
