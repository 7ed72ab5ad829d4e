/**
 * A clear no: what went wrong, in the reader's language, with the HTTP status it deserves and,
 * when one field is to blame, which. Nothing was stored when it is thrown.
 */
export class Refusal extends Error {
  readonly status: number;
  readonly field: string | undefined;

  constructor(status: 400 | 401 | 403 | 404 | 409 | 410 | 413 | 422 | 429 | 503, sentence: string, field?: string) {
    super(sentence);
    this.name = 'Refusal';
    this.status = status;
    this.field = field;
  }
}
