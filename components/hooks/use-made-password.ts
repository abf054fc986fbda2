import { useMemo, useState } from 'preact/hooks';
import { type GenerateResult, generate, type PasswordOptions } from '../../lib/generator/index.ts';

/** A password by the options, made anew whenever they change or `again` is called; `undefined` without options. */
export function useMadePassword(
  options: PasswordOptions | undefined,
  maxLength: number | undefined,
): { made: GenerateResult | undefined; again: () => void } {
  const [round, setRound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `round` stands for "make another"
  const made = useMemo(() => {
    if (!options) return undefined;
    const length = Math.min(options.length, maxLength ?? options.length);
    return generate({ kind: 'password', ...options, length });
  }, [options, maxLength, round]);
  return { made, again: () => setRound((count) => count + 1) };
}
