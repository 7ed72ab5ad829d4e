import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'pure',
          include: ['{packages,src,cli,bin,tests/oracle,tests/attack-link,tests/attack-disclose}/**/*.test.{ts,mjs}'],
          exclude: ['**/*.db.test.ts', '**/*.served.test.ts', '**/node_modules/**'],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'architecture',
          include: ['tests/architecture/*.test.ts'],
          exclude: ['**/*.db.test.ts'],
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'database',
          include: ['{src,cli,database,tests}/**/*.db.test.ts'],
          globalSetup: ['tests/setup/database.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        // A whole product in processes of its own, on the built pages, without a browser.
        test: {
          name: 'served',
          include: ['tests/**/*.served.test.ts'],
          sequence: { groupOrder: 1 },
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
          maxWorkers: 2,
          testTimeout: 180_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
