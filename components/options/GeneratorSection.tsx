import { generate, type PasswordOptions } from '../../lib/generator/index.ts';
import { describeBits } from '../../lib/i18n/describe-adjustments.ts';
import { describeGeneratorError } from '../../lib/i18n/describe-generator-error.ts';
import { message } from '../../lib/i18n/message.ts';
import { defaultOptions, fillKind, kindOptions } from '../../lib/storage/kind-options.ts';
import { useStored } from '../hooks/use-stored.ts';
import { MorePassword } from '../shared/MorePassword.tsx';
import { PolicyControls } from '../shared/PolicyControls.tsx';
import { Select } from '../shared/Select.tsx';

/** The options of new passwords, wherever they are made. */
export function GeneratorSection() {
  const [options, change] = useStored(kindOptions.password);
  if (!options) return null;
  const setOptions = (changed: PasswordOptions) => change(() => changed);
  return (
    <section aria-labelledby="generator">
      <h2 id="generator">{message('options_generator')}</h2>
      <p class="help">{message('options_generator_help')}</p>
      <PolicyControls options={options} change={setOptions} />
      <div class="policy finer">
        <MorePassword options={options} change={setOptions} />
      </div>
      <p class="help" role="status">
        {describeStrength(options)}
      </p>
      <button type="button" class="button" id="reset" onClick={() => setOptions(defaultOptions('password'))}>
        {message('options_reset')}
      </button>
      <FillKind />
    </section>
  );
}

/** The kind that the menu and the shortcut fill, whichever tab of the popup was open last. */
function FillKind() {
  const [kind, change] = useStored(fillKind);
  if (!kind) return null;
  return (
    <>
      <Select
        label={message('options_fill_kind')}
        value={kind}
        choices={{
          password: message('kind_password'),
          passphrase: message('kind_passphrase'),
          pronounceable: message('option_pronounceable'),
          pin: message('kind_pin'),
        }}
        change={(chosen) => change(() => chosen)}
      />
      <p class="help">{message('options_fill_kind_help')}</p>
    </>
  );
}

/** The strength of passwords with these options, or why there are none. */
function describeStrength(options: PasswordOptions): string {
  const made = generate({ kind: 'password', ...options });
  if (!made.ok) return describeGeneratorError(made.error);
  return `${message(`strength_${made.strength}`)} · ${describeBits(made.entropyBits, made.isAtLeast)}`;
}
