import { useState } from 'preact/hooks';
import { describeGeneratorError } from '../../lib/platform/fill-outcome.ts';
import { message } from '../../lib/platform/i18n.ts';
import { generatorOptions } from '../../lib/platform/settings.ts';
import { openOptions } from '../../lib/platform/tabs.ts';
import { useMadePassword } from '../hooks/use-made-password.ts';
import { useStored } from '../hooks/use-stored.ts';
import { useTabSurvey } from '../hooks/use-tab-survey.ts';
import { Icon } from '../shared/Icon.tsx';
import { PolicyControls } from '../shared/PolicyControls.tsx';
import { Actions } from './Actions.tsx';
import { LastPassword } from './LastPassword.tsx';
import { type Note, Notes } from './Notes.tsx';
import { PasswordCard } from './PasswordCard.tsx';
import './popup.css';

/** The whole popup. */
export function Popup() {
  const [options, setOptions] = useStored(generatorOptions);
  const survey = useTabSurvey();
  const { made, again } = useMadePassword(options, survey?.maxLength);
  const [note, setNote] = useState<Note>();
  // A word about one password is no longer true of the next.
  const renew = (change: () => void) => {
    setNote(undefined);
    change();
  };
  if (!options || !made) return <Header />;

  const shortened = survey?.maxLength && survey.maxLength < options.length ? survey.maxLength : undefined;
  return (
    <>
      <Header />
      <main>
        {made.ok ? (
          <PasswordCard {...made} />
        ) : (
          <p class="card error" role="alert">
            {describeGeneratorError(made.error)}
          </p>
        )}
        <Actions
          password={made.ok ? made.password : undefined}
          survey={survey}
          again={() => renew(again)}
          tell={setNote}
        />
        {shortened && survey ? (
          <p class="note">{message('popup_shortened', survey.host, String(shortened))}</p>
        ) : null}
        <Notes note={note} tell={setNote} />
        <div class="controls">
          <PolicyControls options={options} change={(next) => renew(() => setOptions(next))} />
        </div>
      </main>
      <LastPassword />
    </>
  );
}

function Header() {
  return (
    <header>
      <Icon name="leaf" />
      <h1>{message('extension_name')}</h1>
      <span class="source">{message('popup_source_local')}</span>
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
