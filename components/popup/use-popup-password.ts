import { useState } from 'preact/hooks';
import type { GeneratorError, PasswordOptions, Strength } from '../../lib/generator/index.ts';
import { describeBits } from '../../lib/i18n/describe-adjustments.ts';
import { message } from '../../lib/i18n/message.ts';
import { allowsFallback } from '../../lib/messaging/api-problem.ts';
import type { ApiFailure } from '../../lib/messaging/fill-outcome.ts';
import type { ApiRequest } from '../../lib/messaging/messages.ts';
import type { GenerateKindResult } from '../../lib/site-rules/generate-kind.ts';
import { fitServerOptions } from '../../lib/site-rules/generate-within.ts';
import type { MergedRule } from '../../lib/site-rules/merge.ts';
import type { SiteNotes } from '../../lib/site-rules/site-notes.ts';
import { apiService, apiSettings, supportedOptions } from '../../lib/storage/api-settings.ts';
import type { KindName, KindOptions } from '../../lib/storage/kind-options.ts';
import { useStored } from '../hooks/use-stored.ts';
import { type ApiAttempt, useApiPassword } from './use-api-password.ts';
import { useMadePassword } from './use-made-password.ts';
import type { FittedSite } from './use-site-rule.ts';

/** What a password was made for. */
export interface MadeFor {
  readonly kind: KindName;
  readonly options: KindOptions[KindName];
  /** The rule that it was fitted to. */
  readonly site: MergedRule;
}

/** A password as the popup shows it. */
export interface ShownPassword {
  readonly password: string;
  readonly strength: Strength;
  readonly entropyBits: number;
  /** Its strength as a sentence. For a server's password it is an upper bound. */
  readonly bits: string;
  /** The server that made it. */
  readonly madeBy?: string;
  /** The entropy that the server claims, in bits. */
  readonly serverBits?: number;
  /** The options changed for the site, and the rules that the password may still break. */
  readonly notes?: Pick<SiteNotes, 'adjustments' | 'unmet'> | undefined;
  readonly madeFor: MadeFor;
}

type Described = Omit<ShownPassword, 'madeFor'>;

export interface PopupPassword {
  readonly shown: ShownPassword | undefined;
  /** The password made last, which differs from the shown one while that is frozen. */
  readonly latest: string | undefined;
  readonly error: GeneratorError | undefined;
  /** The API's failure, where the person has to decide what to do. */
  readonly failure: ApiFailure | undefined;
  /** The API's failure, where the person has chosen this device as the fallback. */
  readonly fallbackCause: ApiFailure | undefined;
  /** The host of a request that has been under way for long enough to be shown. */
  readonly pendingHost: string | undefined;
  /** Whether a server's reply may still replace the shown password. */
  readonly isWaiting: boolean;
  /** The options that the configured service ignores, and its host. */
  readonly unsupported: { readonly options: readonly string[]; readonly host: string };
  readonly regenerate: () => void;
  readonly makeLocal: () => void;
  readonly cancel: () => void;
}

/**
 * The password of the popup. This device makes it at once, within what the site accepts. If the API is on, a
 * verified reply replaces it. Servers make passwords only, so no request is sent for the other kinds.
 */
export function usePopupPassword<Name extends KindName>(
  kind: Name,
  options: KindOptions[Name] | undefined,
  { site, portable }: FittedSite,
): PopupPassword {
  const [settings] = useStored(apiSettings);
  const { made, round, regenerate } = useMadePassword(kind, options, site);
  const service = settings?.on && kind === 'password' ? apiService(settings) : undefined;
  const [localFor, setLocalFor] = useState('');
  const inputs = `${round} ${JSON.stringify([options, portable])}`;
  const fitted =
    service && options && made?.ok ? fitServerOptions(options as PasswordOptions, site) : undefined;
  const request: ApiRequest | undefined =
    fitted?.ok && service
      ? { options: supportedOptions(fitted.options, service.unsupported), rule: portable }
      : undefined;
  const [attempt, cancel] = useApiPassword(request, round);

  const failure = request && attempt.status === 'failed' ? attempt.failure : undefined;
  const usesFallback = settings?.fallback === 'local' && failure && allowsFallback(failure.problem);
  const local =
    made?.ok && (!failure || usesFallback || localFor === inputs) ? localPassword(made) : undefined;
  const shown = request && attempt.status === 'ready' ? apiShown(attempt) : local;
  const notes = made?.ok
    ? { adjustments: made.adjustments, ...(made.unmet && { unmet: made.unmet }) }
    : undefined;
  return {
    shown: shown && options && { ...shown, notes, madeFor: { kind, options, site } },
    latest: shown?.password,
    isWaiting: Boolean(request) && (attempt.status === 'waiting' || attempt.status === 'slow'),
    error: made && !made.ok ? made.error : undefined,
    failure: localFor === inputs || usesFallback ? undefined : failure,
    fallbackCause: usesFallback && localFor !== inputs ? failure : undefined,
    pendingHost: request && attempt.status === 'slow' ? service?.host : undefined,
    unsupported: { options: service?.unsupported ?? [], host: service?.host ?? '' },
    regenerate,
    makeLocal: () => setLocalFor(inputs),
    cancel,
  };
}

function localPassword(made: Extract<GenerateKindResult, { ok: true }>): Described {
  const { password, strength, entropyBits, isAtLeast } = made;
  return { password, strength, entropyBits, bits: describeBits(entropyBits, isAtLeast) };
}

function apiShown({ made }: Extract<ApiAttempt, { status: 'ready' }>): Described {
  return {
    password: made.password,
    strength: made.strengthAtMost,
    entropyBits: made.entropyAtMostBits,
    bits: message('strength_at_most', made.entropyAtMostBits.toFixed(1)),
    madeBy: made.host,
    ...(made.serverClaims.entropyBits !== undefined && { serverBits: made.serverClaims.entropyBits }),
  };
}
