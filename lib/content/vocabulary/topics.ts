/** The topics that a phrase can stand for. */
export const TOPICS = [
  'password', // a password of any kind
  'fresh', // the password is a new one
  'repeat', // the password is typed again
  'current', // the password is the one in use
  'signup', // creating an account
  'login', // logging in with an existing password
  'forgot', // help for people who do not know their password
  'remember', // staying signed in
  'member', // "already have an account?", as on signup pages
  'change', // a new password for an account that exists
  'terms', // what a person agrees to when creating an account
  'policy', // settings and notes about passwords, such as their least length
  'rules', // requirements of a password, or its strength
  'code', // one-time codes, vouchers
  'card', // payment cards
  'secret', // other secrets, such as a PIN or an answer
  'user', // a user name or an email address
  'person', // personal data of a new customer
  'search', // search, newsletters
  'show', // the switch that shows what is typed
  'save', // buttons that keep changes
] as const;

/** One of the topics. */
export type Topic = (typeof TOPICS)[number];

/**
 * The phrases of one language by topic, separated by `|`, in the usual spelling. Case, accents and
 * punctuation do not matter. A phrase matches at the start of a word, and its spaces may be missing. Signs
 * around it change this.
 * - `~` before it lets it match inside words too, which is the default in all but Latin letters.
 * - `.` after it requires the end of the word.
 * - `!` after it keeps its words from standing for another topic. “Kostenlos anmelden” creates an account,
 *   although “anmelden” alone logs in.
 */
export type Words = { readonly [topic in Topic]?: string };
