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
  selectKind: (kind: KindName) => void;
  /** The options that the configured service cannot change, and its host. */
  unsupported?: { readonly options: readonly string[]; readonly host: string };
  /** Stands below the finer options of a password. */
  footer?: JSX.Element | undefined;
}

type PropsOf<Name extends KindName> = KindControlsProps<Name>;

/** The controls of the selected kind. Pronounceable passwords share the tab of passwords. */
export function KindControls(props: KindControlsProps<KindName>): JSX.Element {
  switch (props.kind) {
    case 'passphrase':
      return <PassphraseControls {...(props as PropsOf<'passphrase'>)} />;
    case 'pin':
      return <PinControls {...(props as PropsOf<'pin'>)} />;
    case 'pronounceable':
      return (
        <>
          <PronounceableControls {...(props as PropsOf<'pronounceable'>)} />
          <MoreOptions selectKind={props.selectKind} pronounceable />
        </>
      );
    default: {
      const password = props as PropsOf<'password'>;
      return (
        <>
          <PolicyControls {...password} />
          <MoreOptions selectKind={props.selectKind} pronounceable={false} footer={props.footer}>
            <MorePassword {...password} />
          </MoreOptions>
        </>
      );
    }
  }
}

interface MoreOptionsProps {
  selectKind: (kind: KindName) => void;
  pronounceable: boolean;
  children?: JSX.Element;
  footer?: JSX.Element | undefined;
}

function MoreOptions({ selectKind, pronounceable, children, footer }: MoreOptionsProps) {
  return (
    <details class="more" open={pronounceable}>
      <summary>{message('popup_more')}</summary>
      <div class="policy">
        {children}
        <Switch
          label={message('option_pronounceable')}
          checked={pronounceable}
          change={(on) => selectKind(on ? 'pronounceable' : 'password')}
        />
        {footer}
      </div>
    </details>
  );
}
