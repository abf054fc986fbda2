// @vitest-environment jsdom
import { cleanup, render, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { SitesSection } from '../../../components/options/sites/SitesSection.tsx';
import { exportRecipes, MAX_RECIPES, type Recipes } from '../../../lib/site-rules/recipes/recipes.ts';
import { siteRecipes } from '../../../lib/storage/site-recipes.ts';

afterEach(cleanup);

const TWELVE = 'minlength: 12; maxlength: 12; allowed: upper, lower, digit;';
const MANY = Object.fromEntries(
  Array.from({ length: 20 }, (_, i) => [`shop-${String.fromCharCode(97 + i)}.example`, 'maxlength: 9;']),
);

async function open(recipes: Recipes = {}) {
  await siteRecipes.write(recipes);
  const user = userEvent.setup();
  render(<SitesSection />);
  await screen.findByRole('heading', { name: 'Sites' });
  return user;
}

const button = (name: string) => screen.getByRole('button', { name });
const field = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name });
const kept = (recipes: Recipes) => waitFor(async () => expect(await siteRecipes.read()).toEqual(recipes));
const focused = (element: () => Element) => waitFor(() => expect(document.activeElement).toBe(element()));
/** What a screen reader reads after the name of a field. */
const description = (element: Element) =>
  (element.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent ?? '')
    .join(' ');

function choose(user: ReturnType<typeof userEvent.setup>, text: string) {
  const [input] = document.querySelectorAll<HTMLInputElement>('input[type=file]');
  return user.upload(input as HTMLInputElement, new File([text], 'sites.json', { type: 'application/json' }));
}

