import { useState } from 'preact/hooks';
import { message } from '../../../lib/i18n/message.ts';
import type { Recipes } from '../../../lib/site-rules/recipes/recipes.ts';
import { RecipeEditor } from './RecipeEditor.tsx';
import { recipeSummary } from './recipe-summary.ts';
import { unicodeHost } from './unicode-host.ts';

interface RecipeRowProps {
  host: string;
  hidden: boolean;
  recipes: Recipes;
  save: (host: string, rules: string, replaced: string) => void;
  remove: (host: string) => void;
  focus: (...ids: string[]) => void;
}

/** One site's recipe: what it says, or the form that changes it. */
export function RecipeRow({ host, hidden, recipes, save, remove, focus }: RecipeRowProps) {
  const [editing, setEditing] = useState(false);
  const stop = (saved: string) => {
    setEditing(false);
    focus(`recipe-edit-${saved}`, 'recipe-add');
  };
  if (editing) {
    return (
      <li hidden={hidden}>
        <RecipeEditor
          host={host}
          recipes={recipes}
          save={(changed, text) => {
            save(changed, text, host);
            stop(changed);
          }}
          cancel={() => stop(host)}
        />
      </li>
    );
  }
  if (hidden) return <li hidden />;
  return (
    <li class="recipe">
      <Said host={host} rules={recipes[host] ?? ''} />
      <RowActions host={host} edit={() => setEditing(true)} remove={() => remove(host)} />
    </li>
  );
}

/** The host, in ASCII too where it is written otherwise, and what its rules text says. */
function Said({ host, rules }: { host: string; rules: string }) {
  const written = unicodeHost(host);
  return (
    <div>
      <strong>{written}</strong> {written === host ? null : <span class="ascii">{host}</span>}
      <p>{recipeSummary(rules)}</p>
    </div>
  );
}

/** What can be done with a row; each button says aloud for which host it is. */
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
