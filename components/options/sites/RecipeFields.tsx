import { useId } from 'preact/hooks';
import { CLASS_NAMES } from '../../../lib/generator/index.ts';
import { message } from '../../../lib/i18n/message.ts';
import type { ClassUse, RecipeDraft, RecipeForm } from '../../../lib/site-rules/recipes/recipe-form.ts';
import { TextField } from '../TextField.tsx';
import type { RecipeProblems } from './recipe-problem.ts';

interface RecipeFieldsProps {
  draft: RecipeDraft;
  problems: RecipeProblems;
  change: (form: RecipeForm) => void;
}

/** Lengths, character types and repeats. They are locked if the rules text holds more than they can show. */
export function RecipeFields({ draft: { form, exact }, problems, change }: RecipeFieldsProps) {
  const noteId = useId();
  const number = (field: 'minLength' | 'maxLength' | 'maxConsecutive') => (
    <TextField
      label={message(`recipe_${field}`)}
      value={form[field]}
      placeholder={message('recipe_any')}
      inputMode="numeric"
      problem={problems[field]}
      change={(typed) => change({ ...form, [field]: typed })}
    />
  );
  return (
    <>
      <fieldset class="recipe-fields" disabled={!exact} aria-describedby={exact ? undefined : noteId}>
        {number('minLength')}
        {number('maxLength')}
        <ClassFields form={form} problem={problems.classes} change={change} />
        <TextField
          label={message('recipe_extra')}
          value={form.extra}
          placeholder={message('recipe_extra_placeholder')}
          problem={problems.extra}
          change={(extra) => change({ ...form, extra })}
        />
        {number('maxConsecutive')}
      </fieldset>
      {exact ? null : (
        <p class="help" id={noteId}>
          {message('recipe_inexact')}
        </p>
      )}
    </>
  );
}

interface ClassFieldsProps {
  form: RecipeForm;
  problem: string | undefined;
  change: (form: RecipeForm) => void;
}

/** Whether each character type is required, allowed or off. */
function ClassFields({ form, problem, change }: ClassFieldsProps) {
  const problemId = useId();
  return (
    <fieldset class="recipe-classes">
      <legend class="visually-hidden">{message('recipe_classes')}</legend>
      {CLASS_NAMES.map((name) => (
        <label key={name}>
          {message(`option_${name}`)}
          <select
            value={form.classes[name]}
            aria-invalid={problem !== undefined}
            aria-describedby={problem ? problemId : undefined}
            onChange={({ currentTarget }) =>
              change({ ...form, classes: { ...form.classes, [name]: currentTarget.value as ClassUse } })
            }
          >
            {(['required', 'allowed', 'off'] as const).map((use) => (
              <option key={use} value={use}>
                {message(`recipe_${use}`)}
              </option>
            ))}
          </select>
        </label>
      ))}
      {problem ? (
        <p class="help warning" id={problemId}>
          {problem}
        </p>
      ) : null}
    </fieldset>
  );
}
