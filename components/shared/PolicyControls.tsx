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
  /** What a configured service cannot change: shown at its default, disabled, with the reason. */
  unsupported?: { readonly options: readonly string[]; readonly host: string };
}

/** Every control of a password's policy; the popup and the options page show the same. */
export function PolicyControls({ options, change, unsupported }: PolicyControlsProps) {
  const set = (part: Partial<PasswordOptions>) => change({ ...options, ...part });
  const excludeId = useId();
  const fixed = (name: keyof PasswordOptions) => unsupported?.options.includes(name) ?? false;
  const reason = (name: keyof PasswordOptions) =>
    fixed(name) && unsupported
      ? { disabled: true, title: message('popup_option_unsupported', unsupported.host) }
      : {};
  const held = <Name extends keyof PasswordOptions>(name: Name) =>
    fixed(name) ? DEFAULT_OPTIONS[name] : options[name];
  return (
    <div class="policy">
      <LengthControl
        label={message('option_length')}
        range={[MIN_LENGTH, MAX_LENGTH]}
        value={held('length')}
        {...reason('length')}
        change={(length) => set({ length })}
      />
      <fieldset class="chips">
        <legend class="visually-hidden">{message('option_classes')}</legend>
        {CLASS_NAMES.map((name) => (
          <label key={name} title={message(`option_${name}`)}>
            <input
              type="checkbox"
              id={name}
              aria-label={message(`option_${name}`)}
              checked={held(name)}
              {...reason(name)}
              onChange={(event) => set({ [name]: event.currentTarget.checked })}
            />
            {CLASS_SAMPLES[name]}
          </label>
        ))}
      </fieldset>
      <div class="row">
        <label for={excludeId}>{message('option_exclude')}</label>
        <input
          id={excludeId}
          name="exclude"
          type="text"
          value={held('exclude')}
          {...reason('exclude')}
          placeholder={message('option_exclude_placeholder')}
          spellcheck={false}
          autocomplete="off"
          autocapitalize="off"
          onInput={(event) => set({ exclude: event.currentTarget.value })}
        />
      </div>
      <Switch
        label={message('option_look_alikes')}
        checked={held('avoidLookAlikes')}
        {...reason('avoidLookAlikes')}
        change={(avoidLookAlikes) => set({ avoidLookAlikes })}
      />
    </div>
  );
}
