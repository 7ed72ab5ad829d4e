import type { AreaCode, Level } from '@lerend/instrument';
import { areaCodes } from '@lerend/instrument';
import { hoursOf, practiceOf } from '@lerend/planning';
import {
  agreeOn,
  chooseOne,
  enterAfterwards,
  placeAreas,
  planConversation,
  revealResult,
  startConversation,
  writeWhy,
} from '#lib/features/conversation/server/index.ts';
import { addNotDone } from '#lib/features/said-and-done/server/index.ts';
import {
  addStep,
  decideStuck,
  finishStep,
  reportStuck,
  stepDetail,
  stopStep,
  tickAction,
} from '#lib/features/step-plan/server/index.ts';
import { cast } from './cast.ts';
import { chanceFor } from './chance.ts';
import type { ExampleWorld } from './example-world.ts';
import type { AgreedStep, NotDone, Stuck, WaitingStep } from './plan-entries.ts';
import { rosterOf } from './roster.ts';

const everyone = { 1: rosterOf(1), 2: rosterOf(2) } as const;

const leadOf = (unit: string) => {
  const lead = everyone[1].leads.find((one) => one.unit === unit);
  if (!lead) throw new Error(`Nobody leads ${unit} in the example.`);
  return lead;
};

/** People of this unit itself at the end, without those below it. */
const peopleOf = (unit: string): readonly string[] =>
  everyone[2].people.filter(({ unitPath }) => unitPath.split(' > ').at(-1) === unit).map(({ name }) => name);

/** A conversation that was held on paper and entered the day after. */
export async function enterConversation(world: ExampleWorld, step: AgreedStep): Promise<string> {
  world.goTo(step.heldOn + 1);
  const lead = await world.as(leadOf(step.unit).email);
  const { stepId } = await enterAfterwards(lead, {
    unitId: world.unitId(step.unit),
    heldOn: world.day(step.heldOn),
    why: step.why,
    choice: `${step.practice}/${step.area}`,
    ...placingFields(step),
    ...agreement(world, step),
  });
  return stepId;
}

/** A conversation that was led from the screen, part by part. */
export async function holdConversation(world: ExampleWorld, step: AgreedStep): Promise<string> {
  world.goTo(step.heldOn);
  const lead = await world.as(leadOf(step.unit).email);
  const { conversationId } = await startConversation(lead, { unitId: world.unitId(step.unit) });
  await placeAreas(lead, { conversationId, ...placingFields(step) });
  await revealResult(lead, { conversationId });
  await writeWhy(lead, { conversationId, why: step.why });
  await chooseOne(lead, { conversationId, choice: `${step.practice}/${step.area}` });
  const { stepId } = await agreeOn(lead, { conversationId, ...agreement(world, step) });
  return stepId;
}

function agreement(
  world: ExampleWorld,
  { unit, practice, ownerAt, dueOn, lookBackOn, euros = 0 }: AgreedStep,
): Record<string, string> {
  const people = peopleOf(unit);
  return {
    ownerName: (ownerAt === undefined ? undefined : people[ownerAt]) ?? leadOf(unit).name,
    dueOn: world.day(dueOn),
    nextLookBackOn: world.day(lookBackOn),
    measure: '',
    hours: hoursFor(practice, people.length),
    euros: String(euros),
    present: String(Math.max(3, Math.round(people.length * 0.8))),
  };
}

/** In half hours, as one would write them down. */
function hoursFor(practiceId: string, people: number): string {
  const practice = practiceOf(practiceId);
  if (!practice) throw new Error(`The library has no practice called ${practiceId}.`);
  return String(Math.round(hoursOf(practice, people) * 2) / 2);
}

/** Where a team places itself before it has seen its result; lowest on what it will choose. */
function placingFields({ unit, area: chosen }: AgreedStep): Record<string, string> {
  return Object.fromEntries(
    areaCodes.map((area) => [`place-${area}`, area === chosen ? 'sometimes' : ownLevel(unit, area)]),
  );
}

function ownLevel(unit: string, area: AreaCode): Level {
  const share = chanceFor('placing', unit, area).share();
  if (area === 'systems-thinking') return share < 0.7 ? 'sometimes' : 'begun';
  if (share < 0.2) return 'sometimes';
  return share < 0.65 ? 'begun' : 'usual';
}

/** What became of a step since: stuck perhaps, actions ticked off one by one, and how it ended. */
export async function playStep(world: ExampleWorld, step: AgreedStep, stepId: string): Promise<void> {
  const lead = await world.as(leadOf(step.unit).email);
  if (step.stuck) await playStuck(world, step, step.stuck, stepId);
  const { actions } = await stepDetail(lead, stepId);
  const until = step.end?.on ?? -1;
  for (const [position, { id }] of actions.slice(0, step.ticked).entries()) {
    const days = Math.floor(((until - step.heldOn - 2) * (position + 1)) / (step.ticked + 1));
    world.goTo(step.heldOn + 1 + days);
    await tickAction(lead, { stepId, actionId: id, done: 'yes' });
  }
  if (!step.end) return;
  world.goTo(step.end.on);
  if ('helped' in step.end) await finishStep(lead, { stepId, helped: step.end.helped, lookBack: step.end.lookBack });
  else await stopStep(lead, { stepId, reason: step.end.reason });
}

async function playStuck(world: ExampleWorld, { unit }: AgreedStep, stuck: Stuck, stepId: string): Promise<void> {
  world.goTo(stuck.on);
  await reportStuck(await world.as(leadOf(unit).email), { stepId, reason: stuck.reason, for: stuck.for });
  if (!stuck.decided) return;
  world.goTo(stuck.decided.on);
  await decideStuck(await world.as(cast[stuck.for].email), { stepId, decision: stuck.decided.decision });
}

export async function addWaiting(
  world: ExampleWorld,
  { unit, addedOn, practice, area, dueOn }: WaitingStep,
): Promise<void> {
  world.goTo(addedOn);
  const lead = leadOf(unit);
  await addStep(await world.as(lead.email), {
    unitId: world.unitId(unit),
    practiceId: practice,
    area,
    title: practiceOf(practice)?.title.nl ?? '',
    ownerName: lead.name,
    dueOn: world.day(dueOn),
    hours: hoursFor(practice, peopleOf(unit).length),
    start: 'later',
  });
}

export async function sayNot(world: ExampleWorld, { unit, on, said, because }: NotDone): Promise<void> {
  world.goTo(on);
  await addNotDone(await world.as(leadOf(unit).email), { unitId: world.unitId(unit), said, because });
}

export async function planAhead(world: ExampleWorld, unit: string, inDays: number): Promise<void> {
  world.goTo(-8);
  await planConversation(await world.as(leadOf(unit).email), {
    unitId: world.unitId(unit),
    plannedOn: world.day(inDays),
  });
}
