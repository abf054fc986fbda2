import { useId } from 'preact/hooks';

interface TextFieldProps {
  id?: string | undefined;
  label: string;
  value: string;
  placeholder?: string;
  /** What an on-screen keyboard should offer. */
  inputMode?: 'text' | 'numeric';
  /** The problem with the value, as a sentence. */
  problem?: string | undefined;
  change: (value: string) => void;
}

/** A line of text that is stored as it is typed, with its problem below. */
export function TextField({ id, label, value, placeholder, inputMode, problem, change }: TextFieldProps) {
  const problemId = useId();
  return (
    <>
      <label class="number">
        {label}
        <input
          id={id}
          type="text"
          value={value}
          placeholder={placeholder}
          inputMode={inputMode}
          spellcheck={false}
          autocomplete="off"
          aria-invalid={problem !== undefined}
          aria-describedby={problem ? problemId : undefined}
          onInput={(event) => change(event.currentTarget.value)}
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
