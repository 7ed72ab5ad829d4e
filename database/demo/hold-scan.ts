import { encodeBallotText } from '@lerend/ballot';
import { encodeOpenBallotText } from '#lib/features/answering/contract.ts';
import { answerByDevice, respondentScan } from '#lib/features/answering/server/index.ts';
import { invitationCodes, inviteEveryone } from '#lib/features/invitation/server/index.ts';
import { organisationTree } from '#lib/features/organisation/server/index.ts';
import { finishScan } from '#lib/features/result/server/index.ts';
import { headFields } from '#lib/features/scan/contract.ts';
import type { PublicScan } from '#lib/features/scan/contract.ts';
import {
  openScan,
  prepareScan,
  recordConsent,
  recordPromise,
  scanSetup,
  scanUnits,
} from '#lib/features/scan/server/index.ts';
import { releaseWords } from '#lib/features/words/server/index.ts';
import { answersOf } from './answers.ts';
import { cast } from './cast.ts';
import type { ExampleWorld } from './example-world.ts';
import { knownHeads, profileAsked, profileOf } from './profile.ts';
import { doneAt } from './stage.ts';
import { shareAnswering } from './story.ts';
import { words } from './words.ts';

export interface ScanPlan {
  readonly year: 1 | 2;
  readonly title: string;
  readonly introduction: string;
  readonly hoursPerTeam: number;
  readonly eurosPerTeam: number;
  /** Days from today. */
  readonly preparedOn: number;
  readonly opensOn: number;
  readonly closesOn: number;
  readonly resultOn: number;
  readonly reminderOn: readonly number[];
}

/** A whole peiling, from the draft to the result, by those who do each part of it. */
export async function holdScan(world: ExampleWorld, plan: ScanPlan): Promise<void> {
  const [first, answers, result] =
    plan.year === 1
      ? (['first-scan', 'first-answers', 'first-result'] as const)
      : (['second-scan', 'second-answers', 'second-result'] as const);
  world.onProgress(first, doneAt(first, 0));
  const scanId = await prepare(world, plan);
  world.onProgress(answers, doneAt(answers, 0));
  await answerAll(world, plan, scanId, (part) => world.onProgress(answers, doneAt(answers, part)));
  world.onProgress(result, doneAt(result, 0));
  world.goTo(plan.closesOn + 3);
  await finishScan(await world.as(cast.coordinator.email), { scanId });
  world.goTo(plan.closesOn + 5);
  await releaseWords(await world.as(cast['works-council'].email), { scanId });
}

async function prepare(world: ExampleWorld, plan: ScanPlan): Promise<string> {
  world.goTo(plan.preparedOn);
  const coordinator = await world.as(cast.coordinator.email);
  const units = (await organisationTree(coordinator)).map(({ name, headCount, people }) => ({
    name,
    people: Math.max(headCount ?? 0, people),
  }));
  const { scanId } = await prepareScan(coordinator, {
    title: plan.title,
    form: 'full',
    languages: ['nl', 'en'],
    opensOn: world.day(plan.opensOn),
    closesOn: world.day(plan.closesOn),
    reminderOn: plan.reminderOn.map(world.day),
    minimumGroupSize: 5,
    introduction: plan.introduction,
    ...(plan.year === 2 ? { profileQuestions: profileAsked, profileHeads: headFields(knownHeads(units)) } : {}),
    contactName: cast.coordinator.name,
    contactEmail: cast.coordinator.email,
  });
  world.goTo(plan.preparedOn + 2);
  const { hoursPerTeam, eurosPerTeam } = plan;
  await recordPromise(await world.as(cast.director.email), {
    scanId,
    resultOn: world.day(plan.resultOn),
    hoursPerTeam,
    eurosPerTeam,
  });
  world.goTo(plan.preparedOn + 6);
  await recordConsent(await world.as(cast['works-council'].email), { scanId, decision: 'consent' });
  world.goTo(plan.opensOn);
  await openScan(coordinator, { scanId, serverKeepsKey: 'yes' });
  await inviteEveryone(coordinator, { scanId });
  return scanId;
}

/** Requests at once, as from a few people who answer at the same time. */
const atOnce = 6;

/** Everyone who answers does so with a code, in the requests that a respondent's device makes. */
async function answerAll(
  world: ExampleWorld,
  plan: ScanPlan,
  scanId: string,
  onPart: (part: number) => void,
): Promise<void> {
  world.goTo(plan.opensOn + 3);
  const coordinator = await world.as(cast.coordinator.email);
  const [setup, units, codes] = await Promise.all([
    scanSetup(coordinator.database, scanId),
    scanUnits(coordinator.database, scanId),
    invitationCodes(coordinator, scanId),
  ]);
  const scan = await respondentScan(world.platform, setup?.code ?? '', 'nl');
  const codesIn = Map.groupBy(codes, ({ scanUnitId }) => scanUnitId);
  const waiting = units.flatMap(({ id, name }) => {
    const invited = codesIn.get(id) ?? [];
    const answering = Math.round(invited.length * shareAnswering(name, plan.year));
    return invited.slice(0, answering).map(({ code }, place) => ({ code, unit: name, place }));
  });
  const said = sentencesFor(plan.year);
  const all = waiting.length;
  const work = async (): Promise<void> => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      await answer(world, scan, { ...next, year: plan.year, said: said.pop() });
      if (waiting.length % 25 === 0) onPart(1 - waiting.length / all);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}

interface Respondent {
  readonly code: string;
  readonly unit: string;
  readonly place: number;
  readonly year: 1 | 2;
  readonly said: Readonly<Record<string, string>> | undefined;
}

async function answer(
  { platform }: ExampleWorld,
  scan: PublicScan,
  { code, unit, place, year, said }: Respondent,
): Promise<void> {
  const filled = answersOf(unit, place, year);
  const answers = year === 2 ? { ...filled.answers, ...profileOf(unit, place) } : filled.answers;
  const payload = encodeBallotText({ ...filled, answers, form: scan.form, instrumentVersion: scan.instrumentVersion });
  const openPayload = said ? encodeOpenBallotText({ answers: said }) : null;
  await answerByDevice(platform, scan, { code, payload, openPayload }, filled.language);
}

/** One open ballot per line of words, so that each sentence stands there once. */
function sentencesFor(year: 1 | 2): Readonly<Record<string, string>>[] {
  const questions = Object.entries(words[year]);
  const most = Math.max(...questions.map(([, sentences]) => sentences.length));
  return Array.from({ length: most }, (_, line) =>
    Object.fromEntries(questions.flatMap(([id, sentences]) => (sentences[line] ? [[id, sentences[line]]] : []))),
  );
}
