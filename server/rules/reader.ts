import { Worker } from 'node:worker_threads';
import type { Made, RulesJob } from './protocol.ts';

/** The processor time that the rules of one request may take. */
const JOB_MS = 200;

/** The longest time altogether, which only a machine that is busy with other work comes to. */
const MAX_JOB_MS = 2000;

/** The most jobs that wait. */
const MAX_WAITING = 8;

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
  readonly #jobMs: number;
  readonly #waiting: Waiting[] = [];
  #worker: Worker;
  #current: Waiting | undefined;
  #timer: NodeJS.Timeout | undefined;
  #isReady = false;
  #isClosed = false;

  /** `url` is the file that calls `answerRules` in a worker, `jobMs` the processor time of one job. */
  constructor(url: URL, jobMs = JOB_MS) {
    this.#url = url;
    this.#jobMs = jobMs;
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
    this.#watch(this.#worker, this.#current, performance.now(), cpuMs(this.#worker));
    this.#worker.postMessage(this.#current.job);
  }

  /** Processor time is what counts, because a busy machine must not make simple rules complex. */
  #watch(
    worker: Worker,
    job: Waiting,
    startedMs: number,
    before: Promise<number>,
    waitMs = this.#jobMs,
  ): void {
    this.#timer = setTimeout(async () => {
      const usedMs = (await cpuMs(worker)) - (await before);
      if (job !== this.#current) return;
      const isOver = usedMs >= this.#jobMs || performance.now() - startedMs >= MAX_JOB_MS;
      if (isOver) this.#replace(worker);
      else this.#watch(worker, job, startedMs, before, Math.max(20, this.#jobMs - usedMs));
    }, waitMs);
  }

  #replace(old: Worker): void {
    if (old !== this.#worker || this.#isClosed) return;
    void old.terminate();
    this.#worker = this.#start();
    this.#finish(TOO_COMPLEX);
  }
}

/** The processor time of a worker. Node before 24.6 cannot tell, so there all of the time counts. */
async function cpuMs(worker: Worker): Promise<number> {
  if (!('cpuUsage' in worker)) return performance.now();
  const { user, system } = await worker.cpuUsage().catch(() => ({ user: 0, system: 0 }));
  return (user + system) / 1000;
}
