import { describeGeneratorError } from '../../lib/i18n/describe-generator-error.ts';
import { ApiFailureCard } from './ApiFailureCard.tsx';
import { PasswordCard } from './PasswordCard.tsx';
import type { PopupPassword } from './use-popup-password.ts';

interface PasswordOrErrorProps {
  made: PopupPassword;
  /** Whether the password consists of words. */
  phrase: boolean;
  regenerate: () => void;
}

/** The password, or why there is none. */
export function PasswordOrError({ made, phrase, regenerate }: PasswordOrErrorProps) {
  const { error, failure, shown, makeLocal } = made;
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
      {shown ? <PasswordCard shown={shown} phrase={phrase} /> : null}
    </>
  );
}
