import { scopeOf } from './fields.ts';
import { FIELD_WORDS, LOGIN_WORDS, SIGNUP_WORDS } from './words.ts';

/** What a field is for. Only `new` and `confirm` are ever filled without being pointed at. */
export type FieldRole = 'new' | 'confirm' | 'current' | 'otp' | 'card' | 'username' | 'other';

const AUTOCOMPLETE_ROLES: readonly (readonly [RegExp, FieldRole])[] = [
  [/\bnew-password\b/, 'new'],
  [/\bcurrent-password\b/, 'current'],
  [/\bone-time-code\b/, 'otp'],
  [/\bcc-/, 'card'],
  [/\b(username|email)\b/, 'username'],
];

/** The role of each of `fields`, which are all the fillable fields of a frame in document order. */
export function classifyFields(fields: readonly HTMLInputElement[]): Map<HTMLInputElement, FieldRole> {
  const roles = new Map(fields.map((field) => [field, ownRole(field)] as const));
  for (const group of groupByScope(fields.filter((field) => (roles.get(field) ?? 'unknown') !== 'other'))) {
    settleGroup(group, roles);
  }
  return new Map([...roles].map(([field, role]) => [field, role === 'unknown' ? 'other' : role]));
}

type OpenRole = FieldRole | 'unknown';

/** What the field says of itself; `unknown` for a password field that says nothing. */
function ownRole(field: HTMLInputElement): OpenRole {
  const declared = AUTOCOMPLETE_ROLES.find(([token]) => token.test(field.autocomplete.toLowerCase()))?.[1];
  const text = describe(field);
  // Only a password field, or one that the page itself calls a new password, may ever be filled.
  if (field.type !== 'password' && declared !== 'new') return declared === 'username' ? 'username' : 'other';
  if (FIELD_WORDS.card.test(text)) return 'card';
  if (FIELD_WORDS.oneTimeCode.test(text)) return 'otp';
  if (FIELD_WORDS.secretAnswer.test(text)) return 'other';
  if (declared && declared !== 'new') return declared;
  if (FIELD_WORDS.confirm.test(text)) return 'confirm';
  if (declared) return declared;
  if (FIELD_WORDS.current.test(text)) return 'current';
  return FIELD_WORDS.fresh.test(text) ? 'new' : 'unknown';
}

/** Decides the fields that say nothing by their neighbours and by what their form is for. */
function settleGroup(group: readonly HTMLInputElement[], roles: Map<HTMLInputElement, OpenRole>): void {
  const passwords = group.filter((field) =>
    ['unknown', 'new', 'confirm', 'current'].includes(roles.get(field) ?? ''),
  );
  const unknown = passwords.filter((field) => roles.get(field) === 'unknown');
  const has = (role: OpenRole) => passwords.some((field) => roles.get(field) === role);
  if (unknown.length === 0) return;

  const [first, second, third] = unknown;
  if (has('new')) {
    for (const field of unknown)
      roles.set(field, precedesNew(field, passwords, roles) ? 'current' : 'confirm');
  } else if (has('confirm')) {
    for (const field of unknown) roles.set(field, field === unknown.at(-1) ? 'new' : 'current');
  } else if (has('current')) {
    unknown.forEach((field, i) => {
      roles.set(field, i === 0 ? 'new' : 'confirm');
    });
  } else if (third && first && second) {
    roles.set(first, 'current').set(second, 'new').set(third, 'confirm');
  } else if (first && second) {
    roles.set(first, 'new').set(second, 'confirm');
  } else if (first) {
    roles.set(first, makesPassword(scopeOf(first)) ? 'new' : 'current');
  }
}

function precedesNew(
  field: HTMLInputElement,
  passwords: readonly HTMLInputElement[],
  roles: ReadonlyMap<HTMLInputElement, OpenRole>,
): boolean {
  return passwords.indexOf(field) < passwords.findIndex((other) => roles.get(other) === 'new');
}

/** Whether a form with one silent password field makes a new password, by its own words; in doubt it does not. */
function makesPassword(scope: Element): boolean {
  const attributes = ['id', 'name', 'class', 'action', 'aria-label'].map(
    (name) => scope.getAttribute(name) ?? '',
  );
  const buttons = [...scope.querySelectorAll('button, input[type="submit"], [role="button"]')];
  const submit = buttons.map((button) =>
    button instanceof HTMLInputElement ? button.value : button.textContent,
  );
  const spoken = [...attributes, ...submit].join(' ');
  if (SIGNUP_WORDS.test(spoken) !== LOGIN_WORDS.test(spoken)) return SIGNUP_WORDS.test(spoken);
  const headings = [...scope.querySelectorAll('h1, h2, h3, legend')]
    .map((heading) => heading.textContent)
    .join(' ');
  return SIGNUP_WORDS.test(headings) && !LOGIN_WORDS.test(headings);
}

/** The field's own words: names, hints and labels, with camelCase and punctuation opened into words. */
function describe(field: HTMLInputElement): string {
  const attributes = ['name', 'id', 'placeholder', 'aria-label', 'title', 'data-testid'];
  const labels = [...(field.labels ?? [])].map((label) => label.textContent);
  const labelledBy = (field.getAttribute('aria-labelledby') ?? '').split(/\s+/).filter(Boolean);
  const root = field.getRootNode() as Document | ShadowRoot;
  const named = labelledBy.map((id) => root.getElementById(id)?.textContent ?? '');
  return [...attributes.map((name) => field.getAttribute(name) ?? ''), ...labels, ...named]
    .join(' ')
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/[_\-.[\]]+/g, ' ');
}

function groupByScope(fields: readonly HTMLInputElement[]): HTMLInputElement[][] {
  const groups = new Map<Element, HTMLInputElement[]>();
  for (const field of fields) {
    const scope = scopeOf(field);
    groups.set(scope, [...(groups.get(scope) ?? []), field]);
  }
  return [...groups.values()];
}
