import {
  decidePublication,
  derivePublished,
  effectiveMinimum,
  minimumOfSeveral,
  publicationRules,
  responseBand,
} from '@lerend/disclosure';
import type { PublicationDecision } from '@lerend/disclosure';
import { builtInCutScores } from '@lerend/instrument';
import { answerTable } from './answer-table.ts';
import { areaOfUnits } from './area-results.ts';
import type { AreaOfUnits } from './area-results.ts';
import { countedUnits } from './counted-units.ts';
import type { CountedUnits } from './counted-units.ts';
import { cutScoresOf } from './cut-scores-of.ts';
import { directHeads } from './heads.ts';
import { markUnits } from './mark-units.ts';
import type { UnmarkedUnit } from './mark-units.ts';
import { profileResults } from './profile-results.ts';
import { reportUnits } from './report-units.ts';
import { findFindings } from './find-findings.ts';
import { snapshotForm } from './snapshot-form.ts';
import type { SnapshotInput } from './snapshot-input.ts';
import { methodVersion } from './snapshot.ts';
import type { Snapshot } from './snapshot.ts';
import { highlights } from './unit-items.ts';
import { addUpwards, unitTree } from './unit-tree.ts';
import type { UnitTree } from './unit-tree.ts';
import { wholeDrivers } from './whole-drivers.ts';
import { wholeResult } from './whole-result.ts';

/**
 * Makes the result of a peiling out of its opened answers: everything that may be seen, and nothing that may not.
 *
 * Pure and deterministic: the same input gives the same document, whatever the order of the people within a unit.
 * The outcome is frozen and goes through JSON unchanged; keep it as it is, read it with `readSnapshot`.
 * A unit's figures are of the unit with everything below it; people who answered "one unit up" (managers) simply sit
 * in that unit, and people of a unit too small to be a group by itself in the one with which they are counted. No answers at all, or fewer than the minimum, is a result as well: units without figures.
 * Errors: a tree with a circle or a double unit, answers of an unknown unit, of another form, or out of range.
 */
export function makeSnapshot(input: SnapshotInput): Snapshot {
  const counted = countedUnits(input.units);
  const tree = unitTree(counted.units);
  const form = snapshotForm(input.form);
  const table = answerTable(tree, form, input.answers);
  const minimumGroupSize = effectiveMinimum(input.minimumGroupSize);
  const nodes = tree.units.map(({ id, parentId }) => ({ id, parentId }));
  const direct = new Map(tree.units.map(({ id }, unit) => [id, table.peopleIn[unit] ?? 0]));
  const unitDecision = decidePublication(nodes, direct, {
    minimum: minimumGroupSize,
    minimumOfSeveral: minimumOfSeveral(minimumGroupSize),
  });
  const heads = directHeads(tree, table);
  const publishing = { tree, nodes, form, table, heads, minimumGroupSize, unitDecision };
  const areas = form.areas.map((_, areaNumber) => areaOfUnits(publishing, input, areaNumber));
  const itemsPerPerson = form.drawnPerArea === null ? undefined : form.drawnPerArea * form.areas.length;
  const points = areas.map(({ areaId, figures }) => ({ areaId, points: figures.points }));
  const whole = {
    ...wholeResult(areas, table.people, input.quality?.speed, itemsPerPerson),
    drivers: wholeDrivers(form, table, table.ownUnits, points),
  };
  const cutScores = input.cutScores ?? builtInCutScores;
  const before = input.previous && cutScoresOf(input.previous.snapshot).version;
  const unmarked = unmarkedUnits(tree, areas, unitDecision, asWholes(input.units, counted));
  const marksOf = markUnits(unmarked, new Map(areas.map(({ areaId, figures }) => [areaId, figures.within])));
  const units = reportUnits(unmarked, marksOf, whole.distinctness);
  return frozen({
    methodVersion,
    rulesVersion: publicationRules.version,
    scanId: input.scanId,
    form: input.form,
    instrumentVersion: input.instrumentVersion,
    cutScores,
    ...(before === undefined || before === cutScores.version ? {} : { otherCutScoresBefore: before }),
    minimumGroupSize,
    areaIds: form.areas.map(({ areaId }) => areaId),
    units,
    whole,
    ...(input.profile ? profileResults({ table, areas, minimumGroupSize }, input.answers, input.profile) : {}),
    findings: findFindings(units, whole),
  });
}

type Wholes = ReturnType<typeof asWholes>;

/** Units that are counted elsewhere as a whole have no one counted here: of them one tells how many work there. */
function asWholes(units: SnapshotInput['units'], { countedWith }: CountedUnits) {
  const given = unitTree(units);
  const invited = addUpwards(
    given,
    Float64Array.from(given.units, (unit) => unit.invited),
  );
  const heads = addUpwards(
    given,
    Float64Array.from(given.units, (unit) => unit.headCount ?? Number.NaN),
  );
  return { countedWith, invited, heads };
}

function unmarkedUnits(
  tree: UnitTree,
  areas: readonly AreaOfUnits[],
  decision: PublicationDecision,
  wholes: Wholes,
): UnmarkedUnit[] {
  const invited = addUpwards(
    tree,
    Float64Array.from(tree.units, (unit) => unit.invited),
  );
  const headCounts = addUpwards(
    tree,
    Float64Array.from(tree.units, (unit) => unit.headCount ?? Number.NaN),
  );
  const figuresFrom: (string | null)[] = [];
  return tree.units.map(({ id, sourceUnitId, parentId, name }, index) => {
    const elsewhere = wholes.countedWith.get(id);
    const isWhole = elsewhere?.part === 'whole';
    const invitedHere = (isWhole ? wholes.invited : invited)[index] ?? 0;
    const headCount = (isWhole ? wholes.heads : headCounts)[index] ?? Number.NaN;
    const unitAreas = areas.map(({ results }) => results[index]).filter((result) => result !== undefined);
    const hasFigures = unitAreas.some((area) => area.cell !== null);
    const above = (isWhole ? tree.indexOf.get(elsewhere.groupId) : tree.parents[index]) ?? -1;
    figuresFrom[index] = hasFigures ? id : (figuresFrom[above] ?? null);
    const respondents = decision.publish(id, () => decision.count(id));
    const band =
      respondents === null ? undefined : derivePublished([respondents], (n: number) => responseBand(invitedHere, n));
    return {
      id,
      sourceUnitId,
      parentId,
      name,
      depth: tree.depths[index] ?? 0,
      ...(elsewhere ? { countedWith: elsewhere } : {}),
      invited: invitedHere,
      headCount: Number.isNaN(headCount) ? null : headCount,
      respondents,
      responseBand: band ?? null,
      figuresFrom: figuresFrom[index] ?? null,
      areas: unitAreas,
      ...highlights(unitAreas),
    };
  });
}

/** Freezes a document of plain objects and arrays all the way down. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}
