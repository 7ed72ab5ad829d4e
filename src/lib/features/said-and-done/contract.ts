import type { Helped } from '#lib/features/step-plan/contract.ts';

/** "Jullie zeiden / wij deden / dit niet, want". */
export interface SaidAndDone {
  readonly unitId: string;
  readonly unitName: string;
  readonly lines: readonly SaidLine[];
  readonly nextLookBackOn: string | null;
  readonly mayLead: boolean;
}

export type SaidLine =
  | {
      readonly kind: 'did';
      readonly id: string;
      readonly said: string;
      readonly what: string;
      readonly on: string | null;
      readonly helped: Helped | null;
      readonly lookBack: string | null;
    }
  | {
      readonly kind: 'not';
      readonly id: string;
      readonly said: string;
      readonly because: string;
      readonly isOwnLine: boolean;
    };
