import type { ComparedChange } from '@lerend/analysis';
import type { AreaCell, ItemCell, Published } from '@lerend/disclosure';
import type { AreaCode, FormName, LevelCuts } from '@lerend/instrument';

/*
 * The uitslag as a page shows it. A unit is always named by the organisation's own unit id, the same from one peiling
 * to the next. A figure is a `Published<…>`, or null whatever the reason.
 */

export interface UnitName {
  readonly id: string;
  readonly name: string;
}

/** The peiling of which this is the result. */
export interface ResultScan {
  readonly id: string;
  readonly title: string;
  readonly form: FormName;
  readonly closesOn: string;
  /** The day that was promised; null when the promise is gone. */
  readonly resultOn: string | null;
  /** Everyone may read it: published by hand, or the promised day has come. */
  readonly isPublished: boolean;
  readonly minimumGroupSize: number;
}

export interface ResultInList extends ResultScan {
  /** The strongest finding about the whole organisation, as a sentence. */
  readonly heading: string;
  readonly hasFigures: boolean;
  readonly respondents: Published<number> | null;
  readonly invited: number;
}

/** A peiling that was closed and not counted yet, or that is still open: for who may finish it. */
export interface UnfinishedScan {
  readonly id: string;
  readonly title: string;
  readonly closesOn: string;
}

export interface ResultList {
  /** Results that the audit holds back; for the coordinator and the works council. */
  readonly heldBack: readonly { readonly id: string; readonly title: string }[];
  /** The last one first. */
  readonly results: readonly ResultInList[];
  /** The last result for who has five minutes; null when there is none that may be read. */
  readonly latest: LatestResult | null;
  /** Closed and not counted yet: only for who may count them. */
  readonly toFinish: readonly UnfinishedScan[];
}

export interface LatestResult {
  readonly scan: ResultInList;
  /** The units that this reader leads or works in, each with its own heading; empty for who only reads the whole. */
  readonly own: readonly (UnitName & { readonly heading: string })[];
  readonly sentences: readonly string[];
  /** Units that stand away from the unit above by more than noise, most areas first; empty for who sees a part only. */
  readonly unitsApart: readonly UnitApart[];
  readonly withFigures: number;
  readonly units: number;
}

export interface UnitApart extends UnitName {
  /** Short names of areas. */
  readonly higher: readonly string[];
  readonly lower: readonly string[];
}

export type ResultChange =
  | { readonly kind: 'compared'; readonly change: ComparedChange }
  | { readonly kind: 'not-comparable'; readonly sentence: string };

export interface ResultArea {
  readonly id: AreaCode;
  /** Short: "Vertrouwen". */
  readonly name: string;
  readonly isDiscipline: boolean;
  readonly cell: Published<AreaCell> | null;
  /** "gewoon", "tussen begonnen en gewoon"; null without a figure. */
  readonly level: string | null;
  /** "15 van de 20 punten: gewoon of hoger"; null without a figure. */
  readonly chance: string | null;
  /** Where the levels begin on this area, for the marks on a gauge. */
  readonly cuts: LevelCuts;
  /** What must be said beside the mean, a sentence each: that people are divided, that response is low, … */
  readonly notes: readonly string[];
  /** Which of those belong to this area alone, in a word: "verdeeld". */
  readonly shortNotes: readonly string[];
  /** null in a first peiling. */
  readonly change: ResultChange | null;
}

export interface ResultItem {
  readonly id: string;
  readonly areaId: AreaCode;
  readonly areaName: string;
  readonly text: string;
  readonly cell: Published<ItemCell>;
}

export interface FigureLine {
  readonly term: string;
  readonly text: string;
}

/** Something that stands out, as a sentence with the figures behind it. */
export interface ResultFinding {
  /** The ids in the snapshot, for tracing a step back; more than one when three or more alike are told together. */
  readonly ids: readonly string[];
  readonly sentence: string;
  readonly areaId: AreaCode | null;
  readonly figures: readonly FigureLine[];
}

/** own: this unit's figures · above: those of the nearest unit above that has any · none: nobody has. */
export type FiguresFrom =
  { readonly kind: 'own' } | { readonly kind: 'above'; readonly unit: UnitName } | { readonly kind: 'none' };

