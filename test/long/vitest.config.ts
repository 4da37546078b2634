import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

/** What takes minutes: `npm run test:long`. Not part of `npm test`. */
export default defineConfig({
  root: resolve(import.meta.dirname, '../..'),
  test: {
    // The mutants lie beside what they test: whether it would notice faults that are put into the sums.
    include: ['test/long/**/*.test.ts', 'test/planning/mutants.test.ts'],
    pool: 'forks',
    execArgv: ['--max-old-space-size=6000'],
    testTimeout: 3_600_000,
    hookTimeout: 3_600_000,
    reporters: ['default', './test/support/plain-reporter.ts'],
  },
});
