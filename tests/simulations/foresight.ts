/*
 * Prints what was foreseen beside what came, for every form: `node tests/simulations/foresight.ts`.
 * The figures of METHOD.md come from here.
 */
import { formNames } from '@lerend/instrument';
import { literatureAssumptions } from '@lerend/analysis';
import { foreseenAndFound } from '../../packages/analysis/src/foresight/tests/foreseen-and-found.ts';
import { madeTree } from '../../packages/analysis/src/foresight/tests/made-organisation.ts';

const organisations = {
  '3 departments of 4 teams, 6–22': madeTree(3, [6, 9, 14, 22]),
  '6 departments of 6 teams, 5–40': madeTree(6, [5, 8, 12, 18, 27, 40]),
  '4 teams without more, 8–30': madeTree(1, [8, 12, 20, 30])
    .slice(1)
    .map((unit) => (unit.parentId === 'top' ? { ...unit, parentId: null } : unit)),
};
const peilingen = Number(process.argv[2] ?? 60);

process.stdout.write(
  '| organisation | form | response | units with a figure | with items | gap of a chance | now: class, same, within one | climate: class, same, within one | smallest change |\n',
);
process.stdout.write('| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n');
for (const [name, units] of Object.entries(organisations))
  for (const response of [0.4, 0.7])
    for (const form of formNames) {
      const result = foreseenAndFound({
        units,
        form,
        response,
        assumptions: literatureAssumptions,
        peilingen,
        seed: 7,
      });
      const { unitsWithFigure, unitsWithItems, largestChanceGap, now, climate, noise } = result;
      const match = (one: { foreseen: number; same: number; withinOne: number }) =>
        `${one.foreseen}, ${Math.round(100 * one.same)} %, ${Math.round(100 * one.withinOne)} %`;
      const pair = (one: { foreseen: number; found: number }) => `${one.foreseen.toFixed(1)} / ${one.found.toFixed(1)}`;
      process.stdout.write(
        `| ${name} | ${form} | ${response} | ${pair(unitsWithFigure)} | ${pair(unitsWithItems)} | ${largestChanceGap.toFixed(2)} | ${match(now)} | ${match(climate)} | ${noise.foreseenChange} / ${noise.foundChange} |\n`,
      );
    }
