// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_OPTIONS } from '../../../lib/generator/index.ts';
import { chosenKind, fillKind, kindOptions } from '../../../lib/storage/kind-options.ts';
import { text, textPattern } from '../../support/locale.ts';
import { background, fakeBackground } from '../fake-background.ts';
import { button, openPopup, shown, surveyWith } from './open-popup.tsx';

beforeEach(fakeBackground);
afterEach(cleanup);

const fillButton = () => screen.findByRole('button', { name: text('popup_fill', 1) });
const fills = () => background.sent.filter(({ name }) => name === 'popup-to-background:fill').length;
const filled = () => waitFor(() => expect(fills()).toBe(1));

/** Presses Fill, which asks, and presses again. */
async function fillAnyway(question: RegExp | string) {
  const user = await openPopup();
  await user.click(await fillButton());
  await screen.findByText(question);
  expect(fills()).toBe(0);
  const asked = shown();
  await user.click(button(text('popup_fill_anyway')));
  await filled();
  expect(shown()).toBe(asked);
}

const host = 'example.com';
const veryWeak = text('strength_very_weak');

describe('a password below 40 bits', () => {
  it.each([
    ['allowed: [01]; maxlength: 16;', '16.0', veryWeak],
    ['maxlength: 5;', /3\d\.\d/, text('strength_weak')],
    ['allowed: digit; maxlength: 9;', '29.9', veryWeak],
  ])(
    'is filled at the second press where the site’s rules (%s) cause it, which are named',
    async (rules, bits, level) => {
      background.survey = surveyWith({ passwordRules: rules });
      await fillAnyway(textPattern('popup_weak_site', level, textPattern('strength_bits', bits), host, /.+/));
    },
  );

  it('is filled at the second press where the options cause it', async () => {
    background.survey = { host, fields: 1 };
    const few = { uppercase: false, lowercase: false, symbols: false, length: 8 };
    await kindOptions.password.update(() => ({ ...DEFAULT_OPTIONS, ...few }));
    await fillAnyway(text('popup_weak', veryWeak, text('strength_bits', '26.6')));
  });

  it('is filled at the second press where it is a PIN that only the tab has chosen', async () => {
    background.survey = { host, fields: 1 };
    await chosenKind.update(() => 'pin');
    await fillAnyway(text('popup_weak', veryWeak, text('strength_bits', '19.9')));
  });

  it('is filled at once where PINs are what is filled and the page accepts one', async () => {
    background.survey = { host, fields: 1 };
    await chosenKind.update(() => 'pin');
    await fillKind.update(() => 'pin');
    const user = await openPopup();
    await waitFor(() => expect(shown()).toMatch(/^\d{6}$/));
    await user.click(await fillButton());
    await filled();
  });

  it('is not filled at once where the page asks for more than a PIN', async () => {
    background.survey = surveyWith({ minLength: 8 });
    await chosenKind.update(() => 'pin');
    await fillKind.update(() => 'pin');
    await fillAnyway(text('popup_weak', veryWeak, text('strength_bits', '19.9')));
  });

  it('is asked for again after another was generated', async () => {
    background.survey = { host, fields: 1 };
    await chosenKind.update(() => 'pin');
    const user = await openPopup();
    await user.click(await fillButton());
    await user.click(button(text('popup_again')));
    await user.click(await fillButton());
    await screen.findByText(textPattern('popup_weak', veryWeak, /.+/));
    expect(fills()).toBe(0);
  });
});

describe('a password of 40 bits and more', () => {
  it.each([
    ['a site’s short password', { maxLength: 7 }],
    ['the usual one', {}],
  ])('is filled at once: %s', async (_, sources) => {
    background.survey = surveyWith(sources);
    const user = await openPopup();
    await user.click(await fillButton());
    await filled();
  });
});

it('an entropy that is a proven lower bound is shown as one', async () => {
  background.survey = surveyWith({ passwordRules: 'max-sequential: 2;' });
  await openPopup();
  await waitFor(() =>
    expect(document.querySelector('#strength')?.textContent).toMatch(
      textPattern('strength_at_least', /\d+\.\d/),
    ),
  );
});
