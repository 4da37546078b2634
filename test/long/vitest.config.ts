import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

/** What takes minutes: `npm run test:long`. Not part of `npm test`. */
export default defineConfig({
  root: resolve(import.meta.dirname, '../..'),
  test: {
    include: ['test/long/**/*.test.ts'],
    pool: 'forks',
    execArgv: ['--max-old-space-size=6000'],
    testTimeout: 3_600_000,
    hookTimeout: 3_600_000,
    reporters: ['default', './test/support/plain-reporter.ts'],
  },
});
