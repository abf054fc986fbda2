import { useState } from 'preact/hooks';
import type { GeneratorError, PasswordOptions, Strength } from '../../lib/generator/index.ts';
import { describeBits } from '../../lib/i18n/describe-adjustments.ts';
import { message } from '../../lib/i18n/message.ts';
import { formatDecimal } from '../../lib/i18n/plural.ts';
import { allowsFallback } from '../../lib/messaging/api-problem.ts';
import type { ApiFailure } from '../../lib/messaging/fill-outcome.ts';
import type { ApiRequest } from '../../lib/messaging/messages.ts';
import { unmetBound } from '../../lib/site-rules/check.ts';
import type { GenerateKindResult } from '../../lib/site-rules/generate-kind.ts';
import { fitServerOptions } from '../../lib/site-rules/generate-within.ts';
import type { MergedRule } from '../../lib/site-rules/merge.ts';
import type { Bound } from '../../lib/site-rules/rule.ts';
import type { SiteNotes } from '../../lib/site-rules/site-notes.ts';
import {
  type ApiService,
  type ApiSettings,
  apiService,
  apiSettings,
  supportedOptions,
} from '../../lib/storage/api-settings.ts';
import type { KindName, KindOptions } from '../../lib/storage/kind-options.ts';
import { useStored } from '../hooks/use-stored.ts';
import { type ApiAttempt, useApiPassword } from './use-api-password.ts';
import { useMadePassword } from './use-made-password.ts';
import type { FittedSite, SiteRuleState } from './use-site-rule.ts';

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
  /** The age of the server's key in whole days, if it is to be rotated by now. */
  readonly oldKeyDays?: number | undefined;
  /** The options changed for the site, and the rules that the password may still break. */
  readonly notes?: Pick<SiteNotes, 'adjustments' | 'unmet'> | undefined;
  readonly madeFor: MadeFor;
}

type Described = Omit<ShownPassword, 'madeFor'>;

/** A password that a server has yet to return. */
export interface AwaitedPassword {
  readonly host: string;
  /** As far as this device can tell. */
  readonly length: number;
}

export interface PopupPassword {
  /** Whether the settings that decide what is shown have been read. */
  readonly isReady: boolean;
  /** Whether passwords of this kind come from a server. */
  readonly usesApi: boolean;
  readonly shown: ShownPassword | undefined;
  /** What Copy and Fill wait for, where this device does not stand in for the server. */
  readonly awaited: AwaitedPassword | undefined;
  /** What the shown server’s password lacks by a rule of the page that came after the request. */
  readonly misfit: Bound | undefined;
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
 * The password of the popup, within what the site accepts. This device makes it at once. If the API is on, a
 * verified reply replaces it; where the person has not chosen this device as the fallback, it is not even
 * shown before the reply. Servers make passwords only, so no request is sent for the other kinds.
 */
export function usePopupPassword<Name extends KindName>(
  kind: Name,
  options: KindOptions[Name] | undefined,
  rule: Pick<SiteRuleState, 'site' | 'portable' | 'isSettled' | 'choices'>,
): PopupPassword {
  const { site, isSettled } = rule;
  const [settings] = useStored(apiSettings);
  const { made, round, regenerate } = useMadePassword(kind, options, site);
  const service = settings?.on && kind === 'password' ? apiService(settings) : undefined;
  const request =
    service && options && made?.ok ? requestOf(options as PasswordOptions, rule, service) : undefined;
  const choice = `${round} ${rule.choices} ${JSON.stringify(options)}`;
  const { attempt, isSlow, cancel } = useApiPassword({ request, choice, isSettled });
  const [localFor, setLocalFor] = useState('');

  const isLocal = localFor === choice;
  const chosen = choosePassword({ made, attempt, isLocal, fallback: settings?.fallback, site });
  const host = service?.host ?? '';
  return {
    ...chosen,
    isReady: settings !== undefined,
    usesApi: service !== undefined,
    shown: chosen.shown && options && { ...chosen.shown, madeFor: { kind, options, site } },
    awaited: chosen.awaits === undefined ? undefined : { host, length: chosen.awaits },
    latest: chosen.shown?.password,
    error: made && !made.ok ? made.error : undefined,
    pendingHost: isSlow ? host : undefined,
    unsupported: { options: service?.unsupported ?? [], host },
    regenerate,
    makeLocal: () => setLocalFor(choice),
    cancel,
  };
}

interface Sources {
  readonly made: GenerateKindResult | undefined;
  readonly attempt: ApiAttempt;
  /** Whether the person has chosen this device after a failure. */
  readonly isLocal: boolean;
  readonly fallback: ApiSettings['fallback'] | undefined;
  readonly site: MergedRule;
}

/** Which password is shown, what is awaited for it, and which failure is told. */
function choosePassword({ made, attempt, isLocal, fallback, site }: Sources) {
  const isWaiting = attempt.status === 'waiting';
  const failure = attempt.status === 'failed' && !isLocal ? attempt.failure : undefined;
  const usesFallback = fallback === 'local' && (!failure || allowsFallback(failure.problem));
  const local = made?.ok ? localPassword(made) : undefined;
  const isLocalShown = usesFallback || (!isWaiting && !failure);
  const shown = attempt.status === 'ready' ? apiShown(attempt) : isLocalShown ? local : undefined;
  const misfit = shown?.madeBy ? unmetBound(shown.password, site.rule) : undefined;
  return {
    shown: shown && { ...shown, notes: made?.ok && !misfit ? notesOf(made) : undefined },
    awaits: isWaiting && !shown ? local?.password.length : undefined,
    misfit,
    isWaiting,
    failure: usesFallback ? undefined : failure,
    fallbackCause: usesFallback ? failure : undefined,
  };
}

type LocallyMade = Extract<GenerateKindResult, { ok: true }>;

/** The request for options as the site accepts them; `undefined` where it accepts none. */
function requestOf(
  options: PasswordOptions,
  { site, portable }: FittedSite,
  { unsupported }: ApiService,
): ApiRequest | undefined {
  const fitted = fitServerOptions(options, site);
  return fitted.ok ? { options: supportedOptions(fitted.options, unsupported), rule: portable } : undefined;
}

const notesOf = ({ adjustments, unmet }: LocallyMade) => ({ adjustments, ...(unmet && { unmet }) });

function localPassword(made: LocallyMade): Described {
  const { password, strength, entropyBits, isAtLeast } = made;
  return { password, strength, entropyBits, bits: describeBits(entropyBits, isAtLeast) };
}

function apiShown({ made }: Extract<ApiAttempt, { status: 'ready' }>): Described {
  return {
    password: made.password,
    strength: made.strengthAtMost,
    entropyBits: made.entropyAtMostBits,
    bits: message('strength_at_most', formatDecimal(made.entropyAtMostBits)),
    madeBy: made.host,
    oldKeyDays: made.oldKeyDays,
    ...(made.serverClaims.entropyBits !== undefined && { serverBits: made.serverClaims.entropyBits }),
  };
}
