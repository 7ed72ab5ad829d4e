import type { BlockDocument } from '#lib/report/index.ts';
import type { RetentionKind } from '#lib/features/retention/contract.ts';

/** What this organisation keeps now, in numbers. */
export interface PrivacyFigures {
  /** On the list of people now. */
  readonly people: number;
  readonly withAddress: number;
  /** Accounts with a role here now. */
  readonly withAccess: number;
  readonly openScans: number;
  readonly openedScans: number;
  /** Opened, and neither a ballot nor a ballot's number is left. */
  readonly openedAndWiped: number;
}

export interface AuditLine {
  readonly id: string;
  /** A moment, ISO 8601. */
  readonly at: string;
  /** Null when the account is gone, or for who was forgotten. */
  readonly who: string | null;
  readonly isProduct: boolean;
  /** Somebody who was forgotten since: what they did stays. */
  readonly isFormer: boolean;
  readonly action: string;
  /** For what was printed or added: the names of the units that it was for. */
  readonly units: readonly string[];
  /** Of what the product deleted by itself: how many. */
  readonly count: number | null;
  /** Of a retention period that was changed: which, and from how many months to how many. */
  readonly change: { readonly kind: RetentionKind; readonly from: number; readonly to: number } | null;
}

/** The privacy and works-council file as a page shows it. */
export interface PrivacyFilePage {
  readonly document: BlockDocument;
  /** Of the peiling that it is about; null while none was ever prepared. */
  readonly scanId: string | null;
  readonly scans: readonly { readonly id: string; readonly title: string }[];
}
