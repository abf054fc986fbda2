import { chosenKind, type KindName, type KindOptions, kindOptions } from '../../lib/storage/kind-options.ts';
import type { LastOutcome } from '../../lib/storage/last-outcome.ts';
import { useStored } from '../hooks/use-stored.ts';
import type { Notice } from './Notices.tsx';
import { type AwaitedPresses, useAwaitedPress } from './use-awaited-press.ts';
import { type FitOffer, useFrozenPassword } from './use-frozen-password.ts';
import { useLastOutcome } from './use-last-outcome.ts';
import { type Notify, useNotice } from './use-notice.ts';
import { type PasswordActions, usePasswordActions } from './use-password-actions.ts';
import { type PopupPassword, usePopupPassword } from './use-popup-password.ts';
import { type SiteRuleState, useSiteRule } from './use-site-rule.ts';
import { type SurveyedTab, useTabSurvey } from './use-tab-survey.ts';

/** Everything that the popup shows, and what its controls do. */
export interface PopupState {
  /** Whether the chosen kind and the last fill have been read. */
  readonly isReady: boolean;
  readonly lastFill: LastOutcome | null | undefined;
  readonly kind: KindName;
  /** `undefined` until they have been read. */
  readonly options: KindOptions[KindName] | undefined;
  readonly survey: SurveyedTab | undefined;
  readonly rule: SiteRuleState;
  readonly made: PopupPassword;
  /** Another password in place of the shown one, which has left the popup. */
  readonly offer: FitOffer | undefined;
  readonly actions: PasswordActions;
  /** What the person does while a server is asked. */
  readonly waiting: AwaitedPresses;
  readonly notice: Notice | undefined;
  readonly notify: Notify;
  /** Shows the result of something done in the page, and surveys the page again. */
  readonly notifyFill: Notify;
  readonly selectKind: (kind: KindName) => void;
  readonly setOptions: (options: KindOptions[KindName]) => void;
}

/**
 * Lets a change replace a password that has left the popup, which only the person may do. `first` also takes
 * away what was said about that password.
 */
const replacingWith =
  (first: () => void) =>
  <Args extends unknown[]>(change: (...args: Args) => void) =>
  (...args: Args) => {
    first();
    change(...args);
  };

/** The state of the whole popup. */
export function usePopup(): PopupState {
  const [chosen, changeKind] = useStored(chosenKind);
  const kind: KindName = chosen ?? 'password';
  const [options, changeOptions] = useStored<KindOptions[KindName]>(kindOptions[kind]);
  const [survey, refreshSurvey] = useTabSurvey();
  const [lastFill, dismissLastFill] = useLastOutcome();
  const rule = useSiteRule(survey);
  const latest = usePopupPassword(kind, chosen && options, rule);
  const { host = '' } = survey ?? {};
  const frozen = useFrozenPassword(latest, { kind, options, site: rule.site }, host);
  const { made, freeze, thaw } = frozen;
  const [notice, notify] = useNotice(made.shown?.password);
  const notifyFill: Notify = (result, about) => {
    notify(result, about);
    dismissLastFill();
    refreshSurvey();
  };
  const actions = usePasswordActions({ host, freeze, notify, notifyFill });
  const waiting = useAwaitedPress({ made, survey, actions, notify });
  const replacing = replacingWith(() => {
    waiting.forget();
    notify(undefined);
    thaw();
  });
  const isReady = chosen !== undefined && lastFill !== undefined && made.isReady;
  return {
    ...{ isReady, lastFill, kind, options, survey, notice, notify, notifyFill, actions, waiting },
    made: { ...made, regenerate: replacing(made.regenerate), makeLocal: replacing(made.makeLocal) },
    rule: { ...rule, ignore: replacing(rule.ignore), applyUpdate: replacing(rule.applyUpdate) },
    offer: frozen.offer && { ...frozen.offer, accept: frozen.offer.accept && replacing(frozen.offer.accept) },
    selectKind: replacing((selected: KindName) => changeKind(() => selected)),
    setOptions: replacing((changed: KindOptions[KindName]) => changeOptions(() => changed)),
  };
}
