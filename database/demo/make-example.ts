import { addContactPerson } from '#lib/features/contact/server/index.ts';
import { mailAgenda } from '#lib/features/agenda/server/index.ts';
import type { Platform } from '#lib/platform/context/index.ts';
import { cast } from './cast.ts';
import { openExampleWorld } from './example-world.ts';
import type { ExampleWorld } from './example-world.ts';
import { firstYearNotDone, firstYearSteps } from './first-year.ts';
import { holdScan } from './hold-scan.ts';
import type { ScanPlan } from './hold-scan.ts';
import { addWaiting, enterConversation, holdConversation, planAhead, playStep, sayNot } from './play-plans.ts';
import { rosterOf } from './roster.ts';
import {
  heldOnScreen,
  plannedConversations,
  secondYearNotDone,
  secondYearSteps,
  secondYearWaiting,
} from './second-year.ts';
import { countHiredStaff, giveAccess, importPeople } from './settle.ts';
import { doneAt } from './stage.ts';
import type { ExampleStage, OnProgress } from './stage.ts';

const firstScan: ScanPlan = {
  year: 1,
  title: 'Eerste peiling',
  introduction:
    'Na de storing van deze zomer willen we weten hoe we van elkaar en van ons werk leren. Zeg het eerlijk: daar begint het mee.',
  hoursPerTeam: 80,
  eurosPerTeam: 600,
  preparedOn: -400,
  opensOn: -386,
  closesOn: -372,
  resultOn: -365,
  reminderOn: [-379, -374],
};

const secondScan: ScanPlan = {
  year: 2,
  title: 'Tweede peiling',
  introduction:
    'Een jaar verder. Vertel wat er veranderd is, en wat nog niet. Met je antwoorden van vorig jaar zette je team een stap.',
  hoursPerTeam: 100,
  eurosPerTeam: 750,
  preparedOn: -68,
  opensOn: -54,
  closesOn: -38,
  resultOn: -31,
  reminderOn: [-47, -40],
};

/**
 * Makes the example organisation: everything goes through the commands that the pages use, by whom they are meant for,
 * on the days on which it would have happened. What stands there when this stops halfway is no example yet.
 */
export async function makeExample(platform: Platform, onProgress: OnProgress): Promise<{ organisationId: string }> {
  onProgress('organisation', 0);
  const world = await openExampleWorld(platform, onProgress, 410);
  await importPeople(world, 1);
  await countHiredStaff(world, 1);
  await giveAccess(world);
  await nameContacts(world);
  await holdScan(world, firstScan);
  await eachOf(world, 'first-steps', firstYearSteps, async (step) =>
    playStep(world, step, await enterConversation(world, step)),
  );
  for (const line of firstYearNotDone) await sayNot(world, line);

  onProgress('people', doneAt('people', 0));
  world.goTo(-80);
  await importPeople(world, 2);
  await countHiredStaff(world, 2);
  await holdScan(world, secondScan);
  await eachOf(world, 'second-steps', secondYearSteps, async (step) =>
    playStep(world, step, await enterConversation(world, step)),
  );
  await playStep(world, heldOnScreen, await holdConversation(world, heldOnScreen));
  for (const step of secondYearWaiting) await addWaiting(world, step);
  for (const line of secondYearNotDone) await sayNot(world, line);
  for (const [unit, inDays] of Object.entries(plannedConversations)) await planAhead(world, unit, inDays);
  await mailAgendas(world);
  return { organisationId: world.organisationId };
}

async function eachOf<Entry>(
  world: ExampleWorld,
  stage: ExampleStage,
  entries: readonly Entry[],
  work: (entry: Entry) => Promise<void>,
): Promise<void> {
  for (const [at, entry] of entries.entries()) {
    world.onProgress(stage, doneAt(stage, at / entries.length));
    await work(entry);
  }
}

async function nameContacts(world: ExampleWorld): Promise<void> {
  const coordinator = await world.as(cast.coordinator.email);
  const expert = rosterOf(1).leads.find(({ unit }) => unit === 'Personeel en ontwikkeling');
  if (expert) {
    await addContactPerson(coordinator, {
      kind: 'internal-expert',
      name: expert.name,
      email: expert.email,
      about: 'Denkt mee over leren in je team, cursussen en wat je met het leerbudget kunt.',
    });
  }
  const { name, email } = cast.adviser;
  await addContactPerson(coordinator, {
    kind: 'adviser',
    name,
    email,
    about: 'Komt van buiten. Voor wat je liever eerst met een ander bespreekt.',
  });
}

/** Who leads a unit in which a step runs had the agenda of its next meeting mailed. */
async function mailAgendas(world: ExampleWorld): Promise<void> {
  world.goTo(-12);
  const { leads } = rosterOf(2);
  for (const { unit } of [heldOnScreen, ...secondYearSteps]) {
    const lead = leads.find((one) => one.unit === unit);
    if (lead) await mailAgenda(await world.as(lead.email), { unitId: world.unitId(unit) });
  }
}
