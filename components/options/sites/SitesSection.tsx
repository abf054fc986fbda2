import { useState } from 'preact/hooks';
import { message } from '../../../lib/i18n/message.ts';
import { recipeFor, withoutHosts } from '../../../lib/site-rules/recipes/recipe-changes.ts';
import { RecipeEditor } from './RecipeEditor.tsx';
import { RecipeFiles } from './RecipeFiles.tsx';
import { RecipeList } from './RecipeList.tsx';
import { unicodeHost } from './unicode-host.ts';
import { useFocus } from './use-focus.ts';
import { type RecipeBook, useRecipes } from './use-recipes.ts';
import './recipes.css';

/** What the person keeps for single sites. */
export function SitesSection() {
  const book = useRecipes();
  const [adding, setAdding] = useState(false);
  const focus = useFocus();
  if (!book) return null;
  const { recipes, notice, undo } = book;
  const stopAdding = () => {
    setAdding(false);
    focus('recipe-add');
  };
  const save = (host: string, rules: string, replaced: string) => keep(book, host, rules, replaced);
  const add = (host: string, rules: string) => {
    keep(book, host, rules);
    stopAdding();
  };
  const remove = (host: string) => {
    book.change(withoutHosts(recipes, [host]), message('recipe_removed', unicodeHost(host)));
    focus('recipe-undo');
  };
  return (
    <section aria-labelledby="sites">
      <h2 id="sites">{message('recipe_title')}</h2>
      <p class="help">{message('recipe_help')}</p>
      <RecipeList recipes={recipes} save={save} remove={remove} focus={focus} />
      <Told told={notice} undo={undo} focus={focus} />
      {adding ? <RecipeEditor recipes={recipes} save={add} cancel={stopAdding} /> : null}
      <RecipeFiles recipes={recipes} change={book.change} focus={focus}>
        {adding ? null : (
          <button type="button" class="button" id="recipe-add" onClick={() => setAdding(true)}>
            {message('recipe_add')}
          </button>
        )}
      </RecipeFiles>
    </section>
  );
}

/** Keeps a recipe, in place of that of the host `replaced` if it is one that was there. */
function keep({ recipes, change }: RecipeBook, host: string, rules: string, replaced?: string): void {
  if (replaced === host && recipeFor(recipes, host) === rules) return;
  const others = replaced === undefined ? recipes : withoutHosts(recipes, [replaced]);
  const sentence = replaced === undefined ? 'recipe_added' : 'recipe_saved';
  change({ ...others, [host]: rules }, message(sentence, unicodeHost(host)));
}

interface ToldProps {
  told: string;
  undo: (() => void) | undefined;
  focus: (...ids: string[]) => void;
}

/** What was changed last, and the way back. */
function Told({ told, undo, focus }: ToldProps) {
  const takeBack = () => {
    undo?.();
    focus('recipe-add', 'recipe-host');
  };
  return (
    <p class="buttons">
      <span role="status" id="recipe-told">
        {told}
      </span>
      {undo ? (
        <button type="button" class="link" id="recipe-undo" onClick={takeBack}>
          {message('recipe_undo')}
        </button>
      ) : null}
    </p>
  );
}
