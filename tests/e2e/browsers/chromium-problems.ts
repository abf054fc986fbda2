import type { Browser, CDPSession, Protocol, Target } from 'puppeteer-core';

const WATCHED = new Set(['page', 'service_worker', 'background_page', 'other']);

/**
 * Records every uncaught exception, console error and error that Chromium itself logs, from all pages and
 * workers.
 */
export class ChromiumProblems {
  readonly #problems: string[] = [];
  readonly #sessions = new Map<Target, Promise<CDPSession>>();

  constructor(driver: Browser) {
    const watch = (target: Target) => {
      // Enabling a domain replays its earlier events, so a late start misses nothing. A page or worker that
      // closes before then had no time to do anything.
      if (!WATCHED.has(target.type())) return;
      const session = this.#watch(target);
      session.catch(() => {});
      this.#sessions.set(target, session);
    };
    driver.targets().forEach(watch);
    driver.on('targetcreated', watch);
    driver.on('targetdestroyed', (target) => this.#sessions.delete(target));
  }

  /** Everything recorded so far. */
  all(): string[] {
    return [...this.#problems];
  }

  /** Stops watching a worker, because Chromium keeps a worker alive as long as a debugger is attached. */
  async release(worker: Target): Promise<void> {
    const session = await this.#sessions.get(worker)?.catch(() => undefined);
    this.#sessions.delete(worker);
    await session?.detach();
  }

  async #watch(target: Target): Promise<CDPSession> {
    const session = await target.createCDPSession();
    const record = (text: string) => this.#problems.push(`${target.url()}: ${text}`);
    session.on('Runtime.exceptionThrown', ({ exceptionDetails }) =>
      record(describeException(exceptionDetails)),
    );
    session.on('Runtime.consoleAPICalled', ({ type, args }) => {
      if (type === 'error' || type === 'assert') record(`console.${type}: ${args.map(describe).join(' ')}`);
    });
    session.on('Log.entryAdded', ({ entry }) => {
      if (entry.level === 'error') record(`${entry.text} ${entry.url ?? ''}`.trim());
    });
    await session.send('Runtime.enable');
    await session.send('Log.enable');
    return session;
  }
}

function describeException(details: Protocol.Runtime.ExceptionDetails): string {
  return details.exception ? `${details.text} ${describe(details.exception)}` : details.text;
}

function describe(object: Protocol.Runtime.RemoteObject): string {
  return object.description ?? String(object.value ?? object.type);
}
