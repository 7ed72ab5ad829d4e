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
  /** Null when the account is gone. */
  readonly who: string | null;
  readonly isProduct: boolean;
  readonly action: string;
  /** For what was printed or added: the names of the units that it was for. */
  readonly units: readonly string[];
}
