import { useEffect, useMemo, useState } from 'preact/hooks';
import type { GenerateRequest } from '../../lib/generator/index.ts';
import { type GenerateKindResult, generateKind } from '../../lib/site-rules/generate-kind.ts';
import type { MergedRule } from '../../lib/site-rules/merge.ts';
import { generateRequest, type KindName, type KindOptions } from '../../lib/storage/kind-options.ts';
import { useFailure } from '../hooks/use-failure.ts';

/** A password made on this device, and a way to get another. */
interface LocalPassword {
  /** `undefined` until the options and, for a passphrase, the word list are loaded. */
  readonly made: GenerateKindResult | undefined;
  /** The number of calls of `regenerate`. */
  readonly round: number;
  readonly regenerate: () => void;
}

/**
 * Makes a password by the options and the site's rule. It makes another when these change, and on
 * `regenerate`.
 */
export function useMadePassword<Name extends KindName>(
  kind: Name,
  options: KindOptions[Name] | undefined,
  site: MergedRule,
): LocalPassword {
  const [round, setRound] = useState(0);
  const request = useRequest(kind, options);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `round` counts the calls of `regenerate`
  const made = useMemo(() => request && generateKind(request, site), [request, round, site]);
  return { made, round, regenerate: () => setRound((count) => count + 1) };
}

/** The request for these options; `undefined` while the word list of a passphrase is loading. */
function useRequest<Name extends KindName>(
  kind: Name,
  options: KindOptions[Name] | undefined,
): GenerateRequest | undefined {
  const request = useMemo(() => options && generateRequest(kind, options), [kind, options]);
  const fail = useFailure();
  const [loaded, setLoaded] = useState<{ pending: unknown; request: GenerateRequest }>();
  useEffect(() => {
    if (request instanceof Promise)
      request.then((each) => setLoaded({ pending: request, request: each }), fail);
  }, [request, fail]);
  if (!(request instanceof Promise)) return request;
  return loaded?.pending === request ? loaded.request : undefined;
}
