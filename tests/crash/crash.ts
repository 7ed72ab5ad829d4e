import { builtProduct } from '../product/start-product.ts';
import { isWhole } from './compare.ts';
import { countRounds, isWholeCount } from './count-rounds.ts';
import { crashRounds } from './crash-rounds.ts';
import type { CrashRound } from './crash-rounds.ts';
import { everyStepKill, isWholeStep, stepRounds } from './step-rounds.ts';
import type { StepRound } from './step-rounds.ts';

const [rounds = 20, kills = 20, times = 2] = process.argv.slice(2).map(Number);
if (![rounds, kills, times].every((number) => Number.isInteger(number) && number >= 0))
  throw new Error('Give as whole numbers: rounds, kills during the count, and how often each step is killed.');
const roundsOfDouble = 3;
const stepsOfDouble = everyStepKill.filter(
  ({ point: { step, moment }, time }) =>
    time === 'first' && ((step === 'keep' && moment === 'before') || (step === 'claim' && moment === 'after')),
);

const printFor =
  (what: string) =>
  ({ round, inFlight, afterCrash, afterRetries }: CrashRound) => {
    console.log(JSON.stringify({ server: what, round, moment: 'after-crash', inFlight, ...afterCrash }));
    console.log(JSON.stringify({ server: what, round, moment: 'after-retries', ...afterRetries }));
  };

const product = await crashRounds({ program: builtProduct, rounds, onRound: printFor('product') });
const double = await crashRounds({
  program: 'tests/crash/doors-server.ts',
  environment: { ACKNOWLEDGE: 'early' },
  rounds: roundsOfDouble,
  onRound: printFor('acknowledges-early'),
});

const printStep = (server: string) => (round: StepRound) =>
  console.log(JSON.stringify({ server, moment: 'step', ok: isWholeStep(round), ...round }));
const steps = await stepRounds({
  server: builtProduct,
  kills: Array.from({ length: times }, () => everyStepKill).flat(),
  onRound: printStep('product'),
});
const doubleSteps = async (environment: Readonly<Record<string, string>>, isOfCredential: boolean) =>
  stepRounds({
    server: 'tests/crash/doors-server.ts',
    environment,
    kills: stepsOfDouble.filter(({ point }) => (point.door === 'credential') === isOfCredential),
    onRound: printStep(JSON.stringify(environment)),
  });
const early = await doubleSteps({ ACKNOWLEDGE: 'early' }, false);
const forgetful = await doubleSteps({ SIGN: 'forgetful' }, true);

const counts = await countRounds(kills, (round) => console.log(JSON.stringify({ moment: 'count', ...round })));
const isEveryCountWhole = counts.every(isWholeCount);
const isEveryRoundWhole = product.every(
  ({ inFlight, afterCrash, afterRetries }) => inFlight >= 5 && isWhole(afterCrash) && isWhole(afterRetries),
);
const isLossCaught =
  double.some(({ afterCrash }) => afterCrash.lost + afterCrash.altered > 0) &&
  early.every(({ afterCrash }) => afterCrash.lost + afterCrash.altered > 0);
const isForgettingCaught = forgetful.every(({ wrongs }) => wrongs.length > 0);
const isOk = isEveryRoundWhole && isEveryCountWhole && steps.every(isWholeStep);
console.log(
  JSON.stringify({
    rounds,
    kills,
    steps: steps.length,
    acknowledged: steps.at(-1)?.afterRetries.acknowledged ?? 0,
    ok: isOk,
    'acknowledging-early-is-caught': isLossCaught,
    'forgetting-what-was-signed-is-caught': isForgettingCaught,
  }),
);
process.exitCode = isOk && isLossCaught && isForgettingCaught ? 0 : 1;
