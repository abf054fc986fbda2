import { useState } from 'preact/hooks';
import type { GeneratorError, PasswordOptions, Strength } from '../../lib/generator/index.ts';
import { message } from '../../lib/i18n/message.ts';
import { needsSettings } from '../../lib/messaging/api-problem.ts';
import type { ApiFailure } from '../../lib/messaging/fill-outcome.ts';
import type { ApiRequest } from '../../lib/messaging/messages.ts';
import type { GenerateKindResult } from '../../lib/site-rules/generate-kind.ts';
import { fitServerOptions } from '../../lib/site-rules/generate-within.ts';
import type { SiteNotes } from '../../lib/site-rules/site-notes.ts';
import { apiService, apiSettings, supportedOptions } from '../../lib/storage/api-settings.ts';
import type { KindName, KindOptions } from '../../lib/storage/kind-options.ts';
import { useStored } from '../hooks/use-stored.ts';
import { type ApiAttempt, useApiPassword } from './use-api-password.ts';
import { useMadePassword } from './use-made-password.ts';
import type { FittedSite } from './use-site-rule.ts';

/** A password as the popup shows it. */
export interface ShownPassword {
  readonly password: string;
  readonly strength: Strength;
  readonly entropyBits: number;
  /** Its strength, as a sentence: of a server's password it is no more than a bound. */
  readonly bits: string;
  /** The server that made it. */
  readonly madeBy?: string;
  /** The server's own figure, as its claim. */
  readonly serverBits?: number;
  /** What was changed for the site, and what it may still object to. */
  readonly notes?: Pick<SiteNotes, 'adjustments' | 'unmet'> | undefined;
}

export interface PopupPassword {
  readonly shown: ShownPassword | undefined;
  readonly error: GeneratorError | undefined;
  /** The API's failure; where nothing is shown, the person decides. */
  readonly failure: ApiFailure | undefined;
  /** Why the API did not make what is shown, although it should have: the person has chosen this device for then. */
  readonly insteadOf: ApiFailure | undefined;
  /** The server that is being asked, once that takes long enough to say so. */
  readonly asking: string | undefined;
  /** Whether a server may yet replace what is shown. */
  readonly isWaiting: boolean;
  /** What the configured service cannot honour, and its name for people. */
  readonly unsupported: { readonly options: readonly string[]; readonly host: string };
  readonly again: () => void;
  readonly makeLocal: () => void;
  readonly cancel: () => void;
}

/**
 * The password of the popup: made on this device at once, within what the site accepts; replaced when the API is on and
 * its reply has passed. Servers make passwords only, so the other kinds are never asked of one.
 */
export function usePopupPassword<Name extends KindName>(
  kind: Name,
  options: KindOptions[Name] | undefined,
  { site, told }: FittedSite,
): PopupPassword {
  const [settings] = useStored(apiSettings);
  const { made, round, again } = useMadePassword(kind, options, site);
  const service = settings?.on && kind === 'password' ? apiService(settings) : undefined;
  const [localFor, setLocalFor] = useState('');
  const turn = `${round} ${JSON.stringify([options, told])}`;
  const asked =
    service && options && made?.ok ? fitServerOptions(options as PasswordOptions, site) : undefined;
  const request: ApiRequest | undefined =
    asked?.ok && service
      ? { options: supportedOptions(asked.options, service.preset.unsupported), rule: told }
      : undefined;
  const [attempt, cancel] = useApiPassword(request, round);

  const failure = request && attempt.status === 'failed' ? attempt.failure : undefined;
  const mayStandIn = settings?.fallback === 'local' && failure && !needsSettings(failure.problem);
  const local = made?.ok && (!failure || mayStandIn || localFor === turn) ? localPassword(made) : undefined;
  const shown = request && attempt.status === 'ready' ? apiShown(attempt) : local;
  const notes = made?.ok
    ? { adjustments: made.adjustments, ...(made.unmet && { unmet: made.unmet }) }
    : undefined;
  return {
    shown: shown && { ...shown, notes },
    isWaiting: Boolean(request) && (attempt.status === 'waiting' || attempt.status === 'slow'),
    error: made && !made.ok ? made.error : undefined,
    failure: localFor === turn || mayStandIn ? undefined : failure,
    insteadOf: mayStandIn && localFor !== turn ? failure : undefined,
    asking: request && attempt.status === 'slow' ? service?.host : undefined,
    unsupported: { options: service?.preset.unsupported ?? [], host: service?.host ?? '' },
    again,
    makeLocal: () => setLocalFor(turn),
    cancel,
  };
}

function localPassword(made: Extract<GenerateKindResult, { ok: true }>): ShownPassword {
  const { password, strength, entropyBits } = made;
  return { password, strength, entropyBits, bits: message('strength_bits', made.entropyBits.toFixed(1)) };
}

function apiShown({ made }: Extract<ApiAttempt, { status: 'ready' }>): ShownPassword {
  return {
    password: made.password,
    strength: made.strengthAtMost,
    entropyBits: made.entropyAtMostBits,
    bits: message('strength_at_most', made.entropyAtMostBits.toFixed(1)),
    madeBy: made.host,
    ...(made.serverClaims.entropyBits !== undefined && { serverBits: made.serverClaims.entropyBits }),
  };
}
