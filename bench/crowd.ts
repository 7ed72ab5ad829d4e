import { filledPayload } from '../tests/product/fill-in.ts';
import type { OpenPeiling } from '../tests/product/make-peiling.ts';
import { submitWithScript } from '../tests/product/respondent.ts';
import type { Product } from '../tests/product/start-product.ts';
import { print, quantile } from './line.ts';
import { nextOf } from './submission-cost.ts';

const people = 20;
const mostSubmissions = 2000;
const mostMs = 20_000;

/** Twenty respondents at once, each beginning anew when done: how many a second, and how long the slowest wait. */
export async function crowd(
  product: Product,
  peiling: OpenPeiling,
  assets: readonly string[],
  codes: Iterator<string>,
): Promise<void> {
  const payloads = Array.from({ length: 100 }, (_, seed) => filledPayload(peiling, seed));
  const whole: number[] = [];
  const ballots: number[] = [];
  let started = 0;
  const begin = performance.now();
  const respond = async () => {
    while (started < mostSubmissions && performance.now() - begin < mostMs) {
      const at = started++;
      const from = performance.now();
      const { ballotMs } = await submitWithScript(
        product.port,
        { scanCode: peiling.code, assets },
        { code: nextOf(codes), payload: payloads[at % payloads.length] ?? '' },
      );
      whole.push(performance.now() - from);
      ballots.push(ballotMs);
    }
  };
  await Promise.all(Array.from({ length: people }, respond));
  const seconds = (performance.now() - begin) / 1000;
  const note = `${whole.length} complete submissions by ${people} at once, on the same machine as the respondents`;
  print({ task: 'submissions-per-second', value: whole.length / seconds, unit: 'per second', note });
  print({ task: 'submission-p50', value: quantile(whole, 0.5), unit: 'ms', note });
  print({ task: 'submission-p99', value: quantile(whole, 0.99), unit: 'ms', note });
  print({
    task: 'ballot-request-p99',
    value: quantile(ballots, 0.99),
    unit: 'ms',
    note: 'of those, the request that hands in the ballot',
  });
}
