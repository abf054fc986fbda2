/* What the pages of hostile-finding.test.ts share. The test reads through it; nothing here can be hidden by a name. */
const every = (root) => {
  const { prototype } = root.host ? DocumentFragment : Document;
  return [...prototype.querySelectorAll.call(root, 'input')];
};

window.hostile = {
  /** The fields that are to be filled. */
  wanted: [],
  /** Every tree of the page that has fields. */
  roots: [document],
  /** What the wanted fields hold. */
  values: () => hostile.wanted.map((field) => field.value),
  /** How many other fields hold something else than they did. */
  strayed: () =>
    hostile.roots
      .flatMap(every)
      .filter((field) => !hostile.wanted.includes(field) && field.value !== field.defaultValue).length,
};

/** A form to sign up with; its two password fields are wanted. */
window.signUp = (within = document.createElement('form')) => {
  within.innerHTML = `<h2>Create your account</h2>
    <label>E-mail <input type="email" name="email"></label>
    <label>Password <input type="password" name="password"></label>
    <label>Confirm password <input type="password" name="password2"></label>
    <button>Create account</button>`;
  hostile.wanted = [...within.querySelectorAll('[type=password]')];
  return within;
};

/** A form to log in with, which nothing may be filled into. */
window.logIn = (name) => {
  const form = document.createElement('form');
  form.innerHTML = `<input type="text" name="user${name}"><input type="password" name="password${name}">
    <button>Log in</button><a href="#">Forgot your password?</a>`;
  return form;
};
