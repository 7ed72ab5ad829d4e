/** One thing that was said, and what came of it: done, or not done with the reason. */
export interface PosterLine {
  readonly said: string;
  readonly outcome:
    | { readonly kind: 'did'; readonly what: string; readonly on: string | null }
    | { readonly kind: 'not'; readonly because: string };
}

export interface Poster {
  readonly organisation: string;
  readonly unit: string;
  readonly scanTitle: string;
  /** The day it is printed for, ISO. */
  readonly date: string;
  readonly lines: readonly PosterLine[];
  /** When the next look-back is, ISO, or null. */
  readonly nextLookBack: string | null;
}
