import type { JSX } from 'preact';
import { message } from '../../lib/i18n/message.ts';
import type { KindName, KindOptions } from '../../lib/storage/kind-options.ts';
import { MorePassword } from './MorePassword.tsx';
import { PassphraseControls } from './PassphraseControls.tsx';
import { PinControls } from './PinControls.tsx';
import { PolicyControls } from './PolicyControls.tsx';
import { PronounceableControls } from './PronounceableControls.tsx';
import { Switch } from './Switch.tsx';

interface KindControlsProps<Name extends KindName> {
  kind: Name;
  options: KindOptions[Name];
  change: (options: KindOptions[Name]) => void;
  choose: (kind: KindName) => void;
  /** What a configured service cannot change. */
  unsupported?: { readonly options: readonly string[]; readonly host: string };
  /** What stands below the finer options of a password. */
  keep?: JSX.Element;
}

type Of<Name extends KindName> = KindControlsProps<Name>;

/** The controls of the chosen kind. Pronounceable passwords are a way of making passwords, so they share its tab. */
export function KindControls(props: KindControlsProps<KindName>): JSX.Element {
  switch (props.kind) {
    case 'passphrase':
      return <PassphraseControls {...(props as Of<'passphrase'>)} />;
    case 'pin':
      return <PinControls {...(props as Of<'pin'>)} />;
    case 'pronounceable':
      return (
        <>
          <PronounceableControls {...(props as Of<'pronounceable'>)} />
          <More choose={props.choose} pronounceable />
        </>
      );
    default: {
      const password = props as Of<'password'>;
      return (
        <>
          <PolicyControls {...password} />
          <More choose={props.choose} pronounceable={false} keep={props.keep}>
            <MorePassword {...password} />
          </More>
        </>
      );
    }
  }
}

interface MoreProps {
  choose: (kind: KindName) => void;
  pronounceable: boolean;
  children?: JSX.Element;
  keep?: JSX.Element | undefined;
}

function More({ choose, pronounceable, children, keep }: MoreProps) {
  return (
    <details class="more" open={pronounceable}>
      <summary>{message('popup_more')}</summary>
      <div class="policy">
        {children}
        <Switch
          label={message('option_pronounceable')}
          checked={pronounceable}
          change={(on) => choose(on ? 'pronounceable' : 'password')}
        />
        {keep}
      </div>
    </details>
  );
}
