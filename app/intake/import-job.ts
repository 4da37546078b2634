import { Refusal } from '../refusal.ts';

export type ImportStage = 'reading' | 'understanding' | 'comparing' | 'writing';
export type ImportProgress = { readonly stage: ImportStage; readonly rows: number; readonly total: number | null };

/** A piece of work on one file that can be watched, and stopped until it writes. */
export class ImportJob {
  readonly #stop = new AbortController();
  #progress: ImportProgress = { stage: 'reading', rows: 0, total: null };

  get signal(): AbortSignal {
    return this.#stop.signal;
  }

  get progress(): ImportProgress {
    return this.#progress;
  }

  /** Nothing was written yet, so nothing has to be taken back. */
  stop(): void {
    this.#stop.abort(new Refusal('stopped', 'The import was stopped. Nothing was changed.'));
  }

  report(stage: ImportStage, rows: number, total: number | null = null): void {
    this.#progress = { stage, rows, total };
  }

  /** Lets others have their turn: a request to stop is heard here. */
  async pause(): Promise<void> {
    await new Promise((resolve) => { setImmediate(resolve); });
    this.#stop.signal.throwIfAborted();
  }

  /** Runs something to its end, with a pause between two of its steps. */
  async run<Value>(stage: ImportStage, steps: Generator<number, Value>, total: number): Promise<Value> {
    for (;;) {
      const step = steps.next();
      if (step.done === true) return step.value;
      this.report(stage, step.value, total);
      await this.pause();
    }
  }
}
