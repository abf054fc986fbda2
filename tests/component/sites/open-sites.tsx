import { render, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { expect } from 'vitest';
import { SitesSection } from '../../../components/options/sites/SitesSection.tsx';
import type { CLASS_NAMES } from '../../../lib/generator/index.ts';
import { MAX_RECIPES, type Recipes } from '../../../lib/site-rules/recipes/recipe.ts';
import { siteRecipes } from '../../../lib/storage/site-recipes.ts';
import { text } from '../../support/locale.ts';

export const TWELVE = 'minlength: 12; maxlength: 12; allowed: upper, lower, digit;';

/** More recipes than the list shows at first. */
export const MANY = Object.fromEntries(
  Array.from({ length: 20 }, (_, i) => [`shop-${String.fromCharCode(97 + i)}.example`, 'maxlength: 9;']),
);

/** As many recipes as can be stored. */
export const FULL = Object.fromEntries(
  Array.from({ length: MAX_RECIPES }, (_, i) => [`s${i}.example`, 'maxlength: 9']),
);

/** Opens the section of the settings about sites, with these recipes stored. */
export async function openSites(recipes: Recipes = {}) {
  await siteRecipes.update(() => recipes);
  const user = userEvent.setup();
  render(<SitesSection />);
  await screen.findByRole('heading', { name: text('recipe_title') });
  return user;
}

export const button = (name: string) => screen.getByRole('button', { name });
export const field = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name });
export const select = (name: string) => screen.getByRole('combobox', { name });

/** The names of these classes in a summary of rules. */
export const classes = (...names: (typeof CLASS_NAMES)[number][]) =>
  names.map((name) => text(`recipe_class_${name}`));

/** Waits until exactly these recipes are stored. */
export const expectStored = (recipes: Recipes) =>
  waitFor(async () => expect(await siteRecipes.read()).toEqual(recipes));

/** Waits until the element has the focus. */
export const expectFocus = (element: () => Element) =>
  waitFor(() => expect(document.activeElement).toBe(element()));

/** The text that a screen reader reads after the name of a field. */
export const description = (element: Element) =>
  (element.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent ?? '')
    .join(' ');

/** Chooses a file with this content for the import. */
export function chooseFile(user: ReturnType<typeof userEvent.setup>, content: string) {
  const [input] = document.querySelectorAll<HTMLInputElement>('input[type=file]');
  const file = new File([content], 'sites.json', { type: 'application/json' });
  return user.upload(input as HTMLInputElement, file);
}
