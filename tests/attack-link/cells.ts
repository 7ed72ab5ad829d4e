import { variants } from './variants.ts';
import type { Variant } from './variants.ts';

/**
 * What an attacker has, besides the rows and the list of the invited that stand in the database after the count, which
 * all of them have. None has KEYS_DIR.
 */
export const attackers = {
  'database at the end': [],
  'polled copies': ['copies'],
  'data files': ['files'],
  'database log': ['log'],
  'web log without addresses': ['web'],
  'web log with addresses': ['web', 'addresses'],
  'data files and web log with addresses': ['files', 'web', 'addresses'],
  'all together': ['copies', 'files', 'log', 'web', 'addresses'],
} as const satisfies Readonly<Record<string, readonly Source[]>>;
export type Attacker = keyof typeof attackers;
export const attackerNames = Object.keys(attackers) as readonly Attacker[];

export type Source = 'copies' | 'files' | 'log' | 'web' | 'addresses';

export interface Cell {
  readonly variant: Variant;
  readonly attacker: Attacker;
  readonly hasKey: boolean;
}

export const cells: readonly Cell[] = variants.flatMap((variant) =>
  attackerNames.flatMap((attacker) => [false, true].map((hasKey) => ({ variant, attacker, hasKey }))),
);

export const nameOf = ({ variant, attacker, hasKey }: Cell): string =>
  `${variant} | ${attacker} | ${hasKey ? 'with' : 'without'} the opening key`;
