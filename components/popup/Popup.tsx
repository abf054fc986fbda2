import { useState } from 'preact/hooks';
import type { PasswordOptions } from '../../lib/generator/index.ts';
import { describeApiProblem } from '../../lib/i18n/describe-api-problem.ts';
import { describeGeneratorError } from '../../lib/i18n/describe-generator-error.ts';
import { message } from '../../lib/i18n/message.ts';
import { openOptions } from '../../lib/platform/tabs.ts';
import { ageInDays } from '../../lib/storage/api-key.ts';
import { apiSettings } from '../../lib/storage/api-settings.ts';
import { chosenKind, type KindName, type KindOptions, kindOptions } from '../../lib/storage/kind-options.ts';
import { useKeyState } from '../hooks/use-key-state.ts';
import { useStored } from '../hooks/use-stored.ts';
import { Icon } from '../shared/Icon.tsx';
import { KindControls } from '../shared/KindControls.tsx';
import { Actions } from './Actions.tsx';
import { ApiFailure } from './ApiFailure.tsx';
import { Asking } from './Asking.tsx';
import { ForeignFrames } from './ForeignFrames.tsx';
import { KeepOptions } from './KeepOptions.tsx';
import { KindTabs } from './KindTabs.tsx';
import { LastPassword } from './LastPassword.tsx';
import { type Notice, Notices } from './Notes.tsx';
import { PageLine } from './PageLine.tsx';
import { PasswordCard } from './PasswordCard.tsx';
import { TryAnother } from './TryAnother.tsx';
import { UndoFill } from './UndoFill.tsx';
import { type PopupPassword, usePopupPassword } from './use-popup-password.ts';
import { useSiteRule } from './use-site-rule.ts';
import { useTabSurvey } from './use-tab-survey.ts';
import './popup.css';
import type { ApiFailure as Failure } from '../../lib/messaging/fill-outcome.ts';

/** The whole popup. */
export function Popup() {
  const [chosen, choose] = useStored(chosenKind);
  const kind: KindName = chosen ?? 'password';
  const [options, setOptions] = useStored<KindOptions[KindName]>(kindOptions[kind]);
  const [survey, lookAgain] = useTabSurvey();
  const rule = useSiteRule(survey);
  const made = usePopupPassword(kind, chosen && options, rule);
  const [note, setNote] = useState<Notice>();
  // A word about one password is no longer true of the next.
  const renew = (change: () => void) => {
    setNote(undefined);
    change();
  };
  // What was done in the page may have changed what it offers.
  const tellAndLook = (told: Notice) => {
    setNote(told);
    lookAgain();
  };
  if (!chosen) return <Header />;

  return (
    <>
      <Header source={made.shown && sourceOf(made.shown.madeBy)} />
      <KindTabs kind={kind} choose={(next) => renew(() => choose(next))} />
      <main>
        <Result made={made} phrase={kind === 'passphrase'} again={() => renew(made.again)} />
        <Actions
          shown={made.shown}
          survey={survey}
          again={() => renew(made.again)}
          notify={setNote}
          tellFill={tellAndLook}
        />
        {/* What was just done is told in the page's place, so that nothing else moves; but a warning stays. */}
        {note && !made.shown?.notes?.unmet ? null : (
          <PageLine survey={survey} rule={rule} shown={made.shown} />
        )}
        <Notices note={note} notify={setNote} />
        {made.insteadOf ? <InsteadOf failure={made.insteadOf} /> : null}
        {made.shown?.madeBy ? <OldKey /> : null}
        {made.asking ? <Asking host={made.asking} cancel={made.cancel} /> : null}
        <TryAnother made={made} rule={rule} survey={survey} notify={tellAndLook} />
        <div class="controls">
          {options ? (
            <KindControls
              kind={kind}
              options={options}
              change={(next) => renew(() => setOptions(next))}
              choose={(next) => renew(() => choose(next))}
              unsupported={made.unsupported}
              keep={
                <KeepOptions
                  host={survey?.host ?? ''}
                  options={options as PasswordOptions}
                  notify={setNote}
                />
              }
            />
          ) : null}
        </div>
      </main>
      <LastPassword />
      {/* Last, so that nothing moves under a person's hand when the page has told what it holds. */}
      <UndoFill survey={survey} notify={tellAndLook} />
      <ForeignFrames shown={made.shown} survey={survey} notify={tellAndLook} />
    </>
  );
}

function InsteadOf({ failure: { host, problem } }: { failure: Failure }) {
  return (
    <p class="note" data-tone="warning" id="instead-of">
      {message('popup_made_instead', describeApiProblem(problem, host))}
    </p>
  );
}

/** A reminder, once the key is older than the person wants keys to be. */
function OldKey() {
  const state = useKeyState();
  const [settings] = useStored(apiSettings);
  if (!settings || state?.status !== 'ready' || settings.reminderDays === 0) return null;
  const days = ageInDays(state.info);
  return days < settings.reminderDays ? null : <p class="note">{message('popup_key_old', String(days))}</p>;
}

interface ResultProps {
  made: PopupPassword;
  phrase: boolean;
  again: () => void;
}

/** The password, or what stands in its way. */
function Result({ made, phrase, again }: ResultProps) {
  const { error, failure, shown, makeLocal } = made;
  if (error) {
    return (
      <p class="card error" role="alert">
        {describeGeneratorError(error)}
      </p>
    );
  }
  return (
    <>
      {failure ? <ApiFailure failure={failure} again={again} makeLocal={makeLocal} /> : null}
      {shown ? <PasswordCard {...shown} phrase={phrase} /> : null}
    </>
  );
}

const sourceOf = (host: string | undefined) =>
  host === undefined ? message('popup_source_local') : message('popup_source_api', host);

function Header({ source }: { source?: string | undefined }) {
  return (
    <header>
      <Icon name="leaf" />
      <h1>{message('extension_name')}</h1>
      <span class="source" id="source">
        {source}
      </span>
      <button
        type="button"
        class="icon"
        aria-label={message('popup_settings')}
        onClick={() => void openOptions()}
      >
        <Icon name="settings" />
      </button>
    </header>
  );
}
