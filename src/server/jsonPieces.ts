/** How long a piece is at least, in characters, but for the last. */
const PIECE = 64 * 1024;

/**
 * The JSON of an answer as `JSON.stringify` writes it, in pieces: the elements of a list, and of each list that is a field of the answer,
 * are written one by one, so that no string is as long as the answer and whoever sends it can wait in between.
 */
export function* jsonPieces(answer: unknown): Generator<string> {
  let piece = '';
  for (const part of parts(answer)) {
    piece += part;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}

function* parts(answer: unknown): Generator<string> {
  if (Array.isArray(answer)) return yield* listParts(answer);
  if (typeof answer !== 'object' || answer === null) return yield JSON.stringify(answer) ?? 'null';
  let before = '{';
  for (const [name, value] of Object.entries(answer)) {
    if (value === undefined) continue;
    yield `${before}${JSON.stringify(name)}:`;
    if (Array.isArray(value)) yield* listParts(value);
    else yield JSON.stringify(value);
    before = ',';
  }
  yield before === '{' ? '{}' : '}';
}

function* listParts(list: readonly unknown[]): Generator<string> {
  let before = '[';
  for (const element of list) {
    yield before + (JSON.stringify(element) ?? 'null');
    before = ',';
  }
  yield before === '[' ? '[]' : ']';
}
