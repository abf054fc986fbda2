// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exactly, text, textPattern } from '../../support/locale.ts';
import { background, fakeBackground } from '../fake-background.ts';
import { button, openPopup, shown, surveyWith } from './open-popup.tsx';

beforeEach(fakeBackground);
afterEach(cleanup);

const HOST = 'example.com';

/** The beginning of the summary; a rule of the page may follow. */
const REASONS = new RegExp(
  `${textPattern('rule_range', 8, 10).source}, ${textPattern('rule_one_numbers').source}, .+`,
);

describe('the rules of a site', () => {
  it('are met, shown on one line, and listed with the source of each', async () => {
    background.survey = surveyWith({
      minLength: 8,
      maxLength: 10,
      pattern: 'a)|(b',
      list: 'minlength: 12; required: digit; allowed: lower;',
    });
    await openPopup();
    await screen.findByText(textPattern('site_fits', HOST, REASONS));
    await waitFor(() => expect(shown()).toMatch(/^[a-z0-9]{10}$/));
    const lines = [...document.querySelectorAll('#page-line li')].map((line) => line.textContent);
    expect(lines).toContain(text('site_reason', text('rule_max_length', 10), text('source_length')));
    expect(lines).toContain(text('site_reason', text('rule_one_numbers'), text('source_list')));
    expect(lines).toContain(text('site_contradiction', text('rule_min_length', 12), text('source_list')));
    expect(lines).toContain(text('site_unread', text('source_pattern')));
    expect(document.querySelector('#page-line')?.textContent).toContain(text('adjust_removed_symbols', HOST));
    expect(document.querySelector('#strength')?.textContent).toMatch(
      exactly(
        new RegExp(
          `${textPattern('strength_fair').source} · ${textPattern('strength_bits', /5\d\.\d/).source}`,
        ),
      ),
    );
  });

  it('are ignored at a click, and applied again at another', async () => {
    background.survey = surveyWith({ maxLength: 10 });
    const user = await openPopup();
    await user.click(await screen.findByRole('button', { name: text('site_ignore') }));
    expect(shown()).toHaveLength(16);
    expect(screen.getByText(text('site_ignored', HOST))).toBeTruthy();
    expect(screen.queryByText(text('adjust_shortened', HOST, 10))).toBeNull();
    await user.click(button(text('site_fit_again')));
    expect(shown()).toHaveLength(10);
  });
});
