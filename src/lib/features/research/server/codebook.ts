import { snapshotForm } from '@lerend/analysis';
import { scanSetup } from '#lib/features/scan/server/index.ts';
import { authorize } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import { researchMessages } from '../messages.ts';
import { csvText } from './csv-text.ts';
import { maySeeResearch } from './policy.ts';
import { researchVariables } from './research-variables.ts';

const header = [
  'variable',
  'scale',
  'speaks_about',
  'label_nl',
  'label_en',
  'value',
  'value_label_nl',
  'value_label_en',
  'missing',
];

/** What the columns and codes of a pilot's rows mean: one line for each code. It holds nobody's answers. */
export async function codebook(context: Context, scanId: string): Promise<{ bytes: Uint8Array; fileName: string }> {
  authorize(context, maySeeResearch(context.actor));
  const scan = await scanSetup(context.database, scanId);
  const say = researchMessages(context.language);
  if (!scan?.research) throw new Refusal(404, say('pilot-unknown'));
  const lines = researchVariables(snapshotForm(scan.form).itemIds).flatMap((variable) =>
    variable.values.map(({ value, label, isMissing }) => [
      variable.name,
      variable.scale,
      variable.referent,
      variable.label.nl,
      variable.label.en,
      value,
      label.nl,
      label.en,
      isMissing ? 'yes' : 'no',
    ]),
  );
  return { bytes: csvText(header, lines), fileName: `${say('file-codebook')}-${scan.code}.csv` };
}
