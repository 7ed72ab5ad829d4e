import { z } from 'zod';
import type { Platform } from '#lib/platform/context/index.ts';
import { read } from '#lib/platform/form/index.ts';
import type { Language } from '#lib/platform/language/index.ts';
import { withinRateLimit } from '#lib/platform/rate-limit/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import { exampleFaults, exampleMessages } from '../messages.ts';
import { exampleState, noteProgress } from './example-state.ts';
import { makeExampleOrganisation } from './make-example-organisation.ts';

const BeginMaking = z.object({ again: z.literal('yes').optional() });
const mostPerHour = { attempts: 12, windowSeconds: 3600 };

/** Begins to make the example in the background and comes back at once. While it is being made, asking again changes nothing. */
export async function beginMaking(platform: Platform, input: unknown, language: Language): Promise<void> {
  const { again } = read(BeginMaking, input, exampleFaults(language));
  const { kind } = await exampleState(platform);
  if (kind === 'making' || (kind === 'ready' && !again)) return;
  const isWithin = await withinRateLimit(platform.database.pool, 'example', mostPerHour, platform.clock.now());
  if (!isWithin) throw new Refusal(429, exampleMessages(language)('too-often'));
  noteProgress({ stage: 'organisation', done: 0 });
  void makeInBackground(platform, again === 'yes');
}

async function makeInBackground(platform: Platform, isAgain: boolean): Promise<void> {
  try {
    await makeExampleOrganisation(platform, { isAgain, onProgress: (stage, done) => noteProgress({ stage, done }) });
    noteProgress(null);
  } catch (error) {
    // The page says that it stopped; what is left is removed before the next try.
    platform.log.error(
      { error: error instanceof Error ? error.name : typeof error },
      'The example organisation could not be made',
    );
    noteProgress('failed');
  }
}
