import type { ExampleStage } from '#demo';
import type { Role } from '#lib/platform/context/index.ts';

export const shoes = [
  'manager',
  'member',
  'director',
  'coordinator',
  'works-council',
  'adviser',
] as const satisfies readonly Role[];
export type Shoes = (typeof shoes)[number];

/** Whether the example can be looked at. `done` runs from 0 to 1; stage and done are null while another process makes it. */
export type ExampleState =
  | { readonly kind: 'none' }
  | { readonly kind: 'making'; readonly stage: ExampleStage | null; readonly done: number | null }
  | { readonly kind: 'failed' }
  | {
      readonly kind: 'ready';
      readonly organisationId: string;
      readonly organisationName: string;
      readonly people: readonly PersonToBe[];
    };

/** Somebody in the example as whom one can look around. */
export interface PersonToBe {
  readonly shoes: Shoes;
  readonly name: string;
}

/** What the waiting page's script asks for. */
export interface ProgressAnswer {
  readonly isOver: boolean;
  readonly percent: number | null;
  readonly sentence: string;
}
