import { findingsOf, unitOf } from '@lerend/analysis';
import { areaOf, levelNames } from '@lerend/instrument';
import type { AreaCode } from '@lerend/instrument';
import { ownPlacingFindings } from '@lerend/planning';
import type { Placing, PlanFinding } from '@lerend/planning';
import type { Context } from '#lib/platform/context/index.ts';
import { findingSentence, wordsIn } from '#lib/report/index.ts';
import { findingsForPlan, latestResultFor, snapshotOf } from '#lib/features/result/server/index.ts';
import type { OwnPlacing } from '../contract.ts';
import { stepPlanMessages } from '../messages.ts';

/** What a plan can start from, each finding with the sentence that people read. */
export interface FindingsInWords {
  readonly findings: readonly PlanFinding[];
  readonly sentenceOf: (findingId: string) => string;
  /** What people said, for a step in this area that these findings led to: the heaviest about the area first, two at most. */
  readonly said: (findingIds: readonly string[], area: AreaCode) => string;
}

/** More than two sentences is a report; the ids keep the rest. */
const mostSaid = 2;

/**
 * A unit's findings and its own placing. A unit without figures that hasn't placed itself yet gets those of the
 * unit above it that has figures; their sentences name that unit.
 */
export async function findingsInWords(
  context: Context,
  unitId: string,
  placing: OwnPlacing = {},
): Promise<FindingsInWords> {
  const own = ownPlacingFindings(unitId, placing);
  const measured = await measuredFindings(context, unitId, own.length === 0);
  const sentences = new Map([
    ...measured.sentences,
    ...own.map((finding) => [finding.id, placingSentence(context, finding, placing)] as const),
  ]);
  const findings = [...measured.findings, ...own];
  const sentenceOf = (id: string): string => sentences.get(id) ?? '';
  return {
    findings,
    sentenceOf,
    said: (findingIds, area) => {
      const ledTo = findings.filter(({ id }) => findingIds.includes(id) && sentenceOf(id) !== '');
      const about = ledTo.filter((finding) => finding.area === area);
      return [...(about.length > 0 ? about : ledTo)]
        .sort((one, other) => other.figures.weight - one.figures.weight)
        .slice(0, mostSaid)
        .map(({ id }) => sentenceOf(id))
        .join(' ');
    },
  };
}

async function measuredFindings(context: Context, unitId: string, mayLookAbove: boolean) {
  const none = { findings: [] as readonly PlanFinding[], sentences: new Map<string, string>() };
  const scan = await latestResultFor(context, unitId);
  if (!scan) return none;
  const { snapshot, idIn } = await snapshotOf(context, scan.id);
  const unit = unitOf(snapshot, idIn(unitId) ?? '');
  const shown = unit?.figuresFrom ? unitOf(snapshot, unit.figuresFrom) : undefined;
  if (!unit || !shown || (shown !== unit && !mayLookAbove)) return none;
  const words = wordsIn(context.language);
  return {
    findings: await findingsForPlan(context, shown.sourceUnitId),
    sentences: new Map(
      findingsOf(snapshot, shown.id).map((finding) => [finding.id, findingSentence(finding, snapshot, words)]),
    ),
  };
}

function placingSentence({ language }: Context, { area }: PlanFinding, placing: Placing): string {
  const level = area && placing[area];
  if (!area || !level) return '';
  return stepPlanMessages(language)('said-own-placing', {
    area: areaOf(area).shortName[language],
    level: levelNames[level].name[language],
    meaning: levelNames[level].meaning[language],
  });
}
