import { cast } from '#demo';
import type { ExampleStage } from '#demo';
import type { Platform } from '#lib/platform/context/index.ts';
import { shoes } from '../contract.ts';
import type { ExampleState } from '../contract.ts';
import { lockStore } from './store-lock.ts';
import { exampleStore } from './store.ts';
import type { Organisation } from './store.ts';

/** How far this process is; for the page only, so it needn't outlive the process. */
let here: { readonly stage: ExampleStage; readonly done: number } | 'failed' | null = null;

export function noteProgress(progress: typeof here): void {
  here = progress;
}

export async function exampleState(platform: Platform): Promise<ExampleState> {
  if (here !== null && here !== 'failed') return { kind: 'making', ...here };
  if (await lockStore(platform.database).isBusy()) return { kind: 'making', stage: null, done: null };
  const ready = await readyExample(platform);
  if (!ready) return { kind: here === 'failed' ? 'failed' : 'none' };
  const people = shoes.map((each) => ({ shoes: each, name: cast[each].name }));
  return { kind: 'ready', organisationId: ready.id, organisationName: ready.name, people };
}

/** The example that was made to the end, if there is one. */
export async function readyExample({ database }: Platform): Promise<Organisation | null> {
  const store = exampleStore(database);
  for (const example of await store.examples()) if (await store.isMade(example.id)) return example;
  return null;
}
