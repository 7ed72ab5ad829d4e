/** Something in the answers that looks like a mistake in the file or the instrument. Nothing was changed because of it. */
export type Warning =
  | {
      /** Items that go against the others of their scale by more than noise. */
      readonly kind: 'perhapsReversed';
      readonly scale: string;
      readonly items: readonly string[];
      /** Those of `items` that the instrument turns round; they may have been turned for nothing. */
      readonly turned: readonly string[];
      /** Half of the scale or more goes against the rest: which of the two is the wrong way round can't be said. */
      readonly isWholeScale: boolean;
    }
  | {
      /** Two items with the same answer of everyone. */
      readonly kind: 'identicalItems';
      readonly items: readonly [string, string];
    };
