import { useEffect, useMemo, useState } from 'preact/hooks';
import type { GenerateRequest } from '../../lib/generator/index.ts';
import { type GenerateKindResult, generateKind } from '../../lib/site-rules/generate-kind.ts';
import type { MergedRule } from '../../lib/site-rules/merge.ts';
import { generateRequest, type KindName, type KindOptions } from '../../lib/storage/kind-options.ts';

/** A password of this device, and how to have another. */
export interface MadeHere {
  /** `undefined` until the options, and for a passphrase its words, are there. */
  readonly made: GenerateKindResult | undefined;
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
  const made = useMemo(() => request && generateKind(request, site), [request, round, site]);
  return { made, round, again: () => setRound((count) => count + 1) };
}

/** The request for these options; `undefined` while the words of a passphrase are being loaded. */
function useRequest<Name extends KindName>(
  kind: Name,
  options: KindOptions[Name] | undefined,
): GenerateRequest | undefined {
  const request = useMemo(() => options && generateRequest(kind, options), [kind, options]);
  const [loaded, setLoaded] = useState<{ pending: unknown; request: GenerateRequest }>();
  useEffect(() => {
    if (request instanceof Promise)
      void request.then((each) => setLoaded({ pending: request, request: each }));
  }, [request]);
  if (!(request instanceof Promise)) return request;
  return loaded?.pending === request ? loaded.request : undefined;
}
