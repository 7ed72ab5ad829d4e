import { filledPayload, formFields, wordsPayload } from '../tests/product/fill-in.ts';
import type { OpenPeiling } from '../tests/product/make-peiling.ts';
import { processorTime } from '../tests/product/processes.ts';
import { submitWithScript, submitWithoutScript } from '../tests/product/respondent.ts';
import type { PageVisit } from '../tests/product/respondent.ts';
import type { Product } from '../tests/product/start-product.ts';
import { print } from './line.ts';

interface Wish {
  readonly product: Product;
  readonly dataDir: string;
  readonly peiling: OpenPeiling;
  readonly assets: readonly string[];
  /** Codes that nobody used yet. */
  readonly codes: Iterator<string>;
}

/** So many each time. */
const count = 200;
/** After a start Node still compiles what it runs: the first are told apart, and so many more aren't counted. */
const uncounted = 600;

/** Processor time of application and database together for everything that one respondent asks of them. */
export async function submissionCost({ product, dataDir, peiling, assets, codes }: Wish): Promise<void> {
  const payloads = Array.from({ length: count }, (_, seed) => filledPayload(peiling, seed));
  const forms = payloads.map((_, seed) => formFields(peiling, seed));
  const words = wordsPayload();
  const visit: PageVisit = { scanCode: peiling.code, assets };
  const scriptless: PageVisit = { ...visit, assets: assets.filter((path) => !path.endsWith('.js')) };

  const withScript = (at: number, extra: { words?: string } = {}) =>
    submitWithScript(product.port, visit, { code: nextOf(codes), payload: payloads[at] ?? '', ...extra });
  const withWords = (at: number) => withScript(at, { words });
  const withoutScript = (at: number) =>
    submitWithoutScript(product.port, scriptless, { code: nextOf(codes), fields: forms[at] ?? {} });

  const cost = async (task: string, submit: (at: number) => Promise<unknown>, atMost?: number) => {
    const begin = processorTime(product.pid, dataDir);
    for (let at = 0; at < count; at++) await submit(at);
    const end = processorTime(product.pid, dataDir);
    const application = (end.application - begin.application) / count;
    const database = (end.database - begin.database) / count;
    const note = `${count} in a row; application ${application.toFixed(2)}, database ${database.toFixed(2)}`;
    print({ task, value: application + database, unit: 'ms', peer: 365, note, ...(atMost ? { atMost } : {}) });
  };
  await cost('submission-processor-time-first', (at) => withScript(at));
  for (let at = 0; at < uncounted; at++) await withScript(at % count);
  await cost('submission-processor-time', (at) => withScript(at), 10);
  await cost('submission-processor-time-with-words', withWords);
  await cost('submission-processor-time-without-script', withoutScript, 25);
}

export function nextOf(codes: Iterator<string>): string {
  const { value, done } = codes.next();
  if (done) throw new Error('There are no invitations left.');
  return value;
}
