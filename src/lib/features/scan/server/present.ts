import { profileQuestionsOf } from '@lerend/instrument';
import { dayOf } from '#lib/platform/clock/index.ts';
import { isLanguage } from '#lib/platform/language/index.ts';
import type { Research, ScanConsent, ScanPromise, ScanSetup } from '../contract.ts';
import { keptHeads } from './profile-heads.ts';
import type { ScanRow } from './store.ts';

export function presentSetup(row: ScanRow): ScanSetup {
  return {
    id: row.id,
    code: row.code,
    title: row.title,
    form: row.form,
    instrumentVersion: row.instrumentVersion,
    languages: row.languages.filter(isLanguage),
    minimumGroupSize: row.minimumGroupSize,
    opensOn: row.opensOn,
    closesOn: row.closesOn,
    reminderOn: row.reminderOn,
    state: row.state,
    introduction: row.introduction,
    contact: { name: row.contactName, email: row.contactEmail },
    previousScanId: row.previousScanId,
    cutScoreVersionId: row.cutScoreVersionId,
    research: presentResearch(row),
    profileQuestions: profileQuestionsOf(row.profileQuestions).map(({ id }) => id),
    profileHeads: keptHeads(row.profileHeads),
    openingKey: row.openingKey ?? 'server',
    fingerprint: row.fingerprint,
  };
}

function presentResearch({ researcher, rowsKeptUntil }: ScanRow): Research | null {
  return researcher === null || rowsKeptUntil === null ? null : { researcher, keptUntil: rowsKeptUntil };
}

export function presentPromise(row: ScanRow): ScanPromise | null {
  const { resultOn, hoursPerTeam, eurosPerTeam, promisedBy } = row;
  if (resultOn === null || hoursPerTeam === null || eurosPerTeam === null || promisedBy === null) return null;
  return { resultOn, hoursPerTeam, eurosPerTeam, promisedBy };
}

export function presentConsent(row: ScanRow): ScanConsent | null {
  const { decision, reason, consentBy, consentAt } = row;
  if (decision === null || consentBy === null || consentAt === null) return null;
  return { decision, reason, by: consentBy, on: dayOf(consentAt) };
}
