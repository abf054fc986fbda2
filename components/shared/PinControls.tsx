import { KINDS, type PinOptions } from '../../lib/generator/index.ts';
import { message } from '../../lib/i18n/message.ts';
import { LengthControl } from './LengthControl.tsx';
import { Switch } from './Switch.tsx';

/** The number of digits, and the PINs to avoid because they are easy to guess. */
export function PinControls({
  options,
  change,
}: {
  options: PinOptions;
  change: (options: PinOptions) => void;
}) {
  const set = (part: Partial<PinOptions>) => change({ ...options, ...part });
  return (
    <div class="policy">
      <LengthControl
        label={message('option_length')}
        range={KINDS.pin.rules.length}
        value={options.length}
        change={(length) => set({ length })}
      />
      {(['avoidRuns', 'avoidRepeats', 'avoidDates'] as const).map((name) => (
        <Switch
          key={name}
          label={message(`option_${name}`)}
          checked={options[name]}
          change={(checked) => set({ [name]: checked })}
        />
      ))}
    </div>
  );
}
