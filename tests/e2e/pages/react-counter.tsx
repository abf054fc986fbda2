/** @jsxImportSource react */
import { type FormEvent, useState } from 'react';
import { createRoot } from 'react-dom/client';

const MOST = 8;

/** A form that counts what is typed, keeps no more than eight characters, and sends nothing that was cut. */
function SignUp() {
  const [password, setPassword] = useState('');
  const [typed, setTyped] = useState(0);
  const [sent, setSent] = useState('');
  const isGood = typed <= MOST && password.length >= 6 && /\d/.test(password);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isGood) setSent(password);
  };
  return (
    <form id="signup" onSubmit={submit}>
      <label htmlFor="password">Password</label>
      <input
        id="password"
        type="password"
        autoComplete="new-password"
        maxLength={MOST}
        value={password}
        onChange={({ target }) => {
          setTyped(target.value.length);
          setPassword(target.value.slice(0, MOST));
        }}
      />
      <p id="counter">
        {password.length} / {MOST}
      </p>
      <button id="submit" type="submit" disabled={!isGood}>
        Sign up
      </button>
      <output id="sent">{sent}</output>
    </form>
  );
}

const root = document.querySelector('#app');
if (root) createRoot(root).render(<SignUp />);
