import type { Reporter, TestModule } from 'vitest/node';

/** Closes the run with the one plain line that any CI can read: `N passed, N failed`; before it, what passed only when tried again. */
class PlainReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const broken = modules.filter((module) => module.state() === 'failed' && [...module.children.allTests()].every((test) => test.result().state !== 'failed')).length;
    const count = (state: string): number => tests.filter((test) => test.result().state === state).length;
    for (const test of tests.filter((each) => each.diagnostic()?.flaky === true)) console.log(`Passed only when tried again: ${test.module.relativeModuleId}: ${test.fullName}`);
    console.log(`\n${count('skipped')} skipped\n${count('passed')} passed, ${count('failed') + broken} failed`);
  }
}

export default PlainReporter;
