import { createHash } from 'node:crypto';
import { canonicalJson } from '@lerend/ballot';
import { forms, instrumentVersion, itemsOf, openQuestions, outcomeItems, profileQuestionsOf } from '@lerend/instrument';
import type { FormName } from '@lerend/instrument';
import type { ToFix } from '#lib/features/manifest/contract.ts';
import type { ScanUnit } from '../contract.ts';
import { keptHeads } from './profile-heads.ts';
import type { ScanRow } from './store.ts';

/** What a peiling's manifest says of it: everything that was promised to whoever answers. */
export function whatIsFixed(draft: ScanRow, units: readonly ScanUnit[], openedOn: string): ToFix {
  const { id, code, title, form, languages, minimumGroupSize, opensOn, closesOn } = draft;
  const hasWords = forms[form].hasOpenQuestions && draft.kind !== 'pilot';
  return {
    scanId: id,
    code,
    title,
    form,
    instrumentVersion,
    languages,
    minimum: minimumGroupSize,
    opensOn,
    closesOn,
    openedOn,
    items: createHash('sha256')
      .update(canonicalJson([...askedItems(form, hasWords), ...askedOfProfile(draft)]))
      .digest('base64url'),
    hasWords,
    groups: reportingGroups(units),
  };
}

function askedItems(form: FormName, hasWords: boolean): { id: string; text: { nl: string; en: string } }[] {
  const asked = [
    ...itemsOf(form),
    ...(forms[form].hasOutcomeItems ? outcomeItems : []),
    ...(hasWords ? openQuestions : []),
  ];
  return asked.map(({ id, text }) => ({ id, text: { nl: text.nl, en: text.en } }));
}

/** Nothing where nothing is asked: the hash of a peiling without them is what it was. */
function askedOfProfile({ profileQuestions, profileHeads }: Pick<ScanRow, 'profileQuestions' | 'profileHeads'>) {
  const heads = keptHeads(profileHeads);
  return profileQuestionsOf(profileQuestions).map(({ id, text, bands }) => ({
    id,
    text: { nl: text.nl, en: text.en },
    bands: bands.map(({ label }) => ({ nl: label.nl, en: label.en })),
    ...(heads[id] ? { people: heads[id] } : {}),
  }));
}

/** The groups whose answers are counted together: as many people as all their units had at the opening. */
function reportingGroups(units: readonly ScanUnit[]): ToFix['groups'] {
  const unitOf = new Map(units.map((unit) => [unit.id, unit]));
  const isGroup = new Set(units.map(({ reportingGroupId }) => reportingGroupId));
  const invited = new Map<string, number>();
  for (const { reportingGroupId, headCount } of units)
    invited.set(reportingGroupId, (invited.get(reportingGroupId) ?? 0) + headCount);
  return [...isGroup].map((id) => {
    let above = unitOf.get(id)?.parentId ?? null;
    while (above !== null && !isGroup.has(above)) above = unitOf.get(above)?.parentId ?? null;
    return { id, parent: above, name: unitOf.get(id)?.name ?? '', invited: invited.get(id) ?? 0 };
  });
}
