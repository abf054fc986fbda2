import { useMemo, useState } from 'preact/hooks';
import { type GenerateResult, generate, type PasswordOptions } from '../../lib/generator/index.ts';

/** A password of this device, and how to have another. */
export interface MadeHere {
  /** `undefined` until the options are known. */
  readonly made: GenerateResult | undefined;
  /** The options with the length that the page takes. */
  readonly fitted: PasswordOptions | undefined;
  /** Counts the calls of `again`. */
  readonly round: number;
  readonly again: () => void;
}

/** A password by the options, made anew whenever they change or `again` is called. */
export function useMadePassword(
  options: PasswordOptions | undefined,
  maxLength: number | undefined,
): MadeHere {
  const [round, setRound] = useState(0);
  const fitted = useMemo(
    () => options && { ...options, length: Math.min(options.length, maxLength ?? options.length) },
    [options, maxLength],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: `round` stands for "make another"
  const made = useMemo(() => fitted && generate({ kind: 'password', ...fitted }), [fitted, round]);
  return { made, fitted, round, again: () => setRound((count) => count + 1) };
}
