/** What a phrase in a page can speak of. */
export const TOPICS = [
  'password', // the thing itself
  'fresh', // that it is a new one
  'repeat', // that it is typed again
  'current', // that it is the one in use
  'signup', // making an account
  'login', // coming in with a password that exists
  'forgot', // the way out for those who do not know theirs
  'remember', // staying signed in
  'member', // "already have an account?", which stands where accounts are made
  'newcomer', // "no account yet?", which stands where one logs in
  'change', // a new password for an account that exists
  'terms', // what is agreed to when an account is made
  'rules', // what a password must look like, or how strong it is
  'code', // one-time codes, vouchers
  'card', // payment cards
  'secret', // other things typed hidden: a PIN, an answer, a number
  'user', // a user name or address
  'person', // what is asked of a new customer: name, birthday, address
  'search', // searching, newsletters
  'show', // the switch that shows what is typed
  'save', // buttons that keep changes
] as const;
export type Topic = (typeof TOPICS)[number];

/**
 * The phrases of one language by topic, separated by `|`, in the language's own spelling; case, accents and
 * punctuation do not matter. A phrase matches from the start of a word, and a space in it may be missing. `~` before
 * it matches inside words too (writing without spaces does so by itself); `.` after it asks for the word's end. `!`
 * after it says that its words mean nothing else: “kostenlos anmelden” makes an account, “anmelden” alone logs in.
 */
export type Words = { readonly [topic in Topic]?: string };
