import fc from 'fast-check';
import { expect } from 'vitest';
import { frameUnderTest, PASSWORD } from '../support/fill-frame.ts';
import { CORPUS, type Tree } from './corpus.ts';
import { type Fuzz, fuzz } from './property.ts';

const NAMES = [
  ...[
    'form',
    'div',
    'p',
    'label',
    'fieldset',
    'section',
    'input',
    'input',
    'input',
    'input',
    'button',
    'h1',
    'a',
    'span',
  ],
  ...['select', 'textarea', 'svg', 'table', 'dialog', 'slot', 'iframe', 'x-field', 'template', 'object'],
];
const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  type: ['password', 'password', 'text', 'email', 'hidden', 'submit', 'checkbox', 'PASSWORD', 'constructor'],
  name: [
    'password',
    'password2',
    'confirm',
    'new_password',
    'old',
    'activeElement',
    'elements',
    'focus',
    'passmint',
    '__proto__',
  ],
  id: ['a', 'b', 'a', 'body', 'defaultView', 'visit', 'constructor'],
  for: ['a', 'b', 'c'],
  form: ['a', 'b'],
  autocomplete: ['new-password', 'current-password', 'off', 'one-time-code', 'section-x new-password'],
  placeholder: [
    'Password',
    'Confirm password',
    'Current password',
    'Search',
    '\u202e\u0000',
    'x'.repeat(2000),
  ],
  pattern: ['.{8,}', '(', '(.*)*x', '[a-z]+'],
  minlength: ['8', '-1', '99999999999', 'x'],
  maxlength: ['4', '0', '16', 'x'],
  style: ['display: none', 'position: fixed', 'width: 1px', 'opacity: 0'],
  hidden: [''],
  disabled: [''],
  readonly: [''],
  'aria-labelledby': ['a b', 'a a a a', ''],
  'aria-describedby': ['a', 'b c'],
};
const attributes = fc.record(
  Object.fromEntries(Object.entries(ATTRIBUTES).map(([name, values]) => [name, fc.constantFrom(...values)])),
  { requiredKeys: [], noNullPrototype: true },
);
const texts = fc.constantFrom(
  '',
  'Password',
  'Confirm password',
  'Current password',
  'Create account',
  'Log in',
  'At least 8 characters',
  '\u0000',
);

const { tree: trees } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.record({
    name: fc.constantFrom(...NAMES),
    attributes: attributes as fc.Arbitrary<Tree['attributes']>,
    text: texts,
    children: fc.oneof({ maxDepth: 5 }, fc.constant<Tree[]>([]), fc.array(tie('tree'), { maxLength: 4 })),
  }),
}));

function elementOf({ name, attributes, text, children }: Tree): Element {
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  element.append(text, ...children.map(elementOf));
  return element;
}

/** Kept, because a form called `body` hides the document's. */
const { body } = document;

/** A fill writes to two fields at most, only to inputs, and to none that the survey did not count. */
async function checkTree(roots: readonly Tree[]): Promise<void> {
  body.replaceChildren(...roots.map(elementOf));
  const { survey, fill } = frameUnderTest();
  const { fields } = survey();
  expect(fields).toBeLessThanOrEqual(2);
  const outcome = await fill();
  const holding = [...document.querySelectorAll<HTMLInputElement>('input, textarea')].filter(
    ({ value }) => value === PASSWORD,
  );
  expect(holding.length).toBeLessThanOrEqual(fields);
  expect(
    holding.every(({ localName, type }) => localName === 'input' && /^(password|text)$/.test(type)),
  ).toBe(true);
  if (outcome.outcome === 'filled') expect(holding).toHaveLength(outcome.fields);
}

/** What a page can be. */
export const TREE_PROPERTIES: readonly Fuzz<never>[] = [
  fuzz({
    name: 'form trees',
    inputs: fc.array(trees, { maxLength: 3 }),
    check: checkTree,
    corpus: CORPUS.trees,
    cost: 8,
  }),
];
