import type { UnitResult } from '@lerend/analysis';
import { dayOf } from '#lib/platform/clock/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { findingSentences, wordsIn } from '#lib/report/index.ts';
import type { LatestResult, ResultInList, ResultList } from '../contract.ts';
import { readableResults } from './load-result.ts';
import type { LoadedResult } from './load-result.ts';
import { mayFinishScan, mayReadAudit, maySeeEveryUnit } from './policy.ts';
import { nameOf } from './present-figures.ts';
import { headingOf } from './present-unit.ts';
import { resultStore } from './store.ts';
import { unitsApart } from './units-side-by-side.ts';

const mostSentences = 4;
const mostUnitsApart = 6;

/** All results that this reader may open, the last one first, with the last one told in five minutes. */
export async function publishedResults(context: Context): Promise<ResultList> {
  const loaded = await readableResults(context);
  const [last] = loaded;
  const closed = mayFinishScan(context.actor) ? await resultStore(context.database).closedScans() : [];
  const all = mayReadAudit(context.actor) ? await resultStore(context.database).results() : [];
  return {
    heldBack: all.filter(({ holdsBack }) => holdsBack).map(({ scanId, title }) => ({ id: scanId, title })),
    results: loaded.map((one) => inList(one, context)),
    latest: last ? inFiveMinutes(last, context) : null,
    toFinish: closed.map(({ id, title, closesOn }) => ({ id, title, closesOn })),
  };
}

/** The next day on which a result comes, for who has nothing to read yet; null when none is on its way. */
export async function nextResultOn(context: Context): Promise<string | null> {
  const today = dayOf(context.clock.now());
  const rows = await resultStore(context.database).promisedDays();
  return rows.map(({ resultOn }) => resultOn).find((day) => day > today) ?? null;
}

function inList({ scan, snapshot }: LoadedResult, { language }: Context): ResultInList {
  const whole = snapshot.units.find(({ depth }) => depth === 0);
  return {
    ...scan,
    heading: whole ? headingOf(whole, snapshot, language) : scan.title,
    hasFigures: whole !== undefined && whole.figuresFrom === whole.id,
    respondents: whole?.respondents ?? null,
    invited: whole?.invited ?? 0,
  };
}

function inFiveMinutes(loaded: LoadedResult, context: Context): LatestResult {
  const { snapshot } = loaded;
  const whole = snapshot.units.find(({ depth }) => depth === 0);
  const isEveryUnit = maySeeEveryUnit(context.actor);
  return {
    scan: inList(loaded, context),
    own: ownUnits(loaded, context).map((unit) => ({
      ...nameOf(unit),
      heading: headingOf(unit, snapshot, context.language),
    })),
    sentences:
      whole && whole.figuresFrom === whole.id
        ? findingSentences(snapshot, whole.id, wordsIn(context.language)).slice(0, mostSentences)
        : [],
    unitsApart: isEveryUnit ? unitsApart(snapshot.units, snapshot, context.language).slice(0, mostUnitsApart) : [],
    withFigures: snapshot.units.filter((unit) => unit.figuresFrom === unit.id).length,
    units: snapshot.units.length,
  };
}

/** The highest units that one leads, and the lowest ones that one works in. */
function ownUnits({ snapshot }: LoadedResult, { actor }: Context): UnitResult[] {
  const { units } = snapshot;
  const leads = (id: string | null) => units.some((unit) => unit.id === id && actor.leads.has(unit.sourceUnitId));
  const worksBelow = (id: string) =>
    units.some((unit) => unit.parentId === id && actor.belongsTo.has(unit.sourceUnitId));
  return units.filter(({ id, sourceUnitId, parentId, depth }) => {
    if (actor.leads.has(sourceUnitId)) return !leads(parentId);
    return depth > 0 && actor.belongsTo.has(sourceUnitId) && !worksBelow(id);
  });
}
