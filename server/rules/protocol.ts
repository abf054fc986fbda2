import type { PasswordInput } from '../options.ts';
import type { Fault } from '../password-set.ts';
import type { Figures } from '../replies.ts';

/** Passwords with their figures, or the parameter at fault. */
export type Made =
  | { readonly ok: true; readonly passwords: readonly string[]; readonly figures: Figures }
  | Fault
  | { readonly ok: false; readonly field: 'overloaded' };

/** What the worker is asked for. */
export interface RulesJob {
  readonly input: PasswordInput;
  /** The bundled rules of the site that the options name. */
  readonly siteRules: string | undefined;
  readonly count: number;
}

/** Makes passwords within a text of rules. */
export type ReadRules = (job: RulesJob) => Promise<Made>;
