import type { Capitals } from '../../lib/generator/index.ts';
import { message } from '../../lib/i18n/message.ts';
import { Select } from './Select.tsx';
import { Switch } from './Switch.tsx';

interface PhraseExtras {
  readonly capitals: Capitals;
  readonly number: boolean;
  readonly symbol: boolean;
}

/** Capitals, a digit and a symbol, which passphrases and pronounceable passwords share. */
export function PhraseControls({
  options,
  change,
}: {
  options: PhraseExtras;
  change: (part: Partial<PhraseExtras>) => void;
}) {
  return (
    <>
      <Select
        label={message('option_capitals')}
        value={options.capitals}
        choices={{
          none: message('option_capitals_none'),
          first: message('option_capitals_first'),
          one: message('option_capitals_one'),
          all: message('option_capitals_all'),
        }}
        change={(capitals) => change({ capitals })}
      />
      <Switch
        label={message('option_add_number')}
        checked={options.number}
        change={(number) => change({ number })}
      />
      <Switch
        label={message('option_add_symbol')}
        checked={options.symbol}
        change={(symbol) => change({ symbol })}
      />
    </>
  );
}
