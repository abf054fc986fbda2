// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { text } from '../../support/locale.ts';
import { background, fakeBackground } from '../fake-background.ts';
import { openPopup } from './open-popup.tsx';

beforeEach(fakeBackground);
afterEach(cleanup);

describe('the warning of a page that is not encrypted', () => {
  it.each([1, 0])('is shown where the network can read a page with %i fields', async (fields) => {
    background.survey = { host: 'example.com', fields, insecure: true };
    await openPopup();
    const warning = await screen.findByText(text('page_insecure'));
    expect(warning).toHaveProperty('dataset.tone', 'warning');
    // It comes after everything that can be pressed, because it appears when the page has answered.
    expect(warning.closest('main')).toBeNull();
    expect(warning.compareDocumentPosition(document.querySelector('main') as Node)).toBe(
      Node.DOCUMENT_POSITION_PRECEDING,
    );
  });

  it('is not shown elsewhere', async () => {
    background.survey = { host: 'example.com', fields: 1 };
    await openPopup();
    await waitFor(() => expect(document.querySelector('[data-looking]')).toBeNull());
    expect(document.querySelector('#insecure-page')).toBeNull();
  });
});
