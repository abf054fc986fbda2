import { Worker } from 'node:worker_threads';
import type { Made, RulesJob } from './protocol.ts';

/** How long the rules of one request may take. */
const JOB_MS = 200;

/** The most jobs that wait. */
const MAX_WAITING = 32;

const OVERLOADED: Made = { ok: false, field: 'overloaded' };

const TOO_COMPLEX: Made = {
  ok: false,
  field: 'rules',
  problem: 'too_complex',
  error: 'The rules are too complex. Simplify them.',
};

interface Waiting {
  readonly job: RulesJob;
  readonly answer: (made: Made) => void;
}

/** Reads rules in a worker thread, which is replaced when a text takes too long. */
export class RulesReader {
  readonly #url: URL;
  readonly #waiting: Waiting[] = [];
  #worker: Worker;
  #current: Waiting | undefined;
  #timer: NodeJS.Timeout | undefined;
  #isReady = false;
  #isClosed = false;

  /** `url` is the file that calls `answerRules` in a worker. */
  constructor(url: URL) {
    this.#url = url;
    this.#worker = this.#start();
  }

  read(job: RulesJob): Promise<Made> {
    if (this.#waiting.length >= MAX_WAITING || this.#isClosed) return Promise.resolve(OVERLOADED);
    return new Promise((resolve) => {
      this.#waiting.push({ job, answer: resolve });
      this.#next();
    });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#finish(OVERLOADED);
    for (const { answer } of this.#waiting.splice(0)) answer(OVERLOADED);
    await this.#worker.terminate();
  }

  #start(): Worker {
    this.#isReady = false;
    const worker = new Worker(this.#url);
    worker.on('message', (message: Made | 'ready') => {
      // The last message of a worker that was replaced can arrive late.
      if (worker !== this.#worker) return;
      if (message === 'ready') this.#isReady = true;
      else this.#finish(message);
      this.#next();
    });
    worker.on('error', () => this.#replace(worker));
    worker.unref();
    return worker;
  }

  #finish(made: Made): void {
    clearTimeout(this.#timer);
    this.#current?.answer(made);
    this.#current = undefined;
  }

  /** The time of a job begins when the worker is free, so that no job pays for those before it. */
  #next(): void {
    if (!this.#isReady || this.#current || this.#waiting.length === 0) return;
    this.#current = this.#waiting.shift() as Waiting;
    this.#timer = setTimeout(() => this.#replace(this.#worker), JOB_MS);
    this.#worker.postMessage(this.#current.job);
  }

  #replace(old: Worker): void {
    if (old !== this.#worker || this.#isClosed) return;
    void old.terminate();
    this.#worker = this.#start();
    this.#finish(TOO_COMPLEX);
  }
}
