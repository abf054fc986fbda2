import { useId, useState } from 'preact/hooks';
import { message } from '../../../lib/i18n/message.ts';

interface RecipeTextProps {
  rules: string;
  /** Whether it is open from the beginning. */
  open: boolean;
  problem: string | undefined;
  change: (rules: string) => void;
}

/** The rules text itself, behind a disclosure. */
export function RecipeText({ rules, open: isOpenFirst, problem, change }: RecipeTextProps) {
  const id = useId();
  const [open, setOpen] = useState(isOpenFirst);
  return (
    <details
      class="recipe-text"
      open={open || problem !== undefined}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{message('recipe_as_text')}</summary>
      <label for={id} class="visually-hidden">
        {message('recipe_text')}
      </label>
      <textarea
        id={id}
        rows={3}
        value={rules}
        spellcheck={false}
        autocomplete="off"
        aria-invalid={problem !== undefined}
        aria-describedby={problem ? `${id}-problem ${id}-help` : `${id}-help`}
        onInput={(event) => change(event.currentTarget.value)}
      />
      {problem ? (
        <p class="help warning" id={`${id}-problem`}>
          {problem}
        </p>
      ) : null}
      <p class="help" id={`${id}-help`}>
        {message('recipe_text_help')}
      </p>
    </details>
  );
}
