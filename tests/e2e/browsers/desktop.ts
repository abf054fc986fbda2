import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { ensurePackages } from '../../../scripts/browsers.ts';
import { screenToPng } from './xwd.ts';

const run = promisify(execFile);

/** A private X display: a screen in memory, a keyboard, a mouse and a clipboard. */
export class Desktop {
  readonly display: string;
  readonly #server: ChildProcess;
  readonly #folder: string;
  readonly #stop = () => {
    this.#server.kill();
    rmSync(this.#folder, { recursive: true, force: true });
  };

  private constructor(display: string, server: ChildProcess, folder: string) {
    this.display = display;
    this.#server = server;
    this.#folder = folder;
    process.once('exit', this.#stop);
  }

  /** Starts an X server, which picks a free display number. */
  static async start(): Promise<Desktop> {
    ensurePackages(['xvfb', 'xdotool']);
    const folder = mkdtempSync(path.join(tmpdir(), 'passmint-screen-'));
    const flags = ['-displayfd', '3', '-screen', '0', '1280x1000x24', '-nolisten', 'tcp', '-fbdir', folder];
    const server = spawn('Xvfb', flags, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
    const number = await new Promise<string>((resolve, reject) => {
      server.stdio[3]?.once('data', (data) => resolve(String(data).trim()));
      server.once('error', reject);
      server.once('exit', (code) => reject(new Error(`Xvfb ended at once, with exit code ${code}.`)));
    });
    return new Desktop(`:${number}`, server, folder);
  }

  /** Runs xdotool and returns its output. */
  async xdotool(...args: ReadonlyArray<string | number>): Promise<string> {
    const { stdout } = await run('xdotool', args.map(String), {
      env: { ...process.env, DISPLAY: this.display },
    });
    return stdout.trim();
  }

  /** Moves the mouse to a point in screen pixels and clicks: 1 is the left button, 3 the right one. */
  async click(point: { x: number; y: number }, button: 1 | 3 = 1): Promise<void> {
    await this.xdotool('mousemove', Math.round(point.x), Math.round(point.y), 'click', button);
  }

  /** Presses keys one after the other, by their X names, with modifiers as in `ctrl+v`. */
  async press(...keys: string[]): Promise<void> {
    await this.xdotool('key', ...keys);
  }

  /** Types ASCII text. Other characters need changes to the keyboard map, which browsers miss. */
  async type(text: string): Promise<void> {
    if (!/^[\x20-\x7e]*$/.test(text)) throw new Error('Only printable ASCII can be typed with real keys.');
    if (text) await this.xdotool('type', '--delay', 5, '--', text);
  }

  /** The ids of all visible windows, menus included. */
  async windows(): Promise<string[]> {
    const found = await this.xdotool('search', '--onlyvisible', '--name', '').catch(() => '');
    return found.split('\n').filter(Boolean);
  }

  /**
   * Gives the browser's window the keyboard focus. Without a window manager the focus follows the mouse, and
   * a browser closes its popups when the mouse moves to one of them.
   */
  async focus(windowClass: string): Promise<void> {
    await this.raise(await this.topWindow(windowClass));
  }

  /** The id of the browser's topmost window. */
  async topWindow(windowClass: string): Promise<string> {
    const found = await this.xdotool('search', '--sync', '--onlyvisible', '--class', windowClass);
    const last = found.split('\n').at(-1);
    if (!last) throw new Error(`No window of class ${windowClass} is shown.`);
    return last;
  }

  /** Puts a window on top of the others and gives it the keyboard focus. */
  async raise(window: string): Promise<void> {
    await this.xdotool('windowraise', window, 'windowfocus', '--sync', window);
  }

  /** The current screen as an X window dump. */
  pixels(): Buffer {
    return readFileSync(path.join(this.#folder, 'Xvfb_screen0'));
  }

  /** Writes a PNG of the whole screen. */
  screenshot(file: string): void {
    writeFileSync(file, screenToPng(this.pixels()));
  }

  /** Stops the X server and deletes its screen. */
  async close(): Promise<void> {
    process.off('exit', this.#stop);
    const ended = new Promise((resolve) => this.#server.once('exit', resolve));
    if (this.#server.exitCode === null && this.#server.kill()) await ended;
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
