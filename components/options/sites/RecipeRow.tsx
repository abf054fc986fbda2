import { useState } from 'preact/hooks';
import { describeRecipe } from '../../../lib/i18n/describe-recipe.ts';
import { message } from '../../../lib/i18n/message.ts';
import type { Recipes } from '../../../lib/site-rules/recipes/recipe.ts';
import { recipeFor } from '../../../lib/site-rules/recipes/recipe-changes.ts';
import { RecipeEditor } from './RecipeEditor.tsx';
import { unicodeHost } from './unicode-host.ts';

interface RecipeRowProps {
  host: string;
  hidden: boolean;
  recipes: Recipes;
  save: (host: string, rules: string, replaced: string) => Promise<boolean>;
  remove: (host: string) => Promise<void>;
  focus: (...ids: string[]) => void;
}

/** One site's recipe: its summary, or the form that edits it. */
export function RecipeRow({ host, hidden, recipes, save, remove, focus }: RecipeRowProps) {
  const [editing, setEditing] = useState(false);
  const stopEditing = (shown: string) => {
    setEditing(false);
    focus(`recipe-edit-${shown}`, 'recipe-add');
  };
  if (editing) {
    return (
      <li hidden={hidden}>
        <RecipeEditor
          host={host}
          recipes={recipes}
          save={async (changed, text) => {
            if (await save(changed, text, host)) stopEditing(changed);
          }}
          cancel={() => stopEditing(host)}
        />
      </li>
    );
  }
  if (hidden) return <li hidden />;
  return (
    <li class="recipe">
      <RowSummary host={host} rules={recipeFor(recipes, host) ?? ''} />
      <RowActions host={host} edit={() => setEditing(true)} remove={() => void remove(host)} />
    </li>
  );
}

/** The host, also in ASCII where that differs, and a summary of its rules. */
function RowSummary({ host, rules }: { host: string; rules: string }) {
  const written = unicodeHost(host);
  return (
    <div>
      <strong>{written}</strong> {written === host ? null : <span class="ascii">{host}</span>}
      <p>{describeRecipe(rules)}</p>
    </div>
  );
}

/** The buttons of a row; their labels name the host for screen readers. */
function RowActions({ host, edit, remove }: { host: string; edit: () => void; remove: () => void }) {
  const written = unicodeHost(host);
  return (
    <>
      <button
        type="button"
        class="link"
        id={`recipe-edit-${host}`}
        aria-label={message('recipe_edit_host', written)}
        onClick={edit}
      >
        {message('recipe_edit')}
      </button>
      <button type="button" class="link" aria-label={message('recipe_remove_host', written)} onClick={remove}>
        {message('recipe_remove')}
      </button>
    </>
  );
}
