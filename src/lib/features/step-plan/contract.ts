import type { AreaCode, Level } from '@lerend/instrument';
import type { Language } from '#lib/platform/language/index.ts';

export type StepState = 'waiting' | 'active' | 'done' | 'stopped';
/** Who can be asked when a step is stuck. */
export type Helper = 'coordinator' | 'director' | 'adviser';
export const helpers = ['coordinator', 'director', 'adviser'] as const satisfies readonly Helper[];
/** Did it help? `not-noticed`: no detectable difference, said as honestly as the others. */
export type Helped = 'yes' | 'somewhat' | 'no' | 'not-noticed';
export const helpedAnswers = ['yes', 'somewhat', 'no', 'not-noticed'] as const satisfies readonly Helped[];

/** One step in a row of others. Days are ISO days. */
export interface StepInList {
  readonly id: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly title: string;
  readonly area: AreaCode;
  readonly areaName: string;
  readonly state: StepState;
  readonly ownerName: string;
  readonly dueOn: string;
  /** Active, and the day has passed. */
  readonly isOverdue: boolean;
  readonly actionsDone: number;
  readonly actionsTotal: number;
  /** Reported stuck, and nobody has decided yet. */
  readonly isStuck: boolean;
  readonly hours: number;
  readonly euros: number;
  readonly nextLookBackOn: string | null;
  readonly endedOn: string | null;
  readonly helped: Helped | null;
}

export interface StepAction {
  readonly id: string;
  readonly text: string;
  readonly doneOn: string | null;
}

/** That a step got stuck, who was asked, and what came of it. */
export interface Stuck {
  readonly reason: string;
  readonly for: Helper;
  readonly since: string;
  readonly decision: string | null;
  readonly decidedBy: string | null;
  readonly decidedOn: string | null;
}

/** What the library knows about a step's practice, in the reader's language. */
export interface PracticeInStep {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly noticing: string;
  readonly shifts: string;
  readonly distance: string;
  readonly goesWrong: readonly { readonly what: string; readonly then: string }[];
  readonly source: SourceInWords;
}

/** A source with its grade; `citation` is null for experience. */
export interface SourceInWords {
  readonly grade: 'A' | 'B' | 'C' | 'D';
  readonly citation: string | null;
  readonly doi: string | null;
  readonly says: string;
}

/** One step whole, with what its reader may do with it. */
export interface Step extends StepInList {
  readonly said: string;
  readonly because: string;
  readonly measure: string;
  readonly startsOn: string | null;
  readonly actions: readonly StepAction[];
  readonly practice: PracticeInStep | null;
  readonly stuck: Stuck | null;
  readonly lookBack: string | null;
  readonly lookedBackOn: string | null;
  readonly stopReason: string | null;
  readonly conversationId: string | null;
  readonly may: { readonly lead: boolean; readonly decide: boolean };
}

/** What was granted to this unit for learning, and what its steps take of it; null where nothing was granted yet. */
export interface Budget {
  readonly scanTitle: string;
  readonly promisedBy: string;
  readonly granted: { readonly hours: number; readonly euros: number };
  readonly used: { readonly hours: number; readonly euros: number };
  /** Below zero when it is over. */
  readonly left: { readonly hours: number; readonly euros: number };
}

export interface UnitPlan {
  readonly unitId: string;
  readonly unitName: string;
  readonly active: Step | null;
  readonly waiting: readonly StepInList[];
  readonly done: readonly StepInList[];
  readonly stopped: readonly StepInList[];
  readonly budget: Budget | null;
  readonly mayLead: boolean;
  readonly mostWaiting: number;
}

/** One of the three proposals, ready to read. */
export interface ProposedStep {
  readonly practiceId: string;
  readonly area: AreaCode;
  readonly areaName: string;
  readonly title: string;
  readonly summary: string;
  readonly said: string;
  readonly because: string;
  readonly ruleId: string | null;
  readonly findingIds: readonly string[];
  readonly hours: number;
  readonly euros: { readonly low: number; readonly high: number };
  readonly fit: { readonly hours: 'fits' | 'over' | 'unknown'; readonly euros: 'fits' | 'over' | 'unknown' };
  readonly teamSize: 'fits' | 'too-few-people' | 'too-many-people';
  readonly grade: 'A' | 'B' | 'C' | 'D';
  /** Null until five teams have looked back on it. */
  readonly expectedGain: {
    readonly points: number;
    readonly low: number;
    readonly high: number;
    readonly teams: number;
  } | null;
}

/** Where a team placed itself, for proposals without (or beside) figures. */
export type OwnPlacing = Readonly<Partial<Record<AreaCode, Level>>>;

/** What a form for a new step begins with. */
export interface StepDraft {
  readonly unitId: string;
  readonly unitName: string;
  readonly practiceId: string | null;
  readonly area: AreaCode | null;
  readonly title: string;
  readonly said: string;
  readonly because: string;
  readonly actions: readonly string[];
  readonly measure: string;
  readonly hours: number | null;
  readonly euros: number | null;
  readonly dueOn: string;
  readonly budget: Budget | null;
  readonly hasActive: boolean;
}

/** What `addStep` and `changeStep` read, as a form sends it; numbers and days as text. */
export interface StepFields {
  readonly unitId: string;
  readonly area: string;
  readonly practiceId?: string;
  readonly title: string;
  /** Left out by `addStep`: the proposal's own reason. */
  readonly because?: string;
  /** One action a line; left out by `addStep`: the practice's own. */
  readonly actions?: string;
  readonly ownerName: string;
  readonly dueOn: string;
  readonly hours?: string;
  readonly euros?: string;
  readonly measure?: string;
  readonly nextLookBackOn?: string;
  /** `now` asks to start at once; without it a step starts by itself only when nothing else is active. */
  readonly start?: 'now' | 'later';
}

/** A step that waits for somebody's decision. */
export interface WaitingDecision {
  readonly step: StepInList;
  readonly reason: string;
  readonly for: Helper;
  readonly since: string;
  readonly mayDecide: boolean;
}

/** One unit in the overview of all plans. */
export interface UnitInOverview {
  readonly unitId: string;
  readonly parentId: string | null;
  readonly unitName: string;
  readonly depth: number;
  readonly active: StepInList | null;
  readonly waiting: number;
  readonly done: number;
  readonly used: { readonly hours: number; readonly euros: number };
}

export interface PlanOverview {
  readonly units: readonly UnitInOverview[];
  readonly decisions: readonly WaitingDecision[];
  readonly granted: { readonly hours: number; readonly euros: number } | null;
  readonly inMotion: number;
  readonly stuck: number;
  readonly done: number;
}

/** A step as it is told afterwards: what was said, what came of it. */
export type ToldStep = StepInList & Pick<Step, 'said' | 'because' | 'lookBack' | 'stopReason'>;

/** Who gets mail about a unit's plan: an address and the language it is read in. */
export interface PlanReader {
  readonly accountId: string;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
}

/** What Vandaag asks of this reader. */
export interface StepsForToday {
  /** Active steps of the units that the reader leads, else of those they work in. */
  readonly active: readonly StepInList[];
  /** Among them, the day of looking back has come. */
  readonly lookBacksDue: readonly StepInList[];
  readonly decisions: readonly WaitingDecision[];
  /** Units that the reader leads themselves and that have no step yet. */
  readonly unitsWithoutStep: readonly { readonly unitId: string; readonly unitName: string }[];
}