describe('adding a site', () => {
  it('keeps what the form says, for the host in ASCII, and is told and taken back', async () => {
    const user = await open();
    screen.getByText('No rules for sites yet.');
    await user.click(button('Add a site'));
    await focused(() => field('Site'));
    await user.keyboard('https://Müller.de/login');
    await user.type(field('Minimum length'), '12');
    await user.type(field('Maximum length'), '12');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Symbols' }), 'off');
    await user.keyboard('{Tab}-_');
    await user.type(field('The same character in a row, at most'), '2');
    await user.keyboard('{Enter}');
    await kept({
      'xn--mller-kva.de':
        'minlength: 12; maxlength: 12; allowed: upper, lower, digit, [-_]; max-consecutive: 2;',
    });
    const [row] = screen.getAllByRole('listitem');
    expect(row?.textContent).toContain('müller.de xn--mller-kva.de');
    expect(row?.textContent).toContain(
      'Length 12 · allowed: uppercase, lowercase, digits, - _ · at most 2 of the same in a row',
    );
    expect(screen.getByRole('status').textContent).toBe('Added müller.de.');
    await focused(() => button('Add a site'));
    await user.click(button('Undo'));
    await kept({});
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
    await focused(() => button('Add a site'));
  });

  it('takes the rules text itself, in step with the fields', async () => {
    const user = await open();
    await user.click(button('Add a site'));
    await user.click(screen.getByText('As text'));
    await user.type(field('Minimum length'), '8');
    const text = field('Rules text');
    expect(text.value).toBe('minlength: 8;');
    await user.type(text, ' required: digit; allowed: lower;');
    expect(screen.getByRole('combobox', { name: 'Digits' })).toHaveProperty('value', 'required');
    expect(screen.getByRole('combobox', { name: 'Lowercase letters' })).toHaveProperty('value', 'allowed');
    expect(screen.getByRole('combobox', { name: 'Symbols' })).toHaveProperty('value', 'off');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Digits' }), 'allowed');
    expect(text.value).toBe('minlength: 8; allowed: lower, digit;');
    await user.type(field('Site'), 'example.com');
    await user.click(button('Save'));
    await kept({ 'example.com': 'minlength: 8; allowed: lower, digit;' });
  });

  it('locks the fields while the text says more than they show', async () => {
    const user = await open();
    await user.click(button('Add a site'));
    await user.type(field('Site'), 'example.com');
    await user.click(screen.getByText('As text'));
    await user.type(field('Rules text'), 'required: upper, lower;');
    expect(field('Minimum length').closest('fieldset')).toHaveProperty('disabled', true);
    screen.getByText(/says more than these fields can show/);
    await user.click(button('Save'));
    await kept({ 'example.com': 'required: upper, lower;' });
    screen.getByText('required: uppercase or lowercase · off: digits, symbols');
  });

  it('says what is wrong beside each field, goes there, and keeps nothing', async () => {
    const user = await open({ 'example.com': TWELVE });
    await user.click(button('Add a site'));
    await user.type(field('Site'), 'name@example.com');
    await user.type(field('Minimum length'), 'twelve');
    await user.type(field('Other characters allowed'), '€');
    await user.click(button('Save'));
    await focused(() => field('Site'));
    expect(field('Site').getAttribute('aria-invalid')).toBe('true');
    expect(description(field('Site'))).toBe('Type the name of a site, such as example.com.');
    expect(description(field('Minimum length'))).toMatch(/whole number from 1 to 1024/);
    expect(description(field('Other characters allowed'))).toMatch(/US keyboard/);
    await user.clear(field('Site'));
    await user.type(field('Site'), 'EXAMPLE.com');
    expect(description(field('Site'))).toBe('example.com has a rule already. Edit that one.');
    await user.type(field('Site'), '.au');
    expect(field('Site').getAttribute('aria-invalid')).toBe('false');
    await user.clear(field('Other characters allowed'));
    await user.clear(field('Minimum length'));
    expect(description(field('Minimum length'))).toMatch(/says nothing yet/);
    await user.type(field('Minimum length'), '9');
    await user.type(field('Maximum length'), '8');
    await user.click(button('Save'));
    await focused(() => field('Maximum length'));
    expect(description(field('Maximum length'))).toBe('The maximum is below the minimum.');
    for (const name of ['Uppercase letters', 'Lowercase letters', 'Digits', 'Symbols'])
      await user.selectOptions(screen.getByRole('combobox', { name }), 'off');
    expect(description(screen.getByRole('combobox', { name: 'Digits' }))).toMatch(/Leave at least one kind/);
    await kept({ 'example.com': TWELVE });
  });

  it.each([
    ['minlenght: 8;', 'There is no such rule: minlenght: 8;'],
    ['minlength 8;', 'A colon is missing before: 8;'],
    ['required: letters;', 'There is no such kind of character: letters;'],
    ['required: [ab;', 'The list of characters is not closed: [ab;'],
    ['maxlength: many', 'Here a whole number and a semicolon are needed: many'],
    ['maxlength: 8 required: digit', 'Here a whole number and a semicolon are needed: required: digit'],
    ['required: upper lower;', 'A semicolon is missing before: lower;'],
    ['required: upper,', 'A kind of character is missing before: the end'],
    ['minlength: 1025;', 'No password can meet all of this.'],
  ])('says what is wrong in the text %s', async (text, sentence) => {
    const user = await open();
    await user.click(button('Add a site'));
    await user.type(field('Site'), 'example.com');
    await user.click(screen.getByText('As text'));
    await user.click(field('Rules text'));
    await user.paste(text);
    await user.click(screen.getByText('As text'));
    await user.click(button('Save'));
    await focused(() => field('Rules text'));
    expect(field('Rules text').closest('details')).toHaveProperty('open', true);
    expect(description(field('Rules text'))).toContain(sentence);
    await kept({});
  });

  it('is not possible beyond what can be kept', async () => {
    const full = Object.fromEntries(
      Array.from({ length: MAX_RECIPES }, (_, i) => [`s${i}.example`, 'maxlength: 9']),
    );
    const user = await open(full);
    await user.click(button('Add a site'));
    await user.type(field('Site'), 'one-more.example');
    await user.click(button('Save'));
    expect(description(field('Site'))).toBe('There is room for 2000 sites. Remove some first.');
  });

  it('can be called off', async () => {
    const user = await open();
    await user.click(button('Add a site'));
    await user.click(button('Cancel'));
    await focused(() => button('Add a site'));
    await kept({});
  });
});

