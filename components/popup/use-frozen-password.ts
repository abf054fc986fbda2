import { useState } from 'preact/hooks';
import { describeBound } from '../../lib/i18n/describe-rule.ts';
import { message } from '../../lib/i18n/message.ts';
import { unmetBound } from '../../lib/site-rules/check.ts';
import type { Bound } from '../../lib/site-rules/rule.ts';
import type { MadeFor, PopupPassword, ShownPassword } from './use-popup-password.ts';

/** Another password that the person may use in place of the frozen one. */
export interface FitOffer {
  /** Why the frozen one is out of date. */
  readonly cause: string;
  /** Shows the other; `undefined` while there is none. */
  readonly accept: (() => void) | undefined;
}

/** What a password would be made for now; the options are `undefined` until they have been read. */
type MadeForNow = Omit<MadeFor, 'options'> & { readonly options: MadeFor['options'] | undefined };

interface FrozenPassword {
  /** What the popup shows: the frozen password if there is one, otherwise the latest. */
  readonly made: PopupPassword;
  readonly offer: FitOffer | undefined;
  /** Keeps this password shown until `thaw`. */
  readonly freeze: (shown: ShownPassword) => void;
  /** Shows the latest password again. */
  readonly thaw: () => void;
}

/**
 * Keeps the shown password once it has left the popup, because what is shown is what was copied or filled. A
 * rule, a server's reply or another window's options that come later only make an offer.
 */
export function useFrozenPassword(latest: PopupPassword, now: MadeForNow, host: string): FrozenPassword {
  const [frozen, freeze] = useState<ShownPassword>();
  const thaw = () => freeze(undefined);
  if (!frozen) return { made: latest, offer: misfitOffer(latest, host), freeze, thaw };
  const unmet = unmetBound(frozen.password, now.site.rule);
  const cause = causeOf(frozen, latest, now, unmet, host);
  const hasOther = !latest.isWaiting && (latest.shown || latest.failure);
  const accept = latest.misfit ? latest.regenerate : thaw;
  const offer = cause === undefined ? undefined : { cause, accept: hasOther ? accept : undefined };
  const notes = frozen.notes && { adjustments: frozen.notes.adjustments, ...(unmet && !offer && { unmet }) };
  return { made: { ...latest, ...withFrozen(latest, { ...frozen, notes }) }, offer, freeze, thaw };
}

/** Offers another request in place of a server's password that a rule which came later does not allow. */
function misfitOffer({ misfit, regenerate }: PopupPassword, host: string): FitOffer | undefined {
  return misfit && { cause: message('site_frozen', host, describeBound(misfit)), accept: regenerate };
}

/** The frozen password, without the errors and the choices that are about the latest. */
function withFrozen({ failure, fallbackCause }: PopupPassword, shown: ShownPassword): Partial<PopupPassword> {
  const cause = shown.madeBy ? undefined : (fallbackCause ?? failure);
  return { shown, awaited: undefined, error: undefined, failure: undefined, fallbackCause: cause };
}

/** Why the latest password would have replaced the frozen one; `undefined` if it is no better. */
function causeOf(
  frozen: ShownPassword,
  { shown, misfit }: PopupPassword,
  now: MadeForNow,
  unmet: Bound | undefined,
  host: string,
): string | undefined {
  // Another passphrase or PIN may break the same bound.
  if (unmet && !shown?.notes?.unmet) return message('site_frozen', host, describeBound(unmet));
  if (shown?.madeBy && !misfit && shown.madeBy !== frozen.madeBy)
    return message('popup_reply_ready', shown.madeBy);
  return isSame(frozen.madeFor, now) ? undefined : message('popup_options_changed');
}

/** Whether a password would be made of the same kind and by the same options. */
const isSame = (madeFor: MadeFor, { kind, options }: MadeForNow): boolean =>
  options === undefined ||
  JSON.stringify([madeFor.kind, madeFor.options]) === JSON.stringify([kind, options]);
