import { useEffect, useMemo, useState } from 'preact/hooks';
import { DEFAULT_OPTIONS, type GenerateRequest, generate } from '../../lib/generator/index.ts';
import { type GenerateWithinResult, generateWithin } from '../../lib/site-rules/generate-within.ts';
import type { MergedRule } from '../../lib/site-rules/merge.ts';
import { type KindName, type KindOptions, requestOf } from '../../lib/storage/kind-options.ts';

/** A password of this device, and how to have another. */
export interface MadeHere {
  /** `undefined` until the options, and for a passphrase its words, are there. */
  readonly made: GenerateWithinResult | undefined;
  /** Counts the calls of `again`. */
  readonly round: number;
  readonly again: () => void;
}

/** A password by the options and within what the site accepts, made anew whenever they change or `again` is called. */
export function useMadePassword<Name extends KindName>(
  kind: Name,
  options: KindOptions[Name] | undefined,
  site: MergedRule,
): MadeHere {
  const [round, setRound] = useState(0);
  const request = useRequest(kind, options);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `round` stands for "make another"
  const made = useMemo(() => request && make(request, site), [request, round, site]);
  return { made, round, again: () => setRound((count) => count + 1) };
}

/** Only passwords are drawn within a site's rule; words, syllables and PINs are what they are. */
function make(request: GenerateRequest, site: MergedRule): GenerateWithinResult {
  if (request.kind !== 'password') {
    const made = generate(request);
    return made.ok ? { ...made, adjustments: [] } : made;
  }
  const { kind: _, ...options } = request;
  return generateWithin({ ...DEFAULT_OPTIONS, ...options }, site);
}

/** The request for these options, at once but for passphrases, whose words are loaded first. */
function useRequest<Name extends KindName>(
  kind: Name,
  options: KindOptions[Name] | undefined,
): GenerateRequest | undefined {
  const [loaded, setLoaded] = useState<{ options: unknown; request: GenerateRequest }>();
  const direct = useMemo(
    () => (options && kind !== 'passphrase' ? ({ kind, ...options } as GenerateRequest) : undefined),
    [kind, options],
  );
  useEffect(() => {
    if (options && kind === 'passphrase') {
      void requestOf(kind, options).then((request) => setLoaded({ options, request }));
    }
  }, [kind, options]);
  return direct ?? (options && loaded?.options === options ? loaded.request : undefined);
}
