import { difference } from './comparison.ts';
import { comparisons } from './comparisons/index.ts';

/** Prints, per statistic, the largest absolute difference from R and where it is: the table in METHOD.md. */
const largest = new Map<string, { count: number; difference: number; where: string }>();
for (const compare of Object.values(comparisons)) {
  for (const comparison of await compare()) {
    const found = difference(comparison);
    const known = largest.get(comparison.statistic) ?? { count: 0, difference: -1, where: '' };
    known.count += 1;
    if (found > known.difference) {
      known.difference = found;
      known.where = `${comparison.fixture}: ${comparison.what}`;
    }
    largest.set(comparison.statistic, known);
  }
}
process.stdout.write('| statistic | figures compared | largest difference | where |\n| --- | ---: | ---: | --- |\n');
for (const [statistic, { count, difference: most, where }] of largest) {
  process.stdout.write(`| ${statistic} | ${count} | ${most.toExponential(1)} | ${where} |\n`);
}
