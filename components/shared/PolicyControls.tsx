import { useId } from 'preact/hooks';
import {
  CLASS_NAMES,
  DEFAULT_OPTIONS,
  MAX_LENGTH,
  MIN_LENGTH,
  type PasswordOptions,
} from '../../lib/generator/index.ts';
import { CLASS_SAMPLES } from '../../lib/i18n/character-classes.ts';
import { message } from '../../lib/i18n/message.ts';
import { LengthControl } from './LengthControl.tsx';
import { Switch } from './Switch.tsx';
import './policy-controls.css';

interface PolicyControlsProps {
  options: PasswordOptions;
  change: (options: PasswordOptions) => void;
  /**
   * The options that the configured service cannot change. They show their default, disabled, with the
   * reason.
   */
  unsupported?: { readonly options: readonly string[]; readonly host: string };
}

interface PartProps {
  read: OptionReader;
  set: (part: Partial<PasswordOptions>) => void;
}

/** Every control of a password's policy; the popup and the options page show the same. */
export function PolicyControls({ options, change, unsupported }: PolicyControlsProps) {
  const set = (part: Partial<PasswordOptions>) => change({ ...options, ...part });
  const read = optionReader(options, unsupported);
  const length = read('length');
  const avoidLookAlikes = read('avoidLookAlikes');
  return (
    <div class="policy">
      <LengthControl
        label={message('option_length')}
        range={[MIN_LENGTH, MAX_LENGTH]}
        value={length.value}
        {...length.lock}
        change={(value) => set({ length: value })}
      />
      <ClassChips read={read} set={set} />
      <ExcludeField read={read} set={set} />
      <Switch
        label={message('option_look_alikes')}
        checked={avoidLookAlikes.value}
        {...avoidLookAlikes.lock}
        change={(avoid) => set({ avoidLookAlikes: avoid })}
      />
    </div>
  );
}

function ClassChips({ read, set }: PartProps) {
  return (
    <fieldset class="chips">
      <legend class="visually-hidden">{message('option_classes')}</legend>
      {CLASS_NAMES.map((name) => (
        <label key={name} title={message(`option_${name}`)}>
          <input
            type="checkbox"
            id={name}
            aria-label={message(`option_${name}`)}
            checked={read(name).value}
            {...read(name).lock}
            onChange={(event) => set({ [name]: event.currentTarget.checked })}
          />
          {CLASS_SAMPLES[name]}
        </label>
      ))}
    </fieldset>
  );
}

function ExcludeField({ read, set }: PartProps) {
  const id = useId();
  const { value, lock } = read('exclude');
  return (
    <div class="row">
      <label for={id}>{message('option_exclude')}</label>
      <input
        id={id}
        name="exclude"
        type="text"
        value={value}
        {...lock}
        placeholder={message('option_exclude_placeholder')}
        spellcheck={false}
        autocomplete="off"
        autocapitalize="off"
        onInput={(event) => set({ exclude: event.currentTarget.value })}
      />
    </div>
  );
}

/** The value that a control shows, and the attributes that lock it where the service cannot change it. */
type OptionReader = <Name extends keyof PasswordOptions>(
  name: Name,
) => { readonly value: PasswordOptions[Name]; readonly lock: { disabled?: boolean; title?: string } };

function optionReader(
  options: PasswordOptions,
  unsupported: PolicyControlsProps['unsupported'],
): OptionReader {
  return (name) => {
    if (!unsupported?.options.includes(name)) return { value: options[name], lock: {} };
    const title = message('popup_option_unsupported', unsupported.host);
    return { value: DEFAULT_OPTIONS[name], lock: { disabled: true, title } };
  };
}
