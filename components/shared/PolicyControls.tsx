import { useId } from 'preact/hooks';
import { CLASS_NAMES, MAX_LENGTH, MIN_LENGTH, type PasswordOptions } from '../../lib/generator/index.ts';
import { message } from '../../lib/platform/i18n.ts';
import { Switch } from './Switch.tsx';
import './policy-controls.css';

/** What each class's chip shows; the same in every language. */
const CHIPS = { uppercase: 'A–Z', lowercase: 'a–z', numbers: '0–9', symbols: '!@#' };

interface PolicyControlsProps {
  options: PasswordOptions;
  change: (options: PasswordOptions) => void;
}

/** Every control of a password's policy; the popup and the options page show the same. */
export function PolicyControls({ options, change }: PolicyControlsProps) {
  const set = (part: Partial<PasswordOptions>) => change({ ...options, ...part });
  const excludeId = useId();
  return (
    <div class="policy">
      <LengthControl length={options.length} change={(length) => set({ length })} />
      <fieldset class="chips">
        <legend class="visually-hidden">{message('option_classes')}</legend>
        {CLASS_NAMES.map((name) => (
          <label key={name} title={message(`option_${name}`)}>
            <input
              type="checkbox"
              id={name}
              aria-label={message(`option_${name}`)}
              checked={options[name]}
              onChange={(event) => set({ [name]: event.currentTarget.checked })}
            />
            {CHIPS[name]}
          </label>
        ))}
      </fieldset>
      <div class="row">
        <label for={excludeId}>{message('option_exclude')}</label>
        <input
          id={excludeId}
          name="exclude"
          type="text"
          value={options.exclude}
          placeholder={message('option_exclude_placeholder')}
          spellcheck={false}
          autocomplete="off"
          autocapitalize="off"
          onInput={(event) => set({ exclude: event.currentTarget.value })}
        />
      </div>
      <Switch
        label={message('option_look_alikes')}
        checked={options.avoidLookAlikes}
        change={(avoidLookAlikes) => set({ avoidLookAlikes })}
      />
    </div>
  );
}

/** The length as a slider and as a number. A number that is no length is left to be typed on, and changes nothing. */
function LengthControl({ length, change }: { length: number; change: (length: number) => void }) {
  const id = useId();
  const accept = (input: HTMLInputElement) => {
    if (input.value !== '' && input.checkValidity()) change(input.valueAsNumber);
  };
  const bounds = { min: MIN_LENGTH, max: MAX_LENGTH, step: 1, value: length };
  return (
    <div class="row">
      <label for={id}>{message('option_length')}</label>
      <input id={id} type="range" {...bounds} onInput={(event) => accept(event.currentTarget)} />
      <input
        type="number"
        {...bounds}
        required
        aria-label={message('option_length_number')}
        onInput={(event) => accept(event.currentTarget)}
        onBlur={(event) => {
          event.currentTarget.value = String(length);
        }}
      />
    </div>
  );
}
