import { connectTo } from '../tests/product/respondent.ts';
import type { Product } from '../tests/product/start-product.ts';
import { print } from './line.ts';
import type { Prepared } from './prepared.ts';

/** How long the coordinator waits who closes a peiling on its page: until they are sent to the result. */
export async function closing(product: Product, { organisation, answered }: Prepared): Promise<void> {
  if (!answered) throw new Error('No peiling was answered.');
  const { organisationId, cookie } = organisation;
  const { scanId, ballots, unitIds } = answered;
  const connection = connectTo(product.port);
  const page = `/o/${organisationId}/scan/${scanId}`;
  const headers = {
    cookie: `${cookie.name}=${encodeURIComponent(cookie.value)}`,
    'content-type': 'application/x-www-form-urlencoded',
  };
  try {
    await connection.ask({ path: page, headers });
    const begin = performance.now();
    const { status, location = '' } = await connection.ask({
      method: 'POST',
      path: `${page}?/close`,
      body: '',
      headers,
    });
    const seconds = (performance.now() - begin) / 1000;
    if (status !== 303 || !location.endsWith(`/result/${scanId}`)) throw new Error(`Closing: ${status} ${location}`);
    const note = `${ballots} ballots, full form, ${unitIds.length} units; as its page waits for it`;
    print({ task: 'closing-to-result', value: seconds, unit: 's', atMost: 3, note });
  } finally {
    connection.close();
  }
}
