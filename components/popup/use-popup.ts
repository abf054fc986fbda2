import { useEffect, useState } from 'preact/hooks';
import { message } from '../../lib/i18n/message.ts';
import { chosenKind, type KindName, type KindOptions, kindOptions } from '../../lib/storage/kind-options.ts';
import { onStorageBusy } from '../../lib/storage/lock.ts';
import { useStored } from '../hooks/use-stored.ts';
import type { Notice } from './Notices.tsx';
import { type PopupPassword, usePopupPassword } from './use-popup-password.ts';
import { type SiteRuleState, useSiteRule } from './use-site-rule.ts';
import { type SurveyedTab, useTabSurvey } from './use-tab-survey.ts';

/** Everything that the popup shows, and what its controls do. */
export interface PopupState {
  /** Whether the chosen kind has been read. */
  readonly isReady: boolean;
  readonly kind: KindName;
  /** `undefined` until they have been read. */
  readonly options: KindOptions[KindName] | undefined;
  readonly survey: SurveyedTab | undefined;
  readonly rule: SiteRuleState;
  readonly made: PopupPassword;
  readonly notice: Notice | undefined;
  readonly notify: (notice: Notice) => void;
  /** Shows the result of something done in the page, and surveys the page again. */
  readonly notifyFill: (notice: Notice) => void;
  readonly selectKind: (kind: KindName) => void;
  readonly setOptions: (options: KindOptions[KindName]) => void;
  readonly regenerate: () => void;
}

/** The state of the whole popup. */
export function usePopup(): PopupState {
  const [chosen, changeKind] = useStored(chosenKind);
  const kind: KindName = chosen ?? 'password';
  const [options, changeOptions] = useStored<KindOptions[KindName]>(kindOptions[kind]);
  const [survey, refreshSurvey] = useTabSurvey();
  const rule = useSiteRule(survey);
  const made = usePopupPassword(kind, chosen && options, rule);
  const [notice, notify] = useState<Notice>();
  useEffect(() => onStorageBusy(() => notify({ kind: 'warning', text: message('storage_busy') })), []);
  // A notice about one password does not apply to the next.
  const clearing =
    <Args extends unknown[]>(change: (...args: Args) => void) =>
    (...args: Args) => {
      notify(undefined);
      change(...args);
    };
  const notifyFill = (result: Notice) => {
    notify(result);
    refreshSurvey();
  };
  return {
    ...{ isReady: chosen !== undefined, kind, options, survey, rule, made, notice, notify, notifyFill },
    selectKind: clearing((selected: KindName) => changeKind(() => selected)),
    setOptions: clearing((changed: KindOptions[KindName]) => changeOptions(() => changed)),
    regenerate: clearing(made.regenerate),
  };
}
