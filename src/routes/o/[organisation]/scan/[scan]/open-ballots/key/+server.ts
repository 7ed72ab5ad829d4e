import { json } from '@sveltejs/kit';
import type { RequestHandler } from '@sveltejs/kit';
import { enter } from '#lib/entry/index.ts';
import { finishWithKey } from '#lib/features/result/server/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';

/** The joined key comes in once, over the line that carries everything else; it's kept nowhere. */
export const POST: RequestHandler = async (event) => {
  const context = await enter(event);
  const { privateKey } = (await event.request.json()) as { privateKey?: unknown };
  try {
    await finishWithKey(context, { scanId: event.params['scan'], privateKey });
    return json({});
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    return json({ sentence: refusal.message }, { status: refusal.status });
  }
};
