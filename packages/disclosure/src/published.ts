declare const published: unique symbol;

/**
 * A figure that passed the publication rules. The brand is a symbol that never leaves this file, so only a
 * `PublicationDecision` (or `publishForWhole`) can make one; everything that renders figures asks for it.
 * At run time it is the plain value, so it goes through JSON unchanged. No figure is `null`, whatever the reason.
 */
export type Published<T> = T & { readonly [published]: true };

/**
 * The plain value of a published figure, for code that computes on with it (a chart's scale, a sentence's number).
 * Reading is free; there is no way back from the plain value to a published one.
 */
export function publishedValue<T>(figure: Published<T>): T {
  return figure;
}

/** Inside this package only: the door (index.ts) does not export it. */
export function markPublished<T>(value: T): Published<T> {
  return value as Published<T>;
}

/**
 * A figure worked out from published figures and from nothing else, which is thereby publishable as well: a difference
 * of two scores, a share of a response. `derive` gets the plain values and must use only those.
 */
export function derivePublished<const Sources extends readonly unknown[], Value>(
  sources: { readonly [index in keyof Sources]: Published<Sources[index]> },
  derive: (...plain: Sources) => Value,
): Published<Value> {
  return markPublished(derive(...(sources as unknown as Sources)));
}
