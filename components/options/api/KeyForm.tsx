import type { TargetedSubmitEvent } from 'preact';
import { useState } from 'preact/hooks';
import { message } from '../../../lib/i18n/message.ts';
import type { KeyStorageMode } from '../../../lib/storage/api-key.ts';
import type { ApiSettings } from '../../../lib/storage/api-settings.ts';
import { ServerDetail } from '../../shared/ServerDetail.tsx';
import { type ApiResult, replaceKey, storeKey, validateKey } from './store-key.ts';

const STORAGE_CHOICES: readonly KeyStorageMode[] = ['session', 'passphrase', 'plain'];

interface KeyFormProps {
  settings: ApiSettings;
  /** Whether there is a key already, which the new one replaces. */
  replaces: boolean;
}

/** Takes a key and never shows it again. A key that replaces another has to pass a test first. */
export function KeyForm({ settings, replaces }: KeyFormProps) {
  const [keeping, setKeeping] = useState<KeyStorageMode>('session');
  const [result, setResult] = useState<ApiResult>();
  const submit = async (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const text = (name: string) => String(new FormData(form).get(name) ?? '');
    const candidate = { key: text('key'), keeping, passphrase: text('passphrase') };
    const problem = validateKey(candidate);
    if (problem) return setResult({ text: problem });
    setResult(await (replaces ? replaceKey(candidate, settings) : storeKey(candidate)));
    form.reset();
  };
  return (
    <form onSubmit={(event) => void submit(event)} autocomplete="off">
      <KeyField />
      <StorageChoice keeping={keeping} setKeeping={setKeeping} />
      {keeping === 'passphrase' ? <PassphraseField /> : null}
      <p class="buttons">
        <button type="submit" class="button" id="key-save">
          {message(replaces ? 'options_key_replace' : 'options_key_save')}
        </button>
        <span role="status" id="key-result">
          {result?.text}
        </span>
      </p>
      <ServerDetail problem={result?.problem} />
    </form>
  );
}

function KeyField() {
  return (
    <label class="number">
      {message('options_key')}
      <input
        id="key"
        name="key"
        type="password"
        placeholder={message('options_key_placeholder')}
        autocomplete="off"
      />
    </label>
  );
}

interface StorageChoiceProps {
  keeping: KeyStorageMode;
  setKeeping: (keeping: KeyStorageMode) => void;
}

function StorageChoice({ keeping, setKeeping }: StorageChoiceProps) {
  return (
    <fieldset class="choices">
      <legend>{message('options_key_keeping')}</legend>
      {STORAGE_CHOICES.map((value) => (
        <label key={value}>
          <input
            type="radio"
            name="keeping"
            id={`keep-${value}`}
            checked={keeping === value}
            onChange={() => setKeeping(value)}
          />
          {message(`options_key_${value}`)}
        </label>
      ))}
    </fieldset>
  );
}

function PassphraseField() {
  return (
    <label class="number">
      {message('options_passphrase')}
      <input id="passphrase" name="passphrase" type="password" autocomplete="off" />
    </label>
  );
}