describe('the sites that are there', () => {
  it('are edited in their place, and the host too', async () => {
    const user = await open({ 'a.example': 'maxlength: 9;', 'b.example': TWELVE });
    await user.click(button('Edit b.example'));
    await focused(() => field('Site'));
    expect(field('Maximum length').value).toBe('12');
    await user.clear(field('Maximum length'));
    await user.type(field('Maximum length'), '16');
    await user.click(button('Save'));
    const changed = TWELVE.replace('maxlength: 12', 'maxlength: 16');
    await kept({ 'a.example': 'maxlength: 9;', 'b.example': changed });
    await focused(() => button('Edit b.example'));
    await user.click(button('Edit b.example'));
    await user.type(field('Site'), '.org');
    await user.click(button('Save'));
    await kept({ 'a.example': 'maxlength: 9;', 'b.example.org': changed });
    await focused(() => button('Edit b.example.org'));
    await user.click(button('Undo'));
    await kept({ 'a.example': 'maxlength: 9;', 'b.example': changed });
  });

  it('leave nothing to undo when nothing was changed', async () => {
    const user = await open({ 'a.example': TWELVE });
    await user.click(button('Edit a.example'));
    await user.click(button('Save'));
    await focused(() => button('Edit a.example'));
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });

  it('are removed, and come back by undo beside what was kept meanwhile elsewhere', async () => {
    const user = await open({ 'a.example': 'maxlength: 9;', 'b.example': TWELVE });
    await user.click(button('Remove b.example'));
    await kept({ 'a.example': 'maxlength: 9;' });
    await focused(() => button('Undo'));
    await siteRecipes.write({ 'a.example': 'maxlength: 9;', 'c.example': 'maxlength: 7;' });
    await screen.findByText('c.example');
    await user.keyboard('{Enter}');
    await kept({ 'a.example': 'maxlength: 9;', 'b.example': TWELVE, 'c.example': 'maxlength: 7;' });
    expect(screen.getByRole('status').textContent).toBe('Taken back.');
  });

  it('can be searched, and what is being written in a row outlives the search', async () => {
    const user = await open({ ...MANY, 'xn--mller-kva.de': 'maxlength: 8;' });
    expect(screen.getAllByRole('listitem')).toHaveLength(12);
    await user.click(button('Show all 21 sites'));
    expect(screen.getAllByRole('listitem')).toHaveLength(21);
    await user.click(button('Edit shop-a.example'));
    await user.type(field('Minimum length'), '7');
    const search = screen.getByRole('searchbox', { name: 'Find a site' });
    await user.type(search, 'MÜLL');
    const [row, ...others] = screen.getAllByRole('listitem');
    expect(others).toEqual([]);
    expect(row?.textContent).toContain('müller.de');
    await user.clear(search);
    await user.type(search, 'nowhere');
    screen.getByText('No site’s name holds this.');
    await user.clear(search);
    expect(field('Minimum length').value).toBe('7');
  });

  it('need no search while they are few', async () => {
    await open({ 'a.example': TWELVE });
    expect(screen.queryByRole('searchbox')).toBeNull();
  });
});

