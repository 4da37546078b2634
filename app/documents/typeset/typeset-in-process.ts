import type { DocumentModel } from '../../../planning/documents/model.ts';
import type { Child } from '../../processes/child.ts';
import { Refusal } from '../../refusal.ts';
import { isTypesetterReport, type SpawnTypesetter, type TypesetterReport, type TypesetterRequest } from './process/messages.ts';
import type { Typesetter } from './typesetter.ts';

type Limits = {
  /** A document that is not set after this is given up, in milliseconds. */
  readonly documentMs: number;
  /** A process without work is stopped after this, in milliseconds. */
  readonly idleMs: number;
  /** A process is replaced after so many documents: each leaves megabytes behind. */
  readonly documents: number;
};

const LIMITS: Limits = { documentMs: 60_000, idleMs: 60_000, documents: 20 };

type Running = {
  readonly child: Child<TypesetterRequest>;
  /** How many documents it was given. */
  given: number;
  /** Who waits for it; told null when it is gone. */
  waiting: ((report: TypesetterReport | null) => void) | null;
};

/**
 * Sets documents in a process of their own, one at a time: started when first needed, replaced after some documents, and after
 * one that failed, stopped when nothing is asked of it. A document that hangs or exhausts it ends in a Refusal, and the next
 * one has a new process.
 */
export function typesetInProcess(spawn: SpawnTypesetter, limits: Partial<Limits> = {}): Typesetter {
  const press = new Press(spawn, { ...LIMITS, ...limits });
  return { typeset: (model) => press.set(model), close: () => press.close() };
}

class Press {
  readonly #spawn: SpawnTypesetter;
  readonly #limits: Limits;
  #running: Running | null = null;
  #turn: Promise<unknown> = Promise.resolve();
  #idle: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(spawn: SpawnTypesetter, limits: Limits) {
    this.#spawn = spawn;
    this.#limits = limits;
  }

  set(model: DocumentModel): Promise<Uint8Array> {
    const set = this.#turn.then(() => this.#setNow(model));
    this.#turn = set.catch(() => undefined);
    return set;
  }

  close(): void {
    this.#closed = true;
    this.#stop();
  }

  async #setNow(model: DocumentModel): Promise<Uint8Array> {
    if (this.#closed) throw closed(model);
    clearTimeout(this.#idle);
    const running = this.#running ?? this.#start();
    try {
      const bytes = await this.#ask(running, model);
      if (running.given >= this.#limits.documents) this.#stop();
      else this.#idle = setTimeout(() => this.#stop(), this.#limits.idleMs).unref();
      return bytes;
    } catch (fault) {
      // What it is after a fault is not known.
      this.#stop();
      throw fault;
    }
  }

  /** @throws Refusal where the process hangs or dies; Error with a fault of ours */
  async #ask(running: Running, model: DocumentModel): Promise<Uint8Array> {
    const id = ++running.given;
    const { documentMs } = this.#limits;
    let timer: NodeJS.Timeout | undefined;
    try {
      const report = await new Promise<TypesetterReport | null>((resolve, reject) => {
        timer = setTimeout(() => reject(tooSlow(model, documentMs)), documentMs).unref();
        running.waiting = (said) => { if (said === null || said.id === id) resolve(said); };
        running.child.send({ id, model });
      });
      if (report === null) throw this.#closed ? closed(model) : died(model);
      if ('fault' in report) throw new Error(report.fault);
      return report.bytes;
    } finally {
      clearTimeout(timer);
      running.waiting = null;
    }
  }

  #start(): Running {
    const running: Running = { child: this.#spawn(), given: 0, waiting: null };
    running.child.onMessage((message) => { if (isTypesetterReport(message)) running.waiting?.(message); });
    running.child.onExit(() => {
      if (this.#running === running) this.#running = null;
      running.waiting?.(null);
    });
    this.#running = running;
    return running;
  }

  #stop(): void {
    clearTimeout(this.#idle);
    const running = this.#running;
    this.#running = null;
    running?.child.kill();
  }
}

const tooSlow = ({ title }: DocumentModel, limitMs: number): Refusal => new Refusal('unsupported',
  `${title} took longer than ${limitMs / 1000} seconds to make as PDF, so it was given up. With fewer sections it may be quicker.`);

const died = ({ title }: DocumentModel): Refusal => new Refusal('unsupported',
  `${title} could not be made as PDF just now; this computer may be short of memory. It can be asked for again.`);

const closed = ({ title }: DocumentModel): Refusal => new Refusal('stopped', `${title} was not made: Kitplan is being closed.`);
