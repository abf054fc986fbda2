import { useState } from 'preact/hooks';
import { message } from '../../../lib/i18n/message.ts';
import type { Recipes } from '../../../lib/site-rules/recipes/recipe.ts';
import { recipeFor, withoutHosts } from '../../../lib/site-rules/recipes/recipe-changes.ts';
import { RecipeEditor } from './RecipeEditor.tsx';
import { RecipeFiles } from './RecipeFiles.tsx';
import { RecipeList } from './RecipeList.tsx';
import { unicodeHost } from './unicode-host.ts';
import { useFocus } from './use-focus.ts';
import { type EditableRecipes, useRecipes } from './use-recipes.ts';
import './recipes.css';

/** The options that the person has saved for single sites. */
export function SitesSection() {
  const editable = useRecipes();
  return editable ? <EditableSites editable={editable} /> : null;
}

function EditableSites({ editable }: { editable: EditableRecipes }) {
  const [adding, setAdding] = useState(false);
  const focus = useFocus();
  const { recipes, notice, undo, change } = editable;
  const stopAdding = () => {
    setAdding(false);
    focus('recipe-add');
  };
  const add = async (host: string, rules: string) => {
    if (await saveRecipe(editable, host, rules)) stopAdding();
  };
  const save = (host: string, rules: string, replaced: string) => saveRecipe(editable, host, rules, replaced);
  const remove = async (host: string) => {
    const removed = message('recipe_removed', unicodeHost(host));
    if (await change((current) => withoutHosts(current, [host]), removed)) focus('recipe-undo');
  };
  return (
    <section aria-labelledby="sites">
      <h2 id="sites">{message('recipe_title')}</h2>
      <p class="help">{message('recipe_help')}</p>
      <RecipeList recipes={recipes} save={save} remove={remove} focus={focus} />
      <ChangeNotice notice={notice} undo={undo} focus={focus} />
      {adding ? <RecipeEditor recipes={recipes} save={add} cancel={stopAdding} /> : null}
      <RecipeFiles recipes={recipes} change={change} focus={focus}>
        {adding ? null : <AddButton add={() => setAdding(true)} />}
      </RecipeFiles>
    </section>
  );
}

function AddButton({ add }: { add: () => void }) {
  return (
    <button type="button" class="button" id="recipe-add" onClick={add}>
      {message('recipe_add')}
    </button>
  );
}

/**
 * Saves a recipe for a host, and returns whether that succeeded. It takes the place of the recipe of the host
 * `replaced`, if one was edited.
 */
async function saveRecipe(
  { recipes, change }: EditableRecipes,
  host: string,
  rules: string,
  replaced?: string,
): Promise<boolean> {
  if (replaced === host && recipeFor(recipes, host) === rules) return true;
  const edit = (current: Recipes) => ({
    ...(replaced === undefined ? current : withoutHosts(current, [replaced])),
    [host]: rules,
  });
  const sentence = replaced === undefined ? 'recipe_added' : 'recipe_saved';
  return change(edit, message(sentence, unicodeHost(host)));
}

interface ChangeNoticeProps {
  notice: string;
  undo: EditableRecipes['undo'];
  focus: (...ids: string[]) => void;
}

/** The last change, and a button that undoes it. */
function ChangeNotice({ notice, undo, focus }: ChangeNoticeProps) {
  const undoAndFocus = async () => {
    if (await undo?.()) focus('recipe-add', 'recipe-host');
  };
  return (
    <p class="buttons">
      <span role="status" id="recipe-notice">
        {notice}
      </span>
      {undo ? (
        <button type="button" class="link" id="recipe-undo" onClick={() => void undoAndFocus()}>
          {message('recipe_undo')}
        </button>
      ) : null}
    </p>
  );
}
