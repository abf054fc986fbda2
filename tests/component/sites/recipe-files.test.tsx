// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { exportRecipes } from '../../../lib/site-rules/recipes/recipes.ts';
import { text } from '../../support/locale.ts';
import { button, chooseFile, expectFocus, expectStored, MANY, openSites, TWELVE } from './open-sites.tsx';

afterEach(cleanup);

describe('files of recipes', () => {
  it('are exported in the format of the public list', async () => {
    const blobs: Blob[] = [];
    const links: string[] = [];
    Object.assign(URL, {
      createObjectURL: (blob: Blob) => `blob:${blobs.push(blob)}`,
      revokeObjectURL: () => undefined,
    });
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      links.push(`${this.download} ${this.href}`);
    });
    const user = await openSites({ 'a.example': TWELVE });
    await user.click(button(text('recipe_export')));
    expect(links).toEqual(['passmint-sites.json blob:1']);
    expect(JSON.parse((await blobs[0]?.text()) ?? '')).toEqual({ 'a.example': { 'password-rules': TWELVE } });
  });

  it('cannot be exported while there are no recipes', async () => {
    await openSites();
    expect(button(text('recipe_export'))).toHaveProperty('disabled', true);
  });

  it('are imported at once if nothing is stored, and that can be undone', async () => {
    const user = await openSites();
    await chooseFile(user, exportRecipes(MANY));
    await expectStored(MANY);
    expect(screen.getByRole('status').textContent).toBe(text('recipe_imported', 20));
    await expectFocus(() => button(text('recipe_undo')));
    await user.click(button(text('recipe_undo')));
    await expectStored({});
  });
});
