import { createSignal } from 'solid-js';
// Solid's own templates without JSX, which would need its compiler.
import html from 'solid-js/html';
import { render } from 'solid-js/web';

function signUp() {
  const [password, setPassword] = createSignal('');
  const [confirm, setConfirm] = createSignal('');
  const [sent, setSent] = createSignal('');
  const matches = () => password() !== '' && password() === confirm();
  const typedInto = (event: InputEvent) => (event.target as HTMLInputElement).value;
  const submit = (event: Event) => {
    event.preventDefault();
    setSent(password());
  };
  return html`
    <form id="signup" onSubmit=${submit}>
      <label for="password">Password</label>
      <input id="password" type="password" autocomplete="new-password" prop:value=${password}
        onInput=${(event: InputEvent) => setPassword(typedInto(event))} />
      <label for="confirm">Confirm password</label>
      <input id="confirm" type="password" autocomplete="new-password" prop:value=${confirm}
        onInput=${(event: InputEvent) => setConfirm(typedInto(event))} />
      <output id="length">${() => password().length}</output>
      <output id="matches">${() => (matches() ? 'yes' : 'no')}</output>
      <button id="submit" prop:disabled=${() => !matches()}>Sign up</button>
      <output id="sent">${sent}</output>
    </form>` as Node;
}

const root = document.querySelector('#app');
if (root) render(signUp, root);
