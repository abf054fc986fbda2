import { useMemo, useState } from 'preact/hooks';
import type { GeneratorError, PasswordOptions, Strength } from '../../lib/generator/index.ts';
import { needsSettings } from '../../lib/platform/api-problem.ts';
import { apiService, apiSettings, honouredOptions } from '../../lib/platform/api-settings.ts';
import type { ApiFailureToTell } from '../../lib/platform/fill-outcome.ts';
import { message } from '../../lib/platform/i18n.ts';
import { fitOptions, type KindName, type KindOptions } from '../../lib/platform/kinds.ts';
import { type ApiAttempt, useApiPassword } from './use-api-password.ts';
import { useMadePassword } from './use-made-password.ts';
import { useStored } from './use-stored.ts';

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
}

export interface PopupPassword {
  readonly shown: ShownPassword | undefined;
  readonly error: GeneratorError | undefined;
  /** The API's failure; where nothing is shown, the person decides. */
  readonly failure: ApiFailureToTell | undefined;
  /** Why the API did not make what is shown, although it should have: the person has chosen this device for then. */
  readonly insteadOf: ApiFailureToTell | undefined;
  /** The server that is being asked, once that takes long enough to say so. */
  readonly asking: string | undefined;
  /** What the configured service cannot honour, and its name for people. */
  readonly unsupported: { readonly options: readonly string[]; readonly host: string };
  readonly again: () => void;
  readonly makeLocal: () => void;
  readonly cancel: () => void;
}

/**
 * The password of the popup: made on this device at once; replaced when the API is on and its reply has passed.
 * Servers make passwords only, so the other kinds are never asked of one.
 */
export function usePopupPassword<Name extends KindName>(
  kind: Name,
  options: KindOptions[Name] | undefined,
  maxLength?: number,
): PopupPassword {
  const [settings] = useStored(apiSettings);
  const fitted = useMemo(() => options && fitOptions(options, maxLength), [options, maxLength]);
  const { made, round, again } = useMadePassword(kind, fitted);
  const service = settings?.on && kind === 'password' ? apiService(settings) : undefined;
  const [localFor, setLocalFor] = useState('');
  const turn = `${round} ${JSON.stringify(fitted)}`;
  const asked = service && fitted && made?.ok ? (fitted as PasswordOptions) : undefined;
  const request = asked && service && honouredOptions(asked, service.preset.unsupported);
  const [attempt, cancel] = useApiPassword(request, round);

  const failure = request && attempt.status === 'failed' ? attempt.failure : undefined;
  const mayStandIn = settings?.fallback === 'local' && failure && !needsSettings(failure.problem);
  const local = made?.ok && (!failure || mayStandIn || localFor === turn) ? localPassword(made) : undefined;
  return {
    shown: request && attempt.status === 'ready' ? apiShown(attempt) : local,
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

function localPassword(made: { password: string; strength: Strength; entropyBits: number }): ShownPassword {
  return { ...made, bits: message('strength_bits', made.entropyBits.toFixed(1)) };
}

function apiShown({ made }: Extract<ApiAttempt, { status: 'ready' }>): ShownPassword {
  return {
    password: made.password,
    strength: made.strengthAtMost,
    entropyBits: made.entropyAtMostBits,
    bits: message('strength_at_most', made.entropyAtMostBits.toFixed(1)),
    madeBy: made.host,
    ...(made.serverSays.entropyBits !== undefined && { serverBits: made.serverSays.entropyBits }),
  };
}
