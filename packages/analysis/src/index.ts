export { chanceAtLeast, leastLevelChance, levelOf, twentyDots } from './snapshot/band.ts';
export type { LevelReading } from './snapshot/band.ts';
export { snapshotForm } from './snapshot/snapshot-form.ts';
export type { SnapshotForm } from './snapshot/snapshot-form.ts';
export { methodVersion } from './snapshot/snapshot.ts';
export type {
  AreaChange,
  AreaReliability,
  AreaResult,
  ComparedChange,
  CorrelationTable,
  Distinctness,
  Divided,
  IncomparableChange,
  IncomparableReason,
  ItemHighlight,
  ItemResult,
  Snapshot,
  UnitResult,
  WholeResult,
} from './snapshot/snapshot.ts';
export type { AnswerRows, PreviousPeiling, SnapshotInput, SnapshotUnit, SpeedCounts } from './snapshot/snapshot-input.ts';
export type { Finding, FindingDetail, FindingKind, FindingPlace } from './snapshot/finding.ts';
