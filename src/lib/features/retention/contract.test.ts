import { expect, test } from 'vitest';
import { retentionKinds, retentionRules } from './contract.ts';

test.each(retentionKinds)(
  'the usual period of %s lies within its bounds, and those within what the table takes',
  (kind) => {
    const { usual, least, most } = retentionRules[kind];
    expect(least <= usual && usual <= most && least >= 1 && most <= 120).toBe(true);
  },
);
