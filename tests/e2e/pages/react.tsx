/** @jsxImportSource react */
import { type FormEvent, useState } from 'react';
import { createRoot } from 'react-dom/client';

/** A form whose fields show only React's state, so a value that React did not see is gone at the next key. */
function SignUp() {
  const [password, setPassword] = useState('');
  const [confirm, setConfirm] = useState('');
  const [sent, setSent] = useState('');
  const matches = password !== '' && password === confirm;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setSent(password);
  };
  return (
    <form id="signup" onSubmit={submit}>
      <label htmlFor="email">E-mail</label>
      <input id="email" name="email" type="email" autoComplete="email" />
      <label htmlFor="password">Password</label>
      <input
        id="password"
        type="password"
        autoComplete="new-password"
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      <label htmlFor="confirm">Confirm password</label>
      <input
        id="confirm"
        type="password"
        autoComplete="new-password"
        value={confirm}
        onChange={(event) => setConfirm(event.target.value)}
      />
      <output id="length">{password.length}</output>
      <output id="matches">{matches ? 'yes' : 'no'}</output>
      <button id="submit" type="submit" disabled={!matches}>
        Sign up
      </button>
      <output id="sent">{sent}</output>
    </form>
  );
}

const root = document.querySelector('#app');
if (root) createRoot(root).render(<SignUp />);
