import { useState } from 'preact/hooks';
import { message } from '../../../lib/i18n/message.ts';
import type { Recipes } from '../../../lib/site-rules/recipes/recipes.ts';
import { RecipeRow } from './RecipeRow.tsx';
import { unicodeHost } from './unicode-host.ts';

/** From how many sites on there is a search, and how many are shown before the person asks for all. */
const FEW = 6;
const SHOWN = 12;

interface RecipeListProps {
  recipes: Recipes;
  save: (host: string, rules: string, replaced: string) => void;
  remove: (host: string) => void;
  focus: (...ids: string[]) => void;
}

/** The sites that have a recipe. Rows that are not shown stay in place: one may hold what is being written. */
export function RecipeList({ recipes, ...actions }: RecipeListProps) {
  const [search, setSearch] = useState('');
  const [all, setAll] = useState(false);
  const hosts = Object.keys(recipes);
  if (hosts.length === 0) return <p class="recipe-none">{message('recipe_none')}</p>;
  const searches = hosts.length > FEW;
  const found = searches ? hosts.filter((host) => holds(host, search)) : hosts;
  const shown = new Set(all ? found : found.slice(0, SHOWN));
  return (
    <>
      {searches ? (
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
          {message('recipe_show_all', String(found.length))}
        </button>
      ) : null}
    </>
  );
}

/** Whether a host's name, as it is kept or as people write it, holds the text. */
function holds(host: string, text: string): boolean {
  const wanted = text.trim().toLowerCase();
  return host.includes(wanted) || unicodeHost(host).includes(wanted);
}
