import { isWhole } from './compare.ts';
import { countRounds, isWholeCount } from './count-rounds.ts';
import { crashRounds } from './crash-rounds.ts';
import type { CrashRound } from './crash-rounds.ts';

const [rounds = 20, kills = 20] = process.argv.slice(2).map(Number);
if (![rounds, kills].every((number) => Number.isInteger(number) && number >= 0))
  throw new Error('Give the number of rounds, and of kills during the count, as whole numbers.');
const roundsOfDouble = 3;

const printFor =
  (what: string) =>
  ({ round, inFlight, afterCrash, afterRetries }: CrashRound) => {
    console.log(JSON.stringify({ server: what, round, moment: 'after-crash', inFlight, ...afterCrash }));
    console.log(JSON.stringify({ server: what, round, moment: 'after-retries', ...afterRetries }));
  };

const product = await crashRounds({ program: 'src/server.ts', rounds, onRound: printFor('product') });
const double = await crashRounds({
  program: 'tests/crash/doors-server.ts',
  environment: { ACKNOWLEDGE: 'early' },
  rounds: roundsOfDouble,
  onRound: printFor('acknowledges-early'),
});

const counts = await countRounds(kills, (round) => console.log(JSON.stringify({ moment: 'count', ...round })));
const isEveryCountWhole = counts.every(isWholeCount);
const isEveryRoundWhole = product.every(
  ({ inFlight, afterCrash, afterRetries }) => inFlight >= 5 && isWhole(afterCrash) && isWhole(afterRetries),
);
const isDoubleCaught = double.some(({ afterCrash }) => afterCrash.lost + afterCrash.altered > 0);
const isOk = isEveryRoundWhole && isEveryCountWhole;
console.log(JSON.stringify({ rounds, kills, ok: isOk, 'acknowledging-early-is-caught': isDoubleCaught }));
process.exitCode = isOk && isDoubleCaught ? 0 : 1;
