import { availableParallelism, loadavg } from 'node:os';
import { ownFolder } from '../tests/product/own-folder.ts';
import { startProduct } from '../tests/product/start-product.ts';
import { withApp } from '../tests/product/with-app.ts';
import { closing } from './closing.ts';
import { crowd } from './crowd.ts';
import { disclosureAudit } from './disclosure-audit.ts';
import { exampleTime } from './example-time.ts';
import { groupKeys } from './group-keys.ts';
import { itemsByProfile } from './items-by-group.ts';
import { missed } from './line.ts';
import { pageWeight, requestedPaths } from './page-weight.ts';
import type { RespondentPage } from './page-weight.ts';
import { phoneScores } from './phone-scores.ts';
import { prepare } from './prepared.ts';
import type { Prepared } from './prepared.ts';
import { resultPages } from './result-pages.ts';
import { sealedBallots } from './sealed-ballots.ts';
import { startTime } from './start-time.ts';
import { nextOf, submissionCost } from './submission-cost.ts';
import { typingWhileSealing } from './typing-while-sealing.ts';

const tasks = [
  'page',
  'phone',
  'sealing',
  'submission',
  'crowd',
  'closing',
  'result',
  'start',
  'example',
  'ballots',
  'audit',
  'profile',
  'keys',
] as const;
type Task = (typeof tasks)[number];

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !tasks.includes(name as Task));
if (unknown.length > 0) throw new Error(`There is no ${unknown.join(', ')}; there are ${tasks.join(', ')}.`);
const wants = (...some: Task[]): boolean => asked.length === 0 || some.some((task) => asked.includes(task));

const [load = 0] = loadavg();
if (load > availableParallelism() / 2)
  console.error(`The machine is busy (load ${load.toFixed(1)}): times will be longer.`);

if (wants('page', 'phone', 'sealing', 'submission', 'crowd', 'closing', 'result')) await measureProduct();
if (wants('start')) await startTime();
if (wants('example')) await exampleTime();
if (wants('audit')) await disclosureAudit();
if (wants('profile')) itemsByProfile();
if (wants('ballots')) await sealedBallots();
// Too long to belong to everything.
if (asked.includes('keys')) await groupKeys();
process.exitCode = missed() > 0 ? 1 : 0;

async function measureProduct(): Promise<void> {
  const folder = await ownFolder();
  try {
    console.error('making an organisation of 300 units …');
    const prepared = await withApp(folder, (app) => prepare(app, { mustAnswer: wants('closing', 'result') }));
    const product = await startProduct({ folder });
    try {
      await measureServer({ product, prepared, dataDir: folder.dataDir });
    } finally {
      await product.stop();
    }
  } finally {
    await folder.remove();
  }
}

interface Running {
  readonly product: Awaited<ReturnType<typeof startProduct>>;
  readonly prepared: Prepared;
  readonly dataDir: string;
}

async function measureServer({ product, prepared, dataDir }: Running): Promise<void> {
  const { open: peiling } = prepared;
  const codes = peiling.invitations.map(({ code }) => code).values();
  if (wants('closing', 'result')) await closing(product, prepared);
  if (wants('page', 'phone', 'sealing', 'submission', 'crowd')) {
    const page: RespondentPage = { port: product.port, scanCode: peiling.code, invitationCode: nextOf(codes) };
    const paths = await requestedPaths(page);
    const assets = paths.slice(1);
    if (wants('page')) await pageWeight(page, paths);
    if (wants('phone')) await phoneScores(page);
    if (wants('sealing')) await typingWhileSealing({ ...page, invitationCode: nextOf(codes) });
    if (wants('submission')) await submissionCost({ product, dataDir, peiling, assets, codes });
    if (wants('crowd')) await crowd(product, peiling, assets, codes);
  }
  if (wants('result')) await resultPages(product, prepared);
}
