import { html, LitElement } from 'lit';

/** A form in a shadow root, as Lit's elements have it; its fields show the element's own state. */
class SignUp extends LitElement {
  static override properties = {
    password: { state: true },
    confirm: { state: true },
    sent: { state: true },
  };
  declare password: string;
  declare confirm: string;
  declare sent: string;

  constructor() {
    super();
    Object.assign(this, { password: '', confirm: '', sent: '' });
  }

  override render() {
    const matches = this.password !== '' && this.password === this.confirm;
    const submit = (event: Event) => {
      event.preventDefault();
      this.sent = this.password;
    };
    return html`
      <form id="signup" @submit=${submit}>
        <label for="password">Password</label>
        <input id="password" type="password" autocomplete="new-password" .value=${this.password}
          @input=${this.#take('password')} />
        <label for="confirm">Confirm password</label>
        <input id="confirm" type="password" autocomplete="new-password" .value=${this.confirm}
          @input=${this.#take('confirm')} />
        <output id="length">${this.password.length}</output>
        <output id="matches">${matches ? 'yes' : 'no'}</output>
        <button id="submit" ?disabled=${!matches}>Sign up</button>
        <output id="sent">${this.sent}</output>
      </form>`;
  }

  #take(name: 'password' | 'confirm') {
    return ({ target }: InputEvent) => {
      this[name] = (target as HTMLInputElement).value;
    };
  }
}

customElements.define('sign-up', SignUp);
document.querySelector('#app')?.append(document.createElement('sign-up'));
