import { useId, useState } from 'preact/hooks';

interface TextFieldProps {
  id?: string | undefined;
  label: string;
  value: string;
  placeholder?: string;
  /** What an on-screen keyboard should offer. */
  inputMode?: 'text' | 'numeric';
  /** The problem with the value, as a sentence. */
  problem?: string | undefined;
  /** Whether the text is taken over at Enter and on leaving the field, rather than at each keystroke. */
  whole?: boolean;
  change: (value: string) => void;
}

/** A line of text, with its problem below. */
export function TextField({ id, label, value, problem, whole, change, ...input }: TextFieldProps) {
  const problemId = useId();
  const [draft, setDraft] = useState<string>();
  const takeOver = (text: string) => {
    setDraft(undefined);
    change(text);
  };
  return (
    <>
      <label class="number">
        {label}
        <input
          id={id}
          type="text"
          value={draft ?? value}
          {...input}
          spellcheck={false}
          autocomplete="off"
          aria-invalid={problem !== undefined}
          aria-describedby={problem ? problemId : undefined}
          onInput={({ currentTarget }) => (whole ? setDraft : change)(currentTarget.value)}
          onChange={whole ? ({ currentTarget }) => takeOver(currentTarget.value) : undefined}
        />
      </label>
      {problem ? (
        <p class="help warning" id={problemId}>
          {problem}
        </p>
      ) : null}
    </>
  );
}
