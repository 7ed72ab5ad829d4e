import { addUnit, changeUnit, confirmImport, previewImport } from '#lib/features/organisation/server/index.ts';
import { cast } from './cast.ts';
import type { ExampleWorld } from './example-world.ts';
import { rosterFile, rosterOf } from './roster.ts';
import { departments } from './tree.ts';

/** The list of people as it was in a year; whoever isn't on the later list has left. */
export async function importPeople(world: ExampleWorld, year: 1 | 2): Promise<void> {
  const coordinator = await world.as(cast.coordinator.email);
  const file = { name: `medewerkers-${year === 1 ? 'start' : 'nu'}.csv`, bytes: rosterFile(rosterOf(year)) };
  const { draftId } = await previewImport(coordinator, file);
  await confirmImport(coordinator, { draftId, ...(year === 2 ? { isComplete: 'yes' } : {}) });
  await world.learnUnits();
}

/** Units of hired staff, known by their number only. */
export async function countHiredStaff(world: ExampleWorld, year: 1 | 2): Promise<void> {
  const coordinator = await world.as(cast.coordinator.email);
  for (const department of departments) {
    for (const { name, headCount, headCountLater } of department.counted ?? []) {
      if (year === 1)
        await addUnit(coordinator, { parentId: world.unitId(department.name), name, headCount: String(headCount) });
      else await changeUnit(coordinator, { unitId: world.unitId(name), name, headCount: String(headCountLater) });
    }
  }
  await world.learnUnits();
}

/** Who may do what: the people whose shoes a visitor can take, and everyone who leads a department or a team. */
export async function giveAccess(world: ExampleWorld): Promise<void> {
  for (const role of ['director', 'works-council', 'manager', 'member'] as const) await world.grant(cast[role]);
  await world.grant({ ...cast.adviser, until: world.day(adviserStaysDays) });
  for (const lead of rosterOf(1).leads) {
    if (lead.email !== cast.manager.email) await world.grant({ ...lead, role: 'manager' });
  }
}

const adviserStaysDays = 400;
