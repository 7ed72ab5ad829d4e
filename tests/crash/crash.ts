import { isWhole } from './compare.ts';
import { crashRounds } from './crash-rounds.ts';
import type { CrashRound } from './crash-rounds.ts';

const rounds = Number(process.argv[2] ?? 20);
if (!Number.isInteger(rounds) || rounds < 1) throw new Error('Give the number of rounds as a whole number.');
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

const isEveryRoundWhole = product.every(
  ({ inFlight, afterCrash, afterRetries }) => inFlight >= 5 && isWhole(afterCrash) && isWhole(afterRetries),
);
const isDoubleCaught = double.some(({ afterCrash }) => afterCrash.lost + afterCrash.altered > 0);
console.log(JSON.stringify({ rounds, ok: isEveryRoundWhole, 'acknowledging-early-is-caught': isDoubleCaught }));
process.exitCode = isEveryRoundWhole && isDoubleCaught ? 0 : 1;