describe('files', () => {
  it('are exported as the public list has them', async () => {
    const blobs: Blob[] = [];
    const links: string[] = [];
    Object.assign(URL, {
      createObjectURL: (blob: Blob) => `blob:${blobs.push(blob)}`,
      revokeObjectURL: () => undefined,
    });
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      links.push(`${this.download} ${this.href}`);
    });
    const user = await open({ 'a.example': TWELVE });
    await user.click(button('Export a file'));
    expect(links).toEqual(['passmint-sites.json blob:1']);
    expect(JSON.parse((await blobs[0]?.text()) ?? '')).toEqual({ 'a.example': { 'password-rules': TWELVE } });
  });

  it('cannot be exported while there is nothing in them', async () => {
    await open();
    expect(button('Export a file')).toHaveProperty('disabled', true);
  });

  it('are imported at once where nothing is kept, and that is taken back', async () => {
    const user = await open();
    await choose(user, exportRecipes(MANY));
    await kept(MANY);
    expect(screen.getByRole('status').textContent).toBe('Rules imported: 20.');
    await focused(() => button('Undo'));
    await user.click(button('Undo'));
    await kept({});
  });

  it.each([
    [
      'Add to mine',
      { 'a.example': 'maxlength: 9;', 'b.example': 'maxlength: 7;', 'c.example': 'maxlength: 6;' },
    ],
    ['Replace all of mine', { 'b.example': 'maxlength: 7;', 'c.example': 'maxlength: 6;' }],
    ['Cancel', { 'a.example': 'maxlength: 9;', 'b.example': TWELVE }],
  ])('are imported only as the person says: %s', async (choice, after) => {
    const before = { 'a.example': 'maxlength: 9;', 'b.example': TWELVE };
    const user = await open(before);
    await choose(user, exportRecipes({ 'b.example': 'maxlength: 7;', 'c.example': 'maxlength: 6;' }));
    await focused(() => button('Add to mine'));
    screen.getByText(/^Sites in the file: 2. Already here: 1. /);
    await kept(before);
    await user.click(button(choice));
    await kept(after);
    expect(screen.queryByText(/^Sites in the file/)).toBeNull();
    if (choice === 'Cancel') return focused(() => button('Import a file'));
    await user.click(button('Undo'));
    await kept(before);
  });

  it('with a wrong entry are refused whole, and each wrong entry is named', async () => {
    const user = await open({ 'a.example': TWELVE });
    const file = {
      'good.example': { 'password-rules': 'maxlength: 8' },
      'müller.de': { 'password-rules': 'maxlength: 8' },
      'number.example': { 'password-rules': 8 },
      'typo.example': { 'password-rules': 'maxlenght: 8' },
      'empty.example': { 'password-rules': '' },
      'never.example': { 'password-rules': 'minlength: 9; maxlength: 8' },
      'long.example': { 'password-rules': 'maxlength: 8;'.repeat(100) },
      [`${'x'.repeat(300)}.example`]: { 'password-rules': 'maxlength: 8' },
    };
    await choose(user, JSON.stringify(file));
    const alert = screen.getByRole('alert');
    await within(alert).findByText('Nothing was imported.');
    expect(
      within(alert)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual([
      '“müller.de” is no host name. International names come in their ASCII form, such as xn--mller-kva.de.',
      'number.example: the entry has to be an object with a text named password-rules.',
      'typo.example: the rules text has an error.',
      'empty.example: the rules text says nothing.',
      'never.example: no password can meet the rules.',
      'long.example: the rules text is too long, 1,000 characters at most.',
      `“${'x'.repeat(60)}…” is no host name. International names come in their ASCII form, such as xn--mller-kva.de.`,
    ]);
    await kept({ 'a.example': TWELVE });
    await choose(user, exportRecipes({ 'good.example': 'maxlength: 8' }));
    await screen.findByText(/^Sites in the file: 1. /);
    expect(alert.textContent).toBe('');
  });

  it.each([
    ['{', 'The file is no JSON.'],
    ['[]', 'The file is no list of sites: it has to be an object with a host as the name of each entry.'],
    [' '.repeat(4_000_001), 'The file is too large: 4 MB at most.'],
    [' '.repeat(12_000_001), 'The file is too large: 4 MB at most.'],
    [
      JSON.stringify(Object.fromEntries(Array.from({ length: MAX_RECIPES + 1 }, (_, i) => [`s${i}`, 0]))),
      'The file has more sites than there is room for: 2000 at most.',
    ],
  ])('that are no list are refused (case %#)', async (text, sentence) => {
    const user = await open();
    await choose(user, text);
    await within(screen.getByRole('alert')).findByText(sentence);
  });

  it('with many wrong entries say that there may be more', async () => {
    const user = await open();
    await choose(
      user,
      JSON.stringify(Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`s${i}`, 0]))),
    );
    await screen.findByText('There may be more: only the first 20 are listed.');
    expect(within(screen.getByRole('alert')).getAllByRole('listitem')).toHaveLength(20);
  });

  it('that cannot be read say so', async () => {
    const user = await open();
    const file = new File(['{}'], 'sites.json', { type: 'application/json' });
    file.text = () => Promise.reject(new DOMException('gone', 'NotReadableError'));
    await user.upload(document.querySelector('input[type=file]') as HTMLInputElement, file);
    await screen.findByText('The file could not be read.');
  });

  it('without entries change nothing, and too many are not added to what is there', async () => {
    const mine = { 'a.example': TWELVE };
    const user = await open(mine);
    await choose(user, '{}');
    await screen.findByText('The file has no rules.');
    expect(screen.queryByRole('button', { name: 'Replace all of mine' })).toBeNull();
    await focused(() => button('Cancel'));
    const full = Object.fromEntries(
      Array.from({ length: MAX_RECIPES }, (_, i) => [`s${i}.example`, 'maxlength: 9']),
    );
    await choose(user, exportRecipes(full));
    await screen.findByText(/more than the 2000 that there is room for/);
    expect(screen.queryByRole('button', { name: 'Add to mine' })).toBeNull();
    await kept(mine);
  });
});
