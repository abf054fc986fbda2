// Ember without its command line: a template compiled in the page, rendered by Ember's own renderer.
import { on } from 'ember-source/@ember/modifier/index.js';
import { renderComponent } from 'ember-source/@ember/renderer/index.js';
import { template } from 'ember-source/@ember/template-compiler/runtime.js';
import { tracked } from 'ember-source/@glimmer/tracking/index.js';

/** Tracked state; as plain calls, for a decorator needs a compiler's switch. */
class Form {
  get matches() {
    return this.password !== '' && this.password === this.confirm;
  }
}
for (const name of ['password', 'confirm', 'sent']) {
  const field = tracked(Form.prototype, name, { initializer: () => '' });
  Object.defineProperty(Form.prototype, name, field);
}

const state = new Form();
const take =
  (name) =>
  ({ target }) => {
    state[name] = target.value;
  };
const scope = {
  on,
  state,
  takePassword: take('password'),
  takeConfirm: take('confirm'),
  submit(event) {
    event.preventDefault();
    state.sent = state.password;
  },
};

const SignUp = template(
  `<form id="signup" {{on "submit" submit}}>
    <label for="password">Password</label>
    <input id="password" type="password" autocomplete="new-password" value={{state.password}} {{on "input" takePassword}} />
    <label for="confirm">Confirm password</label>
    <input id="confirm" type="password" autocomplete="new-password" value={{state.confirm}} {{on "input" takeConfirm}} />
    <output id="length">{{state.password.length}}</output>
    <output id="matches">{{if state.matches "yes" "no"}}</output>
    <button id="submit" disabled={{if state.matches false true}}>Sign up</button>
    <output id="sent">{{state.sent}}</output>
  </form>`,
  { scope: () => scope },
);
renderComponent(SignUp, { into: document.querySelector('#app') });
