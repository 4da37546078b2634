import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Tests of the sums: nothing in planning/ keeps a state, so that files can share a process and its modules. */
const SUMS = ['test/planning/**/*.test.ts'];

/** Tests that drive the app in a browser. */
const SCREENS = ['test/renderer/**/*.test.ts', 'test/renderer/**/*.test.tsx'];

export default defineConfig({
  test: {
    pool: 'forks',
    // Vitest leaves one processor free, which on a machine with two is half of it: much of a screen's test is waiting.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 60_000,
    // On a busy computer a screen takes seconds to say what it will say; a state that never comes still fails.
    expect: { poll: { timeout: 15_000 } },
    hookTimeout: 120_000,
    reporters: ['default', './test/support/plain-reporter.ts'],
    projects: [
      // Minutes, not seconds: test/long is run by npm run test:long.
      { extends: true, test: { name: 'sums', include: SUMS, isolate: false, setupFiles: ['test/planning/each-file-anew.ts'] } },
      { extends: true, test: { name: 'rooms', include: ['test/**/*.test.ts', 'test/**/*.test.tsx'], exclude: ['test/long/**', ...SUMS, ...SCREENS] } },
      // A browser on a busy computer can lose a key or a focus: one more try, which the run's end tells of. Sums get none.
      { extends: true, test: { name: 'screens', include: SCREENS, retry: 1 } },
    ],
  },
});
