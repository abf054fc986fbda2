import type { TestBrowser, TestPage } from '../browsers/types.ts';
import type { AttackedApi } from './attacked-api.ts';
import type { HostileServer } from './hostile-server.ts';

/** What an attack works with. */
export interface Arena {
  /** A running browser with the extension; all attacks share it. */
  readonly browser: TestBrowser;
  readonly server: HostileServer;
  /** Whether races run for a thousand rounds rather than for a few. */
  readonly isThorough: boolean;
  /** A page of the extension, to send its messages and to look at its storage. */
  readonly own: TestPage;
  /** The password API, which the attacker runs as well; set up by real gestures when first asked for. */
  api(): Promise<AttackedApi>;
}

/** How an attack ended. */
export interface AttackResult {
  readonly succeeded: boolean;
  /** What was seen, never with a password or a key in it. */
  readonly detail: string;
}

/** One way to harm a person who uses the extension. */
export interface Attack {
  /** What the attacker does, as the end of “An attacker …”. */
  readonly name: string;
  /** The browsers without what the attack needs, and the reason, which is printed in its row. */
  readonly missing?: { readonly [browser in TestBrowser['name']]?: string };
  /**
   * Runs the attack once. Throws if it could not be carried out, because an attack that never took place has
   * shown nothing.
   */
  run(arena: Arena): Promise<AttackResult>;
}

/** Attacks on one thing, in the order in which they run. */
export interface AttackFamily {
  readonly name: string;
  readonly attacks: readonly Attack[];
}

export const held = (detail: string): AttackResult => ({ succeeded: false, detail });
export const succeeded = (detail: string): AttackResult => ({ succeeded: true, detail });

/** An attack succeeded if `isBroken`. */
export const verdict = (isBroken: boolean, detail: string): AttackResult => ({
  succeeded: isBroken,
  detail,
});
