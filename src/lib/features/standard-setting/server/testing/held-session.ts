import { areaCodes, itemsOfArea } from '@lerend/instrument';
import type { Context } from '#lib/platform/context/index.ts';
import type { TestWorld } from '#lib/platform/testing/index.ts';
import type { SessionForm } from '../../contract.ts';
import { finishRound, joinPanel, keepArea, sessionPage, startSession } from '../index.ts';

export type Trio = readonly [number, number, number];

/** What a panel fills in that sees a team that has only just got there halfway between two answers. */
export const agreed: Trio = [2.5, 3.5, 4.5];

/** The fields of a form in which these items all get the same three answers. */
export const fieldsOf = (ids: readonly string[], trio: Trio) =>
  Object.fromEntries(ids.flatMap((id) => trio.map((value, cut) => [`${id}-${cut}`, String(value)])));

/** A session that was started, with what it takes to fill it. */
export async function heldSession(world: TestWorld, coordinator: Context, form: SessionForm = 'short') {
  const { sessionId } = await startSession(coordinator, { title: 'Niveaus najaar', form });
  const code = (await sessionPage(coordinator, sessionId)).link.split('/').at(-1) ?? '';
  const join = async (role = 'member') => (await joinPanel(world.platform, code, { role }, 'nl')).key;
  const judge = async (key: string, trio: Trio): Promise<void> => {
    for (const area of areaCodes) {
      const ids = itemsOfArea(area, form).map(({ id }) => id);
      await keepArea(world.platform, { code, key }, area, fieldsOf(ids, trio), 'nl');
    }
    await finishRound(world.platform, { code, key }, 'nl');
  };
  return {
    sessionId,
    code,
    join,
    judge,
    /** Panellists who filled in everything and are done; the first one manages. Their keys. */
    panelOf: async (n: number, trio: (place: number) => Trio = () => agreed): Promise<string[]> => {
      const keys: string[] = [];
      for (let place = 0; place < n; place += 1) {
        const key = await join(place === 0 ? 'manager' : 'member');
        await judge(key, trio(place));
        keys.push(key);
      }
      return keys;
    },
  };
}
