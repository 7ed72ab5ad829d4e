import type { GroupNode, PublicationDecision } from '@lerend/disclosure';
import type { AnswerTable } from './answer-table.ts';
import type { SnapshotForm } from './snapshot-form.ts';
import type { UnitTree } from './unit-tree.ts';

/** What every figure of a peiling is published from. */
export interface Publishing {
  readonly tree: UnitTree;
  readonly nodes: readonly GroupNode[];
  readonly form: SnapshotForm;
  readonly table: AnswerTable;
  /** People who work directly in each unit. */
  readonly heads: Float64Array;
  /** As applied. */
  readonly minimumGroupSize: number;
  /** Which units show anything at all. */
  readonly unitDecision: PublicationDecision;
}
