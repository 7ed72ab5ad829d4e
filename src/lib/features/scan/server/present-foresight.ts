import type { Foresight, FormChoice, FormForesight } from '@lerend/analysis';
import type { FormName } from '@lerend/instrument';
import type { ChanceInWords, ForeseenForm, ForeseenUnitLine, ScanForesight, ScanUnit } from '../contract.ts';
import { joinedGroups } from './joined-groups.ts';
import type { ScanRow } from './store.ts';

interface Foreseen {
  readonly scan: Pick<ScanRow, 'id' | 'title'>;
  readonly units: readonly ScanUnit[];
  readonly foresight: Foresight;
  readonly choice: FormChoice;
  readonly form: FormName;
  readonly response: { readonly low: number; readonly expected: number; readonly high: number };
  readonly last: { readonly title: string; readonly percent: number | null } | null;
}

export function presentForesight(foreseen: Foreseen): ScanForesight {
  const { scan, foresight, choice, form, response, last } = foreseen;
  const own = foresight.forms.find((one) => one.form === form);
  if (!own) throw new Error(`${form} was not foreseen`);
  const { source } = foresight.assumptions;
  return {
    scanId: scan.id,
    title: scan.title,
    form,
    question: choice.question,
    response: response.expected,
    lowResponse: Math.max(0, response.low),
    highResponse: Math.min(100, response.high),
    minimumGroupSize: foresight.minimumGroupSize,
    invited: foresight.invited,
    respondents: foresight.respondents,
    withFigure: {
      low: Math.round(own.withFigure.low),
      expected: Math.round(own.withFigure.expected),
      high: Math.round(own.withFigure.high),
    },
    unitCount: own.units.length,
    wholeFigure: chanceInWords(own.whole?.chanceOfFigure ?? 0),
    units: unitLines(foreseen.units, own),
    joined: joinedGroups(foreseen.units, foresight.minimumGroupSize),
    forms: foresight.forms.map(presentForm),
    choice: { form: choice.form, isEnough: choice.isEnough, dearest: choice.dearest },
    assumedFrom: source.kind === 'previous-peiling' && last ? { title: last.title, units: source.units } : null,
    lastResponse: last && last.percent !== null ? { title: last.title, percent: last.percent } : null,
  };
}

function presentForm(one: FormForesight): ForeseenForm {
  return {
    form: one.form,
    itemsPerPerson: one.itemsPerPerson,
    answers: one.answers,
    unitsWithFigure: Math.round(one.withFigure.expected),
    unitsWithItems: Math.round(one.withItems),
    whole: one.whole?.usual ?? null,
    usualUnit: one.usualUnit,
  };
}

/** In the order of the tree as people know it. */
function unitLines(units: readonly ScanUnit[], { units: foreseen, whole }: FormForesight): ForeseenUnitLine[] {
  const unitById = new Map(units.map((unit) => [unit.id, unit]));
  const foreseenById = new Map((whole ? [whole, ...foreseen] : foreseen).map((unit) => [unit.id, unit]));
  const isListed = new Set(foreseen.map(({ id }) => id));
  const depths = new Map<string, number>();
  const invited = invitedWithBelow(units);
  return units.flatMap(({ id, name, parentId, reportingGroupId }) => {
    depths.set(id, parentId === null ? 0 : (depths.get(parentId) ?? 0) + 1);
    const unit = foreseenById.get(id);
    if (!unit || !isListed.has(id)) return [];
    let above = unitById.get((unit.isJoined ? reportingGroupId : parentId) ?? '');
    while (above && (foreseenById.get(above.id)?.chanceOfFigure ?? 0) < likely)
      above = unitById.get(above.parentId ?? '');
    return [
      {
        name,
        depth: depths.get(id) ?? 0,
        invited: invited.get(id) ?? 0,
        figure: chanceInWords(unit.chanceOfFigure),
        items: chanceInWords(unit.chanceOfItems),
        usual: unit.usual,
        readsWith: above?.name ?? null,
        isJoined: unit.isJoined,
      },
    ];
  });
}

/** People asked in each unit and everything below it, wherever they are counted. */
function invitedWithBelow(units: readonly ScanUnit[]): ReadonlyMap<string, number> {
  const invited = new Map(units.map(({ id, headCount }) => [id, headCount]));
  for (const { id, parentId } of units.toReversed())
    if (parentId !== null) invited.set(parentId, (invited.get(parentId) ?? 0) + (invited.get(id) ?? 0));
  return invited;
}

const likely = 0.75;

/** Steps wide enough for a few dozen draws. */
function chanceInWords(chance: number): ChanceInWords {
  if (chance >= 0.95) return 'almost-sure';
  if (chance >= likely) return 'likely';
  if (chance >= 0.35) return 'maybe';
  return chance >= 0.05 ? 'unlikely' : 'almost-never';
}
