import { useState } from 'preact/hooks';
import { message } from '../../../lib/i18n/message.ts';
import { plural } from '../../../lib/i18n/plural.ts';
import type { Recipes } from '../../../lib/site-rules/recipes/recipe.ts';
import { RecipeRow } from './RecipeRow.tsx';
import { unicodeHost } from './unicode-host.ts';

/** The most sites that need no search. */
const MAX_WITHOUT_SEARCH = 6;
/** The most sites that are shown before the person asks for all. */
const MAX_SHOWN = 12;

interface RecipeListProps {
  recipes: Recipes;
  save: (host: string, rules: string, replaced: string) => Promise<boolean>;
  remove: (host: string) => Promise<void>;
  focus: (...ids: string[]) => void;
}

/** The sites that have a recipe. Hidden rows stay rendered, because one may hold what is being typed. */
export function RecipeList({ recipes, ...actions }: RecipeListProps) {
  const [search, setSearch] = useState('');
  const [all, setAll] = useState(false);
  const hosts = Object.keys(recipes);
  if (hosts.length === 0) return <p class="recipe-none">{message('recipe_none')}</p>;
  const hasSearch = hosts.length > MAX_WITHOUT_SEARCH;
  const found = hasSearch ? hosts.filter((host) => matches(host, search)) : hosts;
  const shown = new Set(all ? found : found.slice(0, MAX_SHOWN));
  return (
    <>
      {hasSearch ? (
        <label class="number">
          {message('recipe_search')}
          <input
            id="recipe-search"
            type="search"
            value={search}
            spellcheck={false}
            autocomplete="off"
            onInput={(event) => setSearch(event.currentTarget.value)}
          />
        </label>
      ) : null}
      <ul class="recipes" aria-labelledby="sites">
        {hosts.map((host) => (
          <RecipeRow key={host} host={host} hidden={!shown.has(host)} recipes={recipes} {...actions} />
        ))}
      </ul>
      {found.length === 0 ? <p class="recipe-none">{message('recipe_none_found')}</p> : null}
      {shown.size < found.length ? (
        <button type="button" class="link" id="recipe-show-all" onClick={() => setAll(true)}>
          {plural('recipe_show_all', found.length)}
        </button>
      ) : null}
    </>
  );
}

/** Whether a host contains the text, in ASCII or as people write it. */
function matches(host: string, text: string): boolean {
  const query = text.trim().toLowerCase();
  return host.includes(query) || unicodeHost(host).includes(query);
}
