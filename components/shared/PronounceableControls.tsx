import { KINDS, type PronounceableOptions } from '../../lib/generator/index.ts';
import { message } from '../../lib/i18n/message.ts';
import { LengthControl } from './LengthControl.tsx';
import { PhraseControls } from './PhraseControls.tsx';

/** The number of syllables, and what is added. */
export function PronounceableControls({
  options,
  change,
}: {
  options: PronounceableOptions;
  change: (options: PronounceableOptions) => void;
}) {
  return (
    <div class="policy">
      <LengthControl
        label={message('option_syllables')}
        range={KINDS.pronounceable.rules.syllables}
        value={options.syllables}
        change={(syllables) => change({ ...options, syllables })}
      />
      <PhraseControls options={options} change={(part) => change({ ...options, ...part })} />
    </div>
  );
}
