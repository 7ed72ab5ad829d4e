import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { expect, test } from 'vitest';

const door = fileURLToPath(new URL('./index.ts', import.meta.url));

/** What a respondent's device takes from the package. */
const device = [
  'checkGroupAnswer',
  'blindNumber',
  'finishCredential',
  'makeBallotKey',
  'sealBallot',
  'signBallot',
  'encodeBallot',
  'encodeWithdrawal',
  'withdrawalSecret',
];
const kilobyte = 1000;

async function weightOf(names: readonly string[]): Promise<{ first: number; later: number }> {
  const entry = '\0device';
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [
      {
        name: 'device',
        resolveId: (id) => (id === 'device' ? entry : undefined),
        load: (id) => (id === entry ? `export { ${names.join(', ')} } from ${JSON.stringify(door)};` : undefined),
      },
    ],
    build: { write: false, target: 'es2022', rolldownOptions: { input: 'device', preserveEntrySignatures: 'strict' } },
  });
  const chunks = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
  const weigh = (isFirst: boolean) =>
    chunks
      .filter((chunk) => chunk.type === 'chunk' && chunk.isEntry === isFirst)
      .reduce((sum, chunk) => sum + (chunk.type === 'chunk' ? gzipSync(chunk.code).length : 0), 0);
  return { first: weigh(true) / kilobyte, later: weigh(false) / kilobyte };
}

test('the cryptography that a device loads weighs 25 kB at most; the curve for old browsers comes only to them', async () => {
  const { first, later } = await weightOf(device);
  expect(first).toBeGreaterThan(5);
  expect(first + later).toBeLessThan(25);
  expect((await weightOf(['encodeBallot'])).first).toBeLessThan(2);
});
