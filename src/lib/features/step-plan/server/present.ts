import { areaOf, isAreaCode } from '@lerend/instrument';
import type { AreaCode } from '@lerend/instrument';
import { practiceOf } from '@lerend/planning';
import type { Practice } from '@lerend/planning';
import { dayOf } from '#lib/platform/clock/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import type { Language } from '#lib/platform/language/index.ts';
import type { PracticeInStep, SourceInWords, Step, StepAction, StepInList, Stuck } from '../contract.ts';
import { mayDecide, mayLeadPlan } from './policy.ts';
import type { StepRow } from './store.ts';

const dayOrNull = (moment: Date | null): string | null => moment && dayOf(moment);

/** Steps keep an area's code as text; one that an older instrument had is shown under the first. */
const areaFrom = (code: string): AreaCode => (isAreaCode(code) ? code : 'shared-vision');

export function presentInList(row: StepRow, context: Pick<Context, 'clock' | 'language'>): StepInList {
  const area = areaFrom(row.area);
  return {
    id: row.id,
    unitId: row.unitId,
    unitName: row.unitName,
    title: row.title,
    area,
    areaName: areaOf(area).shortName[context.language],
    state: row.state,
    ownerName: row.ownerName,
    dueOn: row.dueOn,
    isOverdue: row.state === 'active' && row.dueOn < dayOf(context.clock.now()),
    actionsDone: row.actionsDone ?? 0,
    actionsTotal: row.actionsTotal ?? 0,
    isStuck: row.state === 'active' && row.stuckSince !== null && row.decidedAt === null,
    hours: row.hours,
    euros: row.euros,
    nextLookBackOn: row.nextLookBackOn,
    endedOn: dayOrNull(row.endedAt),
    helped: row.helped,
  };
}

export function presentStep(row: StepRow, actions: readonly StepAction[], context: Context): Step {
  const stuck = presentStuck(row);
  const practice = row.practiceId === null ? undefined : practiceOf(row.practiceId);
  return {
    ...presentInList(row, context),
    said: row.said,
    because: row.because,
    measure: row.measure,
    startsOn: row.startsOn,
    actions: actions.map(({ id, text, doneOn }) => ({ id, text, doneOn })),
    practice: practice ? presentPractice(practice, context.language) : null,
    stuck,
    lookBack: row.lookBack,
    lookedBackOn: row.lookedBackOn,
    stopReason: row.stopReason,
    conversationId: row.conversationId,
    may: {
      lead: mayLeadPlan(context.actor, row.unitId),
      decide:
        row.state === 'active' && stuck !== null && stuck.decision === null && mayDecide(context.actor, stuck.for),
    },
  };
}

function presentStuck(row: StepRow): Stuck | null {
  const { stuckReason, stuckFor, stuckSince } = row;
  if (stuckReason === null || stuckFor === null || stuckSince === null) return null;
  return {
    reason: stuckReason,
    for: stuckFor,
    since: dayOf(stuckSince),
    decision: row.decision,
    decidedBy: row.decidedBy,
    decidedOn: dayOrNull(row.decidedAt),
  };
}

function presentPractice(practice: Practice, language: Language): PracticeInStep {
  return {
    id: practice.id,
    title: practice.title[language],
    summary: practice.summary[language],
    noticing: practice.noticing[language],
    shifts: practice.shifts[language],
    distance: practice.distance[language],
    goesWrong: practice.goesWrong.map((one) => ({ what: one.what[language], then: one.then[language] })),
    source: presentSource(practice.source, language),
  };
}

function presentSource(source: Practice['source'], language: Language): SourceInWords {
  const says = source.says[language];
  if (source.kind === 'experience') return { grade: source.grade, citation: null, doi: null, says };
  const { authors, year, title, where, doi } = source;
  return { grade: source.grade, citation: `${authors} (${year}). ${title}. ${where}.`, doi: doi ?? null, says };
}
