import type { TargetedSubmitEvent } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { message } from '../../../lib/i18n/message.ts';
import type { Recipes } from '../../../lib/site-rules/recipes/recipe.ts';
import { recipeFor } from '../../../lib/site-rules/recipes/recipe-changes.ts';
import { draftOfForm, draftOfText } from '../../../lib/site-rules/recipes/recipe-form.ts';
import { TextField } from '../TextField.tsx';
import { parseHost } from './parse-host.ts';
import { RecipeFields } from './RecipeFields.tsx';
import { RecipeText } from './RecipeText.tsx';
import { validateRecipe } from './recipe-problem.ts';
import { unicodeHost } from './unicode-host.ts';

interface RecipeEditorProps {
  /** The site whose recipe is edited; missing for a new one. */
  host?: string;
  recipes: Recipes;
  /** Closes the form once the recipe is saved. */
  save: (host: string, rules: string) => Promise<void>;
  cancel: () => void;
}

/**
 * The form of a recipe. Its problems show at the first attempt to save, and follow the typing from then on.
 */
export function RecipeEditor({ host = '', recipes, save, cancel }: RecipeEditorProps) {
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState(unicodeHost(host));
  const [draft, setDraft] = useState(() => draftOfText(recipeFor(recipes, host) ?? ''));
  const [tries, setTries] = useState(0);
  const problems = tries ? validateRecipe(typed, draft, recipes, host) : {};
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  useEffect(() => {
    if (tries) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [tries]);
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const isInvalid = Object.values(validateRecipe(typed, draft, recipes, host)).some((problem) => problem);
    if (isInvalid) setTries(tries + 1);
    else void save(parseHost(typed) ?? '', draft.rules);
  };
  return (
    <form class="recipe-form" aria-labelledby={id} noValidate ref={form} onSubmit={submit}>
      <h3 id={id}>{host ? message('recipe_form_host', unicodeHost(host)) : message('recipe_form_new')}</h3>
      <TextField
        id={host ? undefined : 'recipe-host'}
        label={message('recipe_host')}
        value={typed}
        placeholder={message('recipe_host_placeholder')}
        problem={problems.host}
        change={setTyped}
      />
      <RecipeFields draft={draft} problems={problems} change={(changed) => setDraft(draftOfForm(changed))} />
      <RecipeText
        rules={draft.rules}
        open={!draft.exact}
        problem={problems.rules}
        change={(text) => setDraft(draftOfText(text))}
      />
      <SaveOrCancel cancel={cancel} />
    </form>
  );
}

function SaveOrCancel({ cancel }: { cancel: () => void }) {
  return (
    <p class="buttons">
      <button type="submit" class="button primary">
        {message('recipe_save')}
      </button>
      <button type="button" class="button" onClick={cancel}>
        {message('recipe_cancel')}
      </button>
    </p>
  );
}
