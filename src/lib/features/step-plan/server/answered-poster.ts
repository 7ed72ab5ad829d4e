import { dayOf } from '#lib/platform/clock/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { renderPoster } from '#lib/report/index.ts';
import { stepPlanMessages } from '../messages.ts';
import { answered } from './answered.ts';
import { grantedPerTeam } from './budget-of.ts';
import { readerStore } from './store-readers.ts';

/** "Jullie zeiden / wij deden / dit niet, want" for the wall, as a PDF. */
export async function answeredPoster(
  context: Context,
  unitId: string,
): Promise<{ bytes: Uint8Array; unitName: string }> {
  const { lines, unitName, nextLookBackOn } = await answered(context, unitId);
  const { database, language } = context;
  const say = stepPlanMessages(language);
  const [organisation, granted] = await Promise.all([
    readerStore(database).organisationName(database.organisationId),
    grantedPerTeam(context),
  ]);
  const bytes = await renderPoster(
    {
      organisation,
      unit: unitName,
      scanTitle: granted?.scanTitle ?? say('poster-without-scan'),
      date: dayOf(context.clock.now()),
      lines: lines.map((line) => ({
        said: line.said,
        outcome:
          line.kind === 'did' ? { kind: 'did', what: line.what, on: line.on } : { kind: 'not', because: line.because },
      })),
      nextLookBack: nextLookBackOn,
    },
    { language },
  );
  return { bytes, unitName };
}
