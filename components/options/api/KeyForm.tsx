import type { TargetedSubmitEvent } from 'preact';
import { useState } from 'preact/hooks';
import { message } from '../../../lib/i18n/message.ts';
import type { KeyKeeping, SaveKeyRequest } from '../../../lib/messaging/key-messages.ts';
import { requestServerAccess } from '../../../lib/platform/permissions.ts';
import type { KeyState } from '../../../lib/storage/key-state.ts';
import { ServerDetail } from '../../shared/ServerDetail.tsx';
import { PassphraseField } from './PassphraseField.tsx';
import { type ApiResult, keyFormProblem, saveKey } from './save-key.ts';
import { loadJudge, usePassphraseJudge } from './use-passphrase-judge.ts';

const KEEPINGS: readonly KeyKeeping[] = ['session', 'passphrase', 'device'];

interface KeyFormProps {
  /** The id, the host and the match pattern of the service that the key is for. */
  service: { readonly id: string; readonly host: string; readonly matchPattern: string };
  state: KeyState;
}

/**
 * Takes a key and never shows it again. A key that replaces another has to pass a test first, and is kept as
 * the other was unless the person chooses otherwise.
 */
export function KeyForm({ service, state }: KeyFormProps) {
  const form = useKeyForm(service, state);
  const { keeping, result, replaces } = form;
  return (
    <form onSubmit={(event) => void form.submit(event)} autocomplete="off">
      <KeyField host={service.host} />
      <KeepingChoice keeping={keeping} choose={form.choose} />
      {keeping === 'passphrase' ? <PassphraseField judge={form.judge} /> : null}
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

/** State of one service. Another has its own, while the form stays for both. */
function useOwn<T>(service: string): [T | undefined, (value: T | undefined) => void] {
  const [own, setOwn] = useState<{ readonly service: string; readonly value: T | undefined }>();
  return [own?.service === service ? own.value : undefined, (value) => setOwn({ service, value })];
}

function useKeyForm({ id, host, matchPattern }: KeyFormProps['service'], state: KeyState) {
  const [chosen, choose] = useOwn<KeyKeeping>(id);
  const [result, setResult] = useOwn<ApiResult>(id);
  const keeping = chosen ?? (state.status === 'none' ? 'session' : state.info.keeping);
  const judge = usePassphraseJudge(keeping === 'passphrase');
  const replaces = state.status === 'ready' || state.status === 'locked';

  const save = async (entered: Omit<SaveKeyRequest, 'service'>): Promise<ApiResult> => {
    const early = keyFormProblem(entered, judge);
    if (early) return { text: early };
    // Browsers show the prompt only within the click, so nothing may be waited for before it.
    const access = replaces ? await requestServerAccess(matchPattern) : 'granted';
    if (access === 'declined') return { text: message('options_api_declined', host) };
    if (access === 'blocked') return { text: message('api_policy', host) };
    const loaded = judge ?? (keeping === 'passphrase' ? await loadJudge().catch(() => null) : undefined);
    if (loaded === null) return { text: message('message_outdated') };
    const late = keyFormProblem(entered, loaded);
    if (late) return { text: late };
    setResult({ text: message(replaces ? 'options_api_testing' : 'options_key_saving') });
    return saveKey({ service: id, ...entered });
  };
  const submit = async (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const text = (name: string) => String(new FormData(form).get(name) ?? '');
    const saved = await save({ key: text('key'), keeping, passphrase: text('passphrase') });
    setResult(saved);
    if (!saved.isSaved) return;
    form.reset();
    choose(undefined);
  };
  return { keeping, choose, judge, replaces, result, submit };
}

function KeyField({ host }: { host: string }) {
  return (
    <label class="number">
      {message('options_key', host)}
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

interface KeepingChoiceProps {
  keeping: KeyKeeping;
  choose: (keeping: KeyKeeping) => void;
}

function KeepingChoice({ keeping, choose }: KeepingChoiceProps) {
  return (
    <fieldset class="choices">
      <legend>{message('options_key_keeping')}</legend>
      {KEEPINGS.map((value) => (
        <label key={value}>
          <input
            type="radio"
            name="keeping"
            id={`keep-${value}`}
            checked={keeping === value}
            onChange={() => choose(value)}
          />
          {message(`options_key_${value}`)}
        </label>
      ))}
      <p class="help">{message('options_key_disk')}</p>
    </fieldset>
  );
}
