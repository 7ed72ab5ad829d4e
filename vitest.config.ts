import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'pure',
          include: ['packages/**/*.test.ts', 'src/lib/{design,report}/**/*.test.ts', 'cli/**/*.test.ts'],
          testTimeout: 30_000,
        },
      },
    ],
  },
});
