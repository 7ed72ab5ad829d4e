import { isEnclosed } from '@lerend/disclosure';
import type { EnclosedTarget } from '@lerend/disclosure';
import { areaOf, isAreaCode, itemOf } from '@lerend/instrument';
import { scanUnits } from '#lib/features/scan/server/index.ts';
import { dayOf } from '#lib/platform/clock/index.ts';
import { authorize } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { read } from '#lib/platform/form/index.ts';
import type { Language } from '#lib/platform/language/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import type { DisclosureReportPage } from '../contract.ts';
import { resultFaults, resultMessages } from '../messages.ts';
import type { KeptAudit } from './store.ts';
import { mayFinishScan, mayReadAudit } from './policy.ts';
import { presentAudit, stepsInWords } from './present-audit.ts';
import { ofScan } from './result-input.ts';
import { resultStore } from './store.ts';

/** What the audit of a result found, in words: how close anyone can come to a few people, and whether that is too close. */
export async function disclosureReport(context: Context, givenScanId: string): Promise<DisclosureReportPage> {
  const { language, database, actor } = context;
  const say = resultMessages(language);
  const { scanId } = read(ofScan, { scanId: givenScanId }, resultFaults(language));
  authorize(context, mayReadAudit(actor));
  const store = resultStore(database);
  const [row, kept] = [(await store.results()).find((one) => one.scanId === scanId), await store.audit(scanId)];
  if (!row) throw new Refusal(404, say('result-unknown'));
  if (!kept) throw new Refusal(404, say('audit-not-made'));
  // Kept by `keepAudit`, and by nothing else.
  const report = kept.report as unknown as KeptAudit;
  const units = await scanUnits(database, scanId);
  const names = new Map(units.map(({ id, name }) => [id, name]));
  return {
    ...presentAudit(report, language),
    organisation: units.find(({ parentId }) => parentId === null)?.name ?? row.title,
    auditedAt: dayOf(kept.auditedAt),
    isHeldBack: kept.holdsBack,
    scan: { id: scanId, title: row.title, closesOn: row.closesOn },
    mayCountAgain: kept.holdsBack && mayFinishScan(actor),
    minimumGroupSize: row.minimumGroupSize,
    notSeen: notSeenIn(report).map((one) => say(`audit-not-${one}`)),
    closest: toldOnce(
      report.closest.map((target) => ({
        about: aboutOf(target, language),
        unit: names.get(target.groupId) ?? '',
        who: say(`audit-target-${target.kind}`, { people: target.people }),
        steps: say('audit-steps', { steps: stepsInWords(target.steps, language) }),
        isEnclosed: isEnclosed(target.steps),
      })),
      (who, times) => say('audit-times', { who, times }),
    ),
  };
}

function notSeenIn({ groups }: KeptAudit) {
  if (groups === 'checked') return ['two', 'sure', 'items', 'told'] as const;
  return groups === 'not-checked' ? (['two', 'sure', 'groups', 'told'] as const) : (['two', 'sure', 'told'] as const);
}

/** Places that read the same stand there once, with how many they are; the closest still comes first. */
function toldOnce(
  places: DisclosureReportPage['closest'],
  severalTimes: (who: string, times: number) => string,
): DisclosureReportPage['closest'] {
  return [...Map.groupBy(places, (place) => JSON.stringify(place)).values()].flatMap(([place, ...same]) =>
    place === undefined
      ? []
      : [same.length === 0 ? place : { ...place, who: severalTimes(place.who, same.length + 1) }],
  );
}

function aboutOf({ areaId, itemId }: EnclosedTarget, language: Language): string {
  const area = isAreaCode(areaId) ? areaOf(areaId).shortName[language] : areaId;
  const item = itemId === null ? undefined : itemOf(itemId);
  return item ? `${area}: ${item.text[language]}` : area;
}
