/** Elements of a long list that are written at a time. */
const AT_A_TIME = 256;

/**
 * A document as JSON on one line, in pieces: together what `JSON.stringify` gives and a line end. Thirty thousand units
 * make more than a hundred megabytes; whole, as a string and once more as bytes, that would be most of the memory.
 */
export function* jsonPieces(document: Readonly<Record<string, unknown>>): Generator<string> {
  let before = '{';
  for (const [name, value] of Object.entries(document)) {
    if (value === undefined) continue;
    yield `${before}${JSON.stringify(name)}:`;
    if (Array.isArray(value)) yield* listPieces(value);
    else yield JSON.stringify(value);
    before = ',';
  }
  yield before === '{' ? '{}\n' : '}\n';
}

function* listPieces(list: readonly unknown[]): Generator<string> {
  yield '[';
  for (let from = 0; from < list.length; from += AT_A_TIME) {
    const piece = JSON.stringify(list.slice(from, from + AT_A_TIME)).slice(1, -1);
    yield from === 0 ? piece : `,${piece}`;
  }
  yield ']';
}
