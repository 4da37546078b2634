import type { Reporter, TestModule } from 'vitest/node';

/** Closes the run with the one plain line that any CI can read: `N passed, N failed`. */
class PlainReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const states = modules.flatMap((module) => [...module.children.allTests()].map((test) => test.result().state));
    const broken = modules.filter((module) => module.state() === 'failed' && [...module.children.allTests()].every((test) => test.result().state !== 'failed')).length;
    const count = (state: string): number => states.filter((each) => each === state).length;
    console.log(`\n${count('skipped')} skipped\n${count('passed')} passed, ${count('failed') + broken} failed`);
  }
}

export default PlainReporter;
