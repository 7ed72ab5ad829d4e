import { dayOf } from '#lib/platform/clock/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { renderPoster } from '#lib/report/index.ts';
import { grantedPerTeam } from '#lib/features/step-plan/server/index.ts';
import { saidAndDoneMessages } from '../messages.ts';
import { saidAndDone } from './said-and-done.ts';
import { saidAndDoneStore } from './store.ts';

/** "Jullie zeiden / wij deden / dit niet, want" for the wall, as a PDF. */
export async function saidAndDonePoster(
  context: Context,
  unitId: string,
): Promise<{ bytes: Uint8Array; unitName: string }> {
  const { lines, unitName, nextLookBackOn } = await saidAndDone(context, unitId);
  const { database, language } = context;
  const say = saidAndDoneMessages(language);
  const [organisation, granted] = await Promise.all([
    saidAndDoneStore(database).organisationName(database.organisationId),
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
