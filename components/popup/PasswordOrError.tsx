import { describeGeneratorError } from '../../lib/i18n/describe-generator-error.ts';
import { ApiFailureCard } from './ApiFailureCard.tsx';
import { AwaitedCard } from './AwaitedCard.tsx';
import { PasswordCard } from './PasswordCard.tsx';
import type { PasswordActions } from './use-password-actions.ts';
import type { PopupPassword } from './use-popup-password.ts';

interface PasswordOrErrorProps {
  made: PopupPassword;
  regenerate: () => void;
  actions: PasswordActions;
}

/** The password, or why there is none. */
export function PasswordOrError({ made, regenerate, actions }: PasswordOrErrorProps) {
  const { error, failure, shown, awaited, makeLocal } = made;
  if (error) {
    return (
      <p class="card error" role="alert">
        {describeGeneratorError(error)}
      </p>
    );
  }
  return (
    <>
      {failure ? <ApiFailureCard failure={failure} retry={regenerate} makeLocal={makeLocal} /> : null}
      {awaited ? <AwaitedCard awaited={awaited} made={made} /> : null}
      {shown ? <PasswordCard shown={shown} made={made} actions={actions} /> : null}
    </>
  );
}
