import { levelOf } from '@lerend/analysis';
import { areas, cutsFor, highestLevelOf, levels } from '@lerend/instrument';
import type { Level } from '@lerend/instrument';
import { currentCutScores } from '#lib/features/cut-scores/server/index.ts';
import { resultOf } from '#lib/features/result/server/index.ts';
import { authorize } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import type { Revealed, RevealedArea } from '../contract.ts';
import { conversationMessages } from '../messages.ts';
import { conversationOrRefusal } from './conversation-of.ts';
import { mayReadConversation } from './policy.ts';
import { presentPlacing } from './present.ts';
import { conversationStore } from './store.ts';

/** The result beside the own placing; refused until the team has placed itself. */
export async function revealed(context: Context, conversationId: string): Promise<Revealed> {
  const row = await conversationOrRefusal(context, conversationId);
  authorize(context, mayReadConversation(context.actor, row.unitId));
  if (row.state === 'placing') throw new Refusal(409, conversationMessages(context.language)('place-first'));
  const placing = presentPlacing(await conversationStore(context.database).placing(row.id));
  const page = row.scanId === null ? null : await resultOf(context, row.scanId, row.unitId);
  const now = await currentCutScores(context.database);
  const highest = page ? highestLevelOf(page.scan.form) : 'improving';
  const measured = new Map(page?.areas.map((area) => [area.id, area]));
  return {
    scanTitle: page?.scan.title ?? null,
    figuresFrom: !page
      ? { kind: 'none' }
      : page.figuresFrom.kind === 'above'
        ? { kind: 'above', unitName: page.figuresFrom.unit.name }
        : page.figuresFrom,
    highest,
    areas: areas.map(({ code, shortName }): RevealedArea => {
      const placed = placing[code] ?? null;
      const area = measured.get(code);
      const cell = area?.cell ?? null;
      const cuts = area?.cuts ?? cutsFor(now, code);
      return {
        area: code,
        name: shortName[context.language],
        placed,
        cell,
        cuts,
        level: area?.level ?? null,
        chance: area?.chance ?? null,
        guess: placed && cell ? guessOf(placed, levelOf(cell, highest, cuts), highest) : null,
      };
    }),
    findings: page?.figuresFrom.kind === 'own' ? page.findings.map((finding) => finding.sentence) : [],
  };
}

/** A form may not reach the highest level: then a placing above it can't be told apart from the one below. */
function guessOf(placed: Level, reading: ReturnType<typeof levelOf>, highest: Level): RevealedArea['guess'] {
  const place = Math.min(levels.indexOf(placed), levels.indexOf(highest));
  const [low, high] = reading.kind === 'level' ? [reading.level, reading.level] : [reading.lower, reading.upper];
  if (place > levels.indexOf(high)) return 'higher';
  return place < levels.indexOf(low) ? 'lower' : 'same';
}
