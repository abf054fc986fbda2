import type { TargetedSubmitEvent } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { recipeFor } from '../../lib/generator/rules/recipe-changes.ts';
import { draftOfForm, draftOfText } from '../../lib/generator/rules/recipe-form.ts';
import type { Recipes } from '../../lib/generator/rules/recipes.ts';
import { message } from '../../lib/platform/i18n.ts';
import { problemsOf } from '../../lib/platform/recipe-problem.ts';
import { hostOfTyped } from '../../lib/platform/typed-host.ts';
import { unicodeHost } from '../../lib/platform/unicode-host.ts';
import { RecipeFields } from './RecipeFields.tsx';
import { RecipeText } from './RecipeText.tsx';
import { TextField } from './TextField.tsx';

interface RecipeEditorProps {
  /** The site whose recipe is changed; none for a new one. */
  host?: string;
  recipes: Recipes;
  save: (host: string, rules: string) => void;
  cancel: () => void;
}

/** The form of a recipe. What is wrong is said once the person wants to save it, and follows from then on. */
export function RecipeEditor({ host = '', recipes, save, cancel }: RecipeEditorProps) {
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState(unicodeHost(host));
  const [draft, setDraft] = useState(() => draftOfText(recipeFor(recipes, host) ?? ''));
  const [tries, setTries] = useState(0);
  const problems = tries ? problemsOf(typed, draft, recipes, host) : {};
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  useEffect(() => {
    if (tries) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [tries]);
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const wrong = Object.values(problemsOf(typed, draft, recipes, host)).some((problem) => problem);
    if (wrong) setTries(tries + 1);
    else save(hostOfTyped(typed) ?? '', draft.rules);
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
