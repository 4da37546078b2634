import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    // Minutes, not seconds: npm run test:long.
    exclude: ['test/long/**'],
    pool: 'forks',
    // Vitest leaves one processor free, which on a machine with two is half of it: much of a screen's test is waiting.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 60_000,
    // On a busy computer a screen takes seconds to say what it will say; a state that never comes still fails.
    expect: { poll: { timeout: 15_000 } },
    hookTimeout: 120_000,
    reporters: ['default', './test/support/plain-reporter.ts'],
  },
});
