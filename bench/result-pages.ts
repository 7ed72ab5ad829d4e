import { connectTo } from '../tests/product/respondent.ts';
import type { Product } from '../tests/product/start-product.ts';
import { print, quantile } from './line.ts';
import type { Prepared } from './prepared.ts';

const rounds = 100;
const before = 10;

/** How long somebody who is signed in waits for the pages of a result with 300 units. */
export async function resultPages(product: Product, { organisation, answered }: Prepared): Promise<void> {
  if (!answered) throw new Error('No peiling was answered.');
  const { organisationId, cookie } = organisation;
  const connection = connectTo(product.port);
  const headers = { cookie: `${cookie.name}=${encodeURIComponent(cookie.value)}` };
  const result = `/o/${organisationId}/result/${answered.scanId}`;
  const { unitIds } = answered;
  const unitAt = (at: number) => unitIds[(at * 37) % unitIds.length] ?? '';
  const pages: readonly [string, (at: number) => string][] = [
    ['result-page-organisation', () => result],
    ['result-page-unit', (at) => `${result}/unit/${unitAt(at)}`],
    ['result-page-area', (at) => `${result}/unit/${unitAt(at)}/area/trust`],
    ['result-page-side-by-side', () => `${result}/units`],
  ];
  try {
    for (const [task, pathAt] of pages) {
      const taken: number[] = [];
      for (let at = -before; at < rounds; at++) {
        const path = pathAt(at + before);
        const begin = performance.now();
        const { status, location } = await connection.ask({ path, headers });
        if (status !== 200) throw new Error(`${path}: ${status} ${location ?? ''}`);
        if (at >= 0) taken.push(performance.now() - begin);
      }
      const note = `p95 of ${rounds}, request to last byte, ${unitIds.length} units; median ${quantile(taken, 0.5).toFixed(1)}`;
      print({ task, value: quantile(taken, 0.95), unit: 'ms', atMost: 50, note });
    }
  } finally {
    connection.close();
  }
}
