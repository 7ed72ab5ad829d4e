/** Something that asks an action of this reader. */
export interface Ask {
  readonly key: string;
  readonly sentence: string;
  readonly href: string;
  /** What one does there, as the text of the link. */
  readonly action: string;
  /** The day by which, when there is one. */
  readonly by: string | null;
}

/** Something that is good to know. */
export interface News {
  readonly key: string;
  readonly sentence: string;
  readonly href: string;
}

export interface Today {
  readonly asks: readonly Ask[];
  readonly news: readonly News[];
}
