/** @jsxImportSource react */
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { useForm } from 'react-hook-form';

/**
 * Uncontrolled fields: React Hook Form reads them at their events, and validates when they lose the focus.
 */
function SignUp() {
  const [sent, setSent] = useState('');
  const { register, handleSubmit, watch, formState } = useForm({
    mode: 'onBlur',
    defaultValues: { password: '', confirm: '' },
  });
  const { password } = watch();
  return (
    <form id="signup" onSubmit={handleSubmit((form) => setSent(form.password))}>
      <label htmlFor="password">Password</label>
      <input
        id="password"
        type="password"
        autoComplete="new-password"
        {...register('password', { required: true })}
      />
      <label htmlFor="confirm">Confirm password</label>
      <input
        id="confirm"
        type="password"
        autoComplete="new-password"
        {...register('confirm', { validate: (confirm, form) => confirm !== '' && confirm === form.password })}
      />
      <output id="length">{password.length}</output>
      <output id="matches">{formState.isValid ? 'yes' : 'no'}</output>
      <button id="submit" type="submit" disabled={!formState.isValid || !formState.touchedFields.confirm}>
        Sign up
      </button>
      <output id="sent">{sent}</output>
    </form>
  );
}

const root = document.querySelector('#app');
if (root) createRoot(root).render(<SignUp />);
