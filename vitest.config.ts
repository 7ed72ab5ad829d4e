import { defineConfig } from 'vitest/config';

// Two processors are what these tests are held to. Vitest would leave one of them idle.
const workers = { maxWorkers: 2 };
/** Files that leave nothing behind share a worker: to begin one takes longer than most of them. */
const shared = { ...workers, isolate: false };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'pure',
          include: ['{packages,src,cli,bin,tests/oracle,tests/attack-link,tests/attack-disclose}/**/*.test.{ts,mjs}'],
          exclude: ['**/*.db.test.ts', '**/*.served.test.ts', '**/node_modules/**'],
          testTimeout: 30_000,
          ...shared,
        },
      },
      {
        test: {
          name: 'architecture',
          include: ['tests/architecture/*.test.ts'],
          exclude: ['**/*.db.test.ts'],
          testTimeout: 120_000,
          ...shared,
        },
      },
      {
        test: {
          name: 'database',
          include: ['{src,cli,database,tests}/**/*.db.test.ts'],
          globalSetup: ['tests/setup/database.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          ...shared,
        },
      },
      {
        // A whole product in processes of its own, on the built pages, without a browser.
        test: {
          name: 'served',
          include: ['tests/**/*.served.test.ts'],
          sequence: { groupOrder: 1 },
          ...workers,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'journeys',
          include: ['tests/journeys/**/*.journey.test.ts'],
          globalSetup: ['tests/journeys/setup.ts'],
          // After the others: a browser, a server and a database on two cores leave nothing over.
          sequence: { groupOrder: 2 },
          ...shared,
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
