// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { siteRecipes } from '../../../lib/storage/site-recipes.ts';
import { text } from '../../support/locale.ts';
import { background, fakeBackground } from '../fake-background.ts';
import { openPopup } from './open-popup.tsx';

beforeEach(fakeBackground);
afterEach(cleanup);

const HOST = 'example.com';

describe('the options of the popup', () => {
  it('are saved for the site by a click', async () => {
    background.survey = { host: 'example.com:8443', fields: 1 };
    const user = await openPopup();
    await user.click(await screen.findByRole('button', { name: text('site_keep', HOST) }));
    await screen.findByText(text('site_kept', HOST));
    expect(await siteRecipes.read()).toEqual({
      'example.com': expect.stringContaining('minlength: 16; maxlength: 16;'),
    });
  });
});
