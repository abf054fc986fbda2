const WORDS = 'the order was sent to you by post and should come within three days at most'.split(' ');
const words = (count: number) => Array.from({ length: count }, (_, i) => WORDS[i % WORDS.length]).join(' ');

const HEAD = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Create an account</title>
<style>body{font:14px sans-serif}nav a{margin:4px}label{display:block}</style></head>`;

const NAV = `<header class="site-header"><nav><ul>${'<li><a href="/shop">Shop</a></li>'.repeat(8)}</ul>
<form role="search" action="/search"><input type="search" name="q" placeholder="Search"><button>Search</button></form></nav></header>`;

const SIGNUP = `<main><h1>Create your account</h1><form action="/register" id="register">
<label>First name <input name="first"></label><label>Last name <input name="last"></label>
<label>Email <input type="email" name="email"></label>
<label>Password <input type="password" name="password" minlength="8"></label><p class="hint">At least 8 characters</p>
<label>Confirm password <input type="password" name="password2"></label>
<label><input type="checkbox" name="terms"> I agree to the <a href="/terms">Terms</a></label>
<button>Create account</button><p>Already have an account? <a href="/login">Sign in</a></p></form></main>
<aside><form action="/login"><h2>Sign in</h2><input type="email" name="user"><input type="password" name="pass">
<button>Sign in</button><a href="/forgot">Forgot your password?</a></form></aside>`;

const TEASER = `<section class="card"><h3 class="card-title"><a href="/item">${words(5)}</a></h3>
<div class="media"><img alt="" width="20" height="20"><span class="icon"></span></div>
<p>${words(25)} <b>${words(2)}</b> <em>${words(3)}</em></p><p>${words(18)}</p>
<ul><li>${words(4)}</li><li>${words(3)}</li><li><a href="/more">${words(2)}</a></li></ul>
<div class="row"><div class="column"><span>${words(2)}</span></div><div class="column"><span>${words(1)}</span></div></div>
<div class="actions"><a class="link" href="/buy">Buy</a><button type="button">Save</button></div></section>`;

/** A part of about a hundred elements, which are teasers and a small form after them. */
const PART = `<article><h2>${words(3)}</h2>${TEASER.repeat(4)}<form action="/subscribe"><label>Email <input type="email" name="mail"></label>
<input type="text" name="note" placeholder="Your note"><select><option>One</option><option>Two</option></select>
<button>Send</button></form></article>`;

const count = (html: string) => html.match(/<[a-z]/g)?.length ?? 0;

/** Builds a page of about `elements` elements, with a header, two account forms and articles. */
export function ordinaryPage(elements: number): string {
  const rest = Math.max(0, elements - count(HEAD + NAV + SIGNUP) - 1);
  return `${HEAD}<body>${NAV}${SIGNUP}${PART.repeat(Math.round(rest / count(PART)))}</body></html>`;
}
