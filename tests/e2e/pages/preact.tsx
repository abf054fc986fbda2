/** @jsxImportSource preact */
import { render, type TargetedSubmitEvent } from 'preact';
import { useState } from 'preact/hooks';

/**
 * One state for the whole form, copied at each input. A value that was not rendered in between would be lost.
 */
function SignUp() {
  const [form, setForm] = useState({ password: '', confirm: '' });
  const [sent, setSent] = useState('');
  const matches = form.password !== '' && form.password === form.confirm;
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setSent(form.password);
  };
  const field = (name: 'password' | 'confirm', label: string) => (
    <>
      <label for={name}>{label}</label>
      <input
        id={name}
        type="password"
        autocomplete="new-password"
        value={form[name]}
        onInput={({ currentTarget }) => setForm({ ...form, [name]: currentTarget.value })}
      />
    </>
  );
  return (
    <form id="signup" onSubmit={submit}>
      {field('password', 'Password')}
      {field('confirm', 'Confirm password')}
      <output id="length">{form.password.length}</output>
      <output id="matches">{matches ? 'yes' : 'no'}</output>
      <button id="submit" type="submit" disabled={!matches}>
        Sign up
      </button>
      <output id="sent">{sent}</output>
    </form>
  );
}

const root = document.querySelector('#app');
if (root) render(<SignUp />, root);
