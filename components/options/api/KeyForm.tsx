import type { TargetedSubmitEvent } from 'preact';
import { useState } from 'preact/hooks';
import { describeApiProblem } from '../../../lib/i18n/describe-api-problem.ts';
import { message } from '../../../lib/i18n/message.ts';
import { sendMessage } from '../../../lib/messaging/messages.ts';
import { requestOriginAccess } from '../../../lib/platform/permissions.ts';
import {
  type KeyInput,
  type KeyStorageMode,
  saveCandidateKey,
  saveKey,
} from '../../../lib/storage/api-key.ts';
import { type ApiSettings, apiService } from '../../../lib/storage/api-settings.ts';

/** The least that a passphrase must have: it is all that protects the key on disk. */
const MIN_PASSPHRASE = 8;
const KEEPINGS: readonly KeyStorageMode[] = ['session', 'passphrase', 'plain'];

/** Takes a key and never shows it again. A key that replaces another has to pass a test first. */
export function KeyForm({ settings, replaces }: { settings: ApiSettings; replaces: boolean }) {
  const [keeping, setKeeping] = useState<KeyStorageMode>('session');
  const [told, setTold] = useState<string>();
  const submit = async (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const text = (name: string) => String(new FormData(form).get(name) ?? '');
    const candidate = { key: text('key'), keeping, passphrase: text('passphrase') };
    const problem = problemOf(candidate);
    if (problem) return setTold(problem);
    setTold(await (replaces ? replace(candidate, settings) : save(candidate)));
    form.reset();
  };
  return (
    <form onSubmit={(event) => void submit(event)} autocomplete="off">
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
      <fieldset class="choices">
        <legend>{message('options_key_keeping')}</legend>
        {KEEPINGS.map((value) => (
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
      {keeping === 'passphrase' ? (
        <label class="number">
          {message('options_passphrase')}
          <input id="passphrase" name="passphrase" type="password" autocomplete="off" />
        </label>
      ) : null}
      <p class="buttons">
        <button type="submit" class="button" id="key-save">
          {message(replaces ? 'options_key_replace' : 'options_key_save')}
        </button>
        <span role="status" id="key-result">
          {told}
        </span>
      </p>
    </form>
  );
}

function problemOf({ key, keeping, passphrase }: KeyInput): string | undefined {
  if (key.trim() === '') return message('options_key_empty');
  if (keeping === 'passphrase' && [...(passphrase ?? '')].length < MIN_PASSPHRASE) {
    return message('options_passphrase_short', String(MIN_PASSPHRASE));
  }
  return undefined;
}

async function save(candidate: KeyInput): Promise<string> {
  return message((await saveKey(candidate)) ? 'options_key_bad' : 'options_key_saved');
}

/** The old key stays until the new one has passed. */
async function replace(candidate: KeyInput, settings: ApiSettings): Promise<string> {
  const { base, host } = apiService(settings);
  if (!base.ok || !(await requestOriginAccess(base.matchPattern)))
    return message('options_api_declined', host);
  if (await saveCandidateKey(candidate)) return message('options_key_bad');
  const reply = await sendMessage('options-to-background:test-api', { which: 'candidate' });
  if (reply.ok) return message('options_key_replaced');
  return message('options_key_kept', describeApiProblem(reply.problem, reply.host));
}
