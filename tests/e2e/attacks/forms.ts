/** What goes into a page beside its form. */
export interface PageParts {
  readonly before?: string;
  readonly after?: string;
  /** Attributes of the password fields. */
  readonly attributes?: string;
  readonly script?: string;
}

const STYLE =
  '<style>label { display: block } input { width: 200px; height: 24px } iframe { border: 0 }</style>';

/** A form to sign up with; its password fields are `#password` and `#confirm`. */
export const signUpForm = (attributes = ''): string => `
  <form id="signup" action="/done" method="post"><h1>Create your account</h1>
    <label>E-mail <input id="email" type="email" name="email"></label>
    <label>Password <input id="password" type="password" name="password" autocomplete="new-password" ${attributes}></label>
    <label>Confirm password <input id="confirm" type="password" name="confirm" autocomplete="new-password"></label>
    <button>Create account</button>
  </form>`;

/** A page to sign up on. */
export const signUpPage = ({
  before = '',
  after = '',
  attributes = '',
  script = '',
}: PageParts = {}): string => pageOf(`${before}${signUpForm(attributes)}${after}`, script);

/** A whole page. */
export const pageOf = (body: string, script = ''): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Sign up</title>${STYLE}</head>
  <body>${body}<script>${script}</script></body></html>`;

/** A form in a frame that takes the focus as soon as it can, and reports every value to the page. */
export const thief = (): string =>
  signUpPage({
    script: `
      const first = document.querySelector('#password');
      const grab = () => {
        first.focus();
        if (document.hasFocus()) parent.postMessage('focused', '*');
        else setTimeout(grab, 50);
      };
      grab();
      onmessage = grab;
      for (const field of document.querySelectorAll('[type=password]'))
        field.addEventListener('input', () => parent.postMessage({ stolen: field.value }, '*'));`,
  });

/** Keeps what a thief in a frame reports. */
export const ACCOMPLICE = `
  window.stolen = '';
  onmessage = ({ data }) => {
    if (data === 'focused') window.isFocused = true;
    if (data.stolen) window.stolen = data.stolen;
  };`;

/** What the pages of attacks put on their window. */
export interface HostileWindow {
  stolen: string;
  isFocused?: boolean;
  swap(): void;
}

/** Text as the value of an attribute in double quotes. */
export const attribute = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