/** The page of one unit (or of the whole organisation: the top unit). */
export interface UnitResultPage {
  readonly scan: ResultScan;
  readonly unit: UnitName;
  readonly isWhole: boolean;
  /** The units above, from the top down. */
  readonly path: readonly UnitName[];
  /** The units directly below that this reader may see. */
  readonly below: readonly (UnitName & {
    readonly hasFigures: boolean;
    /** With which unit it is counted as a whole; null for most. */
    readonly countedWith: string | null;
  })[];
  readonly heading: string;
  /** Of a unit without own figures: with which unit its people are counted, in a sentence; null for most. */
  readonly counted: string | null;
  readonly figuresFrom: FiguresFrom;
  /** Eleven, in the order of the form; of `figuresFrom`. */
  readonly areas: readonly ResultArea[];
  readonly findings: readonly ResultFinding[];
  /** Findings about "weet ik niet". */
  readonly dontKnow: readonly ResultFinding[];
  readonly strongestItems: readonly ResultItem[];
  readonly weakestItems: readonly ResultItem[];
  /** How sure this is and what it doesn't say, one sentence each. */
  readonly certainty: readonly string[];
  /** In one line above the areas: how many answered, and how wide the margins are; null without own figures. */
  readonly basis: string | null;
  /** The title of the peiling that this one is compared with; null in a first peiling. */
  readonly comparedWith: string | null;
  /** Of the whole organisation: profile questions were asked, so there is a page about groups. */
  readonly hasProfile: boolean;
  /** That its levels were drawn elsewhere, as a sentence; null when they were not. */
  readonly otherLevelsBefore: string | null;
}

/** One area of one unit. */
export interface AreaResultPage {
  readonly scan: ResultScan;
  readonly unit: UnitName;
  readonly path: readonly UnitName[];
  readonly heading: string;
  readonly figuresFrom: FiguresFrom;
  readonly area: ResultArea;
  readonly title: string;
  readonly definition: string;
  /** What the people who work here now say, and whether it would be so with others; empty without an own figure. */
  readonly twoAnswers: readonly FigureLine[];
  /** What changed here since last time, or why that can't be said; null in a first peiling and without an own figure. */
  readonly changeSentence: string | null;
  /** The nearest unit above with a figure on this area, to hold it against. */
  readonly above: { readonly name: string; readonly cell: Published<AreaCell> } | null;
  readonly levels: readonly {
    readonly name: string;
    readonly meaning: string;
    readonly description: string;
    readonly isHere: boolean;
  }[];
  readonly findings: readonly ResultFinding[];
  readonly items: readonly AreaItem[];
  readonly practices: readonly { readonly id: string; readonly name: string; readonly summary: string }[];
  readonly others: readonly { readonly id: AreaCode; readonly name: string }[];
}

export interface AreaItem {
  readonly id: string;
  readonly text: string;
  readonly cell: Published<ItemCell> | null;
  /** That more, or fewer, people say often or always than in the unit above, in a sentence; null where it may be noise. */
  readonly mark: string | null;
}

/** Units side by side on the eleven areas. */
export interface SideBySidePage {
  readonly scan: ResultScan;
  readonly heading: string;
  readonly areas: readonly { readonly id: AreaCode; readonly name: string }[];
  readonly units: readonly UnitStrip[];
  /** The unit looked at, with what is said about it; null when none is. */
  readonly focus: (UnitName & { readonly sentences: readonly string[] }) | null;
}

export interface UnitStrip extends UnitName {
  readonly depth: number;
  readonly people: number;
  /** One per area. */
  readonly parcels: readonly {
    readonly cell: Published<AreaCell> | null;
    readonly standsOutBy: Published<number> | null;
  }[];
}

/** How far the count of a peiling is: waiting for its day or its key, being counted, or done. */
export interface CountingProgress {
  readonly state: 'waiting' | 'counting' | 'done';
  readonly done: number;
  readonly total: number;
}

/** What the audit of a result found, without saying where. */
export interface AuditInShort {
  readonly auditedAt: string;
  readonly isHeldBack: boolean;
  readonly heading: string;
  readonly facts: readonly FigureLine[];
}

/** The same with the places; for the coordinator and the works council. */
export interface DisclosureReportPage extends AuditInShort {
  readonly organisation: string;
  readonly scan: Pick<ResultScan, 'id' | 'title' | 'closesOn'>;
  readonly mayCountAgain: boolean;
  readonly minimumGroupSize: number;
  /** What no audit of figures finds. */
  readonly notSeen: readonly string[];
  /** What is enclosed most closely, the closest first. */
  readonly closest: readonly {
    readonly unit: string;
    readonly about: string;
    readonly who: string;
    readonly steps: string;
    readonly isEnclosed: boolean;
  }[];
}
