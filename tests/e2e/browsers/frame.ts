import type { ElementHandle, Frame } from 'puppeteer-core';
import { PATIENCE } from '../../../scripts/browsers/until.ts';
import type { TestFrame } from './types.ts';

/**
 * The errors of `evaluate` while the next page replaces the current one. They are no fault, so callers try
 * again.
 */
const BETWEEN_PAGES =
  /context was destroyed|cannot find context|detached frame|no such frame|context is not available/i;

/** What all documents have in common, however the driver reaches them. */
export abstract class DocumentView implements TestFrame {
  abstract evaluate<A extends unknown[], R>(run: (...args: A) => R, ...args: A): Promise<Awaited<R>>;

  async waitFor<A extends unknown[], R>(
    run: (...args: A) => R,
    ...args: A
  ): Promise<NonNullable<Awaited<R>>> {
    const deadline = Date.now() + PATIENCE;
    for (;;) {
      const result = await this.#poll(run, args);
      if (result) return result;
      if (Date.now() > deadline) throw await this.#timeout(run, args, result);
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }

  value(selector: string): Promise<string> {
    return this.evaluate((css) => {
      const field = document.querySelector<HTMLInputElement>(css);
      if (!field) throw new Error(`No ${css} on ${location.href}`);
      return field.value;
    }, selector);
  }

  text(selector: string): Promise<string> {
    return this.evaluate((css) => {
      const element = document.querySelector(css);
      if (!element) throw new Error(`No ${css} on ${location.href}`);
      return (element.textContent ?? '').trim();
    }, selector);
  }

  async #poll<A extends unknown[], R>(run: (...args: A) => R, args: A): Promise<Awaited<R> | undefined> {
    try {
      return await this.evaluate(run, ...args);
    } catch (error) {
      if (BETWEEN_PAGES.test(String(error))) return undefined;
      throw error;
    }
  }

  async #timeout(run: unknown, args: unknown[], result: unknown): Promise<Error> {
    const page = await this.evaluate(
      () => `${location.href} “${document.title}”: ${document.body?.textContent}`,
    ).catch(String);
    return new Error(
      `Waited ${PATIENCE} ms in vain for ${String(run)} with ${JSON.stringify(args)} (last result: ${JSON.stringify(result)}) ` +
        `on ${page.slice(0, 600)}`,
    );
  }
}

/** A frame inside a tab. */
export class InnerFrame extends DocumentView {
  readonly #frame: Frame;

  constructor(frame: Frame) {
    super();
    this.#frame = frame;
  }

  override evaluate<A extends unknown[], R>(run: (...args: A) => R, ...args: A): Promise<Awaited<R>> {
    return this.#frame.evaluate(run as (...args: unknown[]) => R, ...args);
  }
}

/** The frame that belongs to an element of the page. */
export async function contentOf(element: ElementHandle): Promise<Frame> {
  const frame = await (element as ElementHandle<HTMLIFrameElement>).contentFrame();
  if (!frame) throw new Error('The element is not a frame.');
  return frame;
}
