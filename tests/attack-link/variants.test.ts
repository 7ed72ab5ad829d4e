import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../product/start-product.ts';
import { leftOut, variants } from './variants.ts';

test.each(variants)('%s: each place that is changed stands in the product exactly once', (variant) => {
  for (const { file, from, to } of leftOut[variant]) {
    expect(readFileSync(join(projectRoot, file), 'utf8').split(from), `${file}: ${from}`).toHaveLength(2);
    expect(to).not.toBe(from);
  }
});
