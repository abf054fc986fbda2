import type { Browser, CDPSession, Protocol, Target } from 'puppeteer-core';

const WATCHED = new Set(['page', 'service_worker', 'background_page', 'other']);

/**
 * Notes every uncaught exception, console error and error that Chromium itself logs, from all pages and
 * workers.
 */
export class ChromiumProblems {
  readonly #problems: string[] = [];
  readonly #sessions = new Map<Target, Promise<CDPSession>>();

  constructor(driver: Browser) {
    const watch = (target: Target) => {
      // Enabling a domain repeats what it has noted before, so nothing is missed by coming late; a page or
      // worker that is gone again before that had no time to do anything.
      if (!WATCHED.has(target.type())) return;
      const session = this.#watch(target);
      session.catch(() => {});
      this.#sessions.set(target, session);
    };
    driver.targets().forEach(watch);
    driver.on('targetcreated', watch);
    driver.on('targetdestroyed', (target) => this.#sessions.delete(target));
  }

  /** What has been noted so far. */
  all(): string[] {
    return [...this.#problems];
  }

  /** Looks away from a worker: Chromium keeps one alive as long as a debugger watches it. */
  async release(worker: Target): Promise<void> {
    const session = await this.#sessions.get(worker)?.catch(() => undefined);
    this.#sessions.delete(worker);
    await session?.detach();
  }

  async #watch(target: Target): Promise<CDPSession> {
    const session = await target.createCDPSession();
    const note = (text: string) => this.#problems.push(`${target.url()}: ${text}`);
    session.on('Runtime.exceptionThrown', ({ exceptionDetails }) => note(thrown(exceptionDetails)));
    session.on('Runtime.consoleAPICalled', ({ type, args }) => {
      if (type === 'error' || type === 'assert') note(`console.${type}: ${args.map(shown).join(' ')}`);
    });
    session.on('Log.entryAdded', ({ entry }) => {
      if (entry.level === 'error') note(`${entry.text} ${entry.url ?? ''}`.trim());
    });
    await session.send('Runtime.enable');
    await session.send('Log.enable');
    return session;
  }
}

function thrown(details: Protocol.Runtime.ExceptionDetails): string {
  return details.exception ? `${details.text} ${shown(details.exception)}` : details.text;
}

function shown(object: Protocol.Runtime.RemoteObject): string {
  return object.description ?? String(object.value ?? object.type);
}
