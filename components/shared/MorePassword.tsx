import { KINDS, type PasswordOptions } from '../../lib/generator/index.ts';
import { message } from '../../lib/i18n/message.ts';
import { Switch } from './Switch.tsx';

interface MorePasswordProps {
  options: PasswordOptions;
  change: (options: PasswordOptions) => void;
  /** The configured service, which supports none of these. */
  unsupported?: { readonly host: string };
}

const { defaults, rules } = KINDS.password;

/** The finer options of a password: minimums of classes, and no repeated characters. */
export function MorePassword({ options, change, unsupported }: MorePasswordProps) {
  const set = (part: Partial<PasswordOptions>) => change({ ...options, ...part });
  const host = unsupported?.host;
  const lock = host ? { disabled: true, title: message('popup_option_unsupported', host) } : {};
  return (
    <>
      <div class="row minimums">
        {(['minNumbers', 'minSymbols'] as const).map((name) => (
          <label key={name}>
            {message(`option_${name}`)}
            <input
              type="number"
              {...lock}
              required
              min={rules[name][0]}
              max={rules[name][1]}
              step={1}
              value={options[name] ?? defaults[name]}
              onInput={({ currentTarget: input }) => {
                if (input.value !== '' && input.checkValidity()) set({ [name]: input.valueAsNumber });
              }}
            />
          </label>
        ))}
      </div>
      <Switch
        label={message('option_no_repeats')}
        {...lock}
        checked={(options.maxConsecutive ?? defaults.maxConsecutive) === 1}
        change={(never) => set({ maxConsecutive: never ? 1 : defaults.maxConsecutive })}
      />
    </>
  );
}
