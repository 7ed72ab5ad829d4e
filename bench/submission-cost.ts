import { filledIn, filledPayload, wordsPayload } from '../tests/product/fill-in.ts';
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

const measured = 200;
const before = 50;

/** Processor time of application and database together for everything that one respondent asks of them. */
export async function submissionCost({ product, dataDir, peiling, assets, codes }: Wish): Promise<void> {
  const payloads = Array.from({ length: measured + before }, (_, seed) => filledPayload(peiling, seed));
  const words = wordsPayload();
  const visit: PageVisit = { scanCode: peiling.code, assets };
  const scriptless: PageVisit = { ...visit, assets: assets.filter((path) => !path.endsWith('.js')) };
  const forms = payloads.map((_, seed) => fieldsOf(peiling, seed));
  const code = () => nextOf(codes);
  const payloadAt = (at: number) => payloads[at] ?? '';

  const cost = async (submit: (at: number) => Promise<unknown>) => {
    for (let at = 0; at < before; at++) await submit(measured + at);
    const begin = processorTime(product.pid, dataDir);
    for (let at = 0; at < measured; at++) await submit(at);
    const end = processorTime(product.pid, dataDir);
    const application = (end.application - begin.application) / measured;
    const database = (end.database - begin.database) / measured;
    const note = `${measured} in a row after ${before} to warm up; application ${application.toFixed(2)}, database ${database.toFixed(2)}`;
    return { value: application + database, unit: 'ms', note };
  };
  const withScript = await cost((at) =>
    submitWithScript(product.port, visit, { code: code(), payload: payloadAt(at) }),
  );
  print({ task: 'submission-processor-time', ...withScript, atMost: 10, peer: 365 });
  const withWords = await cost((at) =>
    submitWithScript(product.port, visit, { code: code(), payload: payloadAt(at), words }),
  );
  print({ task: 'submission-processor-time-with-words', ...withWords, peer: 365 });
  const withoutScript = await cost((at) =>
    submitWithoutScript(product.port, scriptless, { code: code(), fields: forms[at] ?? {} }),
  );
  print({ task: 'submission-processor-time-without-script', ...withoutScript, atMost: 25, peer: 365 });
}

export function nextOf(codes: Iterator<string>): string {
  const { value, done } = codes.next();
  if (done) throw new Error('There are no invitations left.');
  return value;
}

function fieldsOf(peiling: OpenPeiling, seed: number): Record<string, string> {
  return Object.fromEntries(
    Object.entries(filledIn(peiling, seed)).map(([id, answer]) => [id, answer === 'dont-know' ? '9' : String(answer)]),
  );
}
