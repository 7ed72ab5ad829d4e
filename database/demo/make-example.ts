import type { Platform } from '#lib/platform/context/index.ts';
import { openExampleWorld } from './example-world.ts';
import { holdScan } from './hold-scan.ts';
import { countHiredStaff, giveAccess, importPeople } from './settle.ts';
import { doneAt } from './stage.ts';
import type { OnProgress } from './stage.ts';

/**
 * Makes the example organisation: everything goes through the commands that the pages use, by whom they are meant for,
 * in the order and on the days on which it would have happened. What is there when this stops halfway isn't an
 * example yet: only at the very end it is written down that it was made.
 */
export async function makeExample(platform: Platform, onProgress: OnProgress): Promise<{ organisationId: string }> {
  onProgress('organisation', 0);
  const world = await openExampleWorld(platform, onProgress, 410);
  await importPeople(world, 1);
  await countHiredStaff(world, 1);
  await giveAccess(world);
  await holdScan(world, {
    year: 1,
    title: 'Eerste peiling',
    introduction: 'Na de storing van afgelopen zomer willen we weten hoe we van elkaar en van ons werk leren. Zeg het eerlijk: daar begint het mee.',
    hoursPerTeam: 40,
    eurosPerTeam: 600,
    preparedOn: -400,
    opensOn: -386,
    closesOn: -372,
    resultOn: -365,
    reminderOn: [-379, -374],
  });
  onProgress('people', doneAt('people', 0));
  world.goTo(-80);
  await importPeople(world, 2);
  await countHiredStaff(world, 2);
  await holdScan(world, {
    year: 2,
    title: 'Tweede peiling',
    introduction: 'Een jaar verder. Vertel ons wat er veranderd is en wat nog niet: van je antwoorden vorig jaar is in je team een stap gemaakt.',
    hoursPerTeam: 60,
    eurosPerTeam: 750,
    preparedOn: -68,
    opensOn: -54,
    closesOn: -38,
    resultOn: -31,
    reminderOn: [-47, -40],
  });
  return { organisationId: world.organisationId };
}
