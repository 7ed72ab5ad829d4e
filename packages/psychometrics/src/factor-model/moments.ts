/** Covariances (divided by n, about the means) and means of one group over all items, row by row. */
export interface Moments {
  readonly covariances: Float64Array;
  readonly means: Float64Array;
}

/** A group's moments, and its part of all people. */
export interface GroupSample extends Moments {
  readonly share: number;
}
