import type { AuditReport, EnclosedTarget } from '@lerend/disclosure';
import { areaOf, isAreaCode, itemOf } from '@lerend/instrument';
import { scanUnits } from '#lib/features/scan/server/index.ts';
import { authorize } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { read } from '#lib/platform/form/index.ts';
import { formatNumber } from '#lib/platform/language/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import type { DisclosureReportPage } from '../contract.ts';
import { resultFaults, resultMessages } from '../messages.ts';
import { mayFinishScan, mayReadAudit } from './policy.ts';
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
  const report = kept.report as unknown as AuditReport;
  const names = new Map((await scanUnits(database, scanId)).map(({ id, name }) => [id, name]));
  const closest = report.closest[0];
  const isBlocked = report.enclosed > 0;
  const steps = (value: number) => formatNumber(Math.floor(value * 10) / 10, language);
  const share = report.hiddenFigures / Math.max(1, report.shownFigures + report.hiddenFigures);
  return {
    scan: { id: scanId, title: row.title, closesOn: row.closesOn },
    auditedAt: kept.auditedAt.toISOString().slice(0, 10),
    isHeldBack: kept.holdsBack,
    heading: say(isBlocked ? 'audit-heading-enclosed' : 'audit-heading-open', { count: report.enclosed }),
    mayCountAgain: kept.holdsBack && mayFinishScan(actor),
    minimumGroupSize: row.minimumGroupSize,
    facts: [
      { term: say('audit-figures'), text: say('audit-figures-text', { shown: report.shownFigures }) },
      {
        term: say('audit-hidden'),
        text: say('audit-hidden-text', { hidden: report.hiddenFigures, share: Math.round(100 * share) }),
      },
      { term: say('audit-targets'), text: say('audit-targets-text', { targets: report.targets }) },
      {
        term: say('audit-closest'),
        text: closest ? say('audit-closest-text', { steps: steps(closest.steps) }) : say('audit-closest-none'),
      },
    ],
    closest: report.closest.map((target) => ({
      unit: names.get(target.groupId) ?? '',
      about: aboutOf(target, context),
      who: say(`audit-target-${target.kind}`, { people: target.people }),
      steps: steps(target.steps),
      isEnclosed: target.steps < leastStepsShown,
    })),
  };
}

/** As the audit: under two steps is too close; last digits aside. */
const leastStepsShown = 1.9999;

function aboutOf({ areaId, itemId }: EnclosedTarget, { language }: Pick<Context, 'language'>): string {
  const area = isAreaCode(areaId) ? areaOf(areaId).shortName[language] : areaId;
  const item = itemId === null ? undefined : itemOf(itemId);
  return item ? `${area}: ${item.text[language]}` : area;
}
