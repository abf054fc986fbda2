import { useId } from 'preact/hooks';
import { KINDS, type PassphraseOptions } from '../../lib/generator/index.ts';
import { message } from '../../lib/i18n/message.ts';
import { LengthControl } from './LengthControl.tsx';
import { PhraseControls } from './PhraseControls.tsx';
import { Select } from './Select.tsx';

interface PassphraseControlsProps {
  options: PassphraseOptions;
  change: (options: PassphraseOptions) => void;
}

/** The number of words, the separator, and what is added. */
export function PassphraseControls({ options, change }: PassphraseControlsProps) {
  const set = (part: Partial<PassphraseOptions>) => change({ ...options, ...part });
  const separatorId = useId();
  return (
    <div class="policy">
      <LengthControl
        label={message('option_words')}
        range={KINDS.passphrase.rules.words}
        value={options.words}
        change={(words) => set({ words })}
      />
      <Select
        label={message('option_between')}
        value={options.randomSeparator}
        choices={{
          none: message('option_between_text'),
          digit: message('option_between_digit'),
          symbol: message('option_between_symbol'),
        }}
        change={(randomSeparator) => set({ randomSeparator })}
      />
      {options.randomSeparator === 'none' ? (
        <div class="row">
          <label for={separatorId}>{message('option_separator')}</label>
          <input
            id={separatorId}
            type="text"
            value={options.separator}
            spellcheck={false}
            autocomplete="off"
            onInput={(event) => set({ separator: event.currentTarget.value })}
          />
        </div>
      ) : null}
      <PhraseControls options={options} change={set} />
    </div>
  );
}
