import { useRef } from 'preact/hooks';

interface FileButtonProps {
  id: string;
  label: string;
  open: (file: File) => void;
}

/** A button that lets the person choose a JSON file. */
export function FileButton({ id, label, open }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        id={`${id}-file`}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={label}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) open(file);
          // Without this, choosing the same file again after correcting it would not fire an event.
          currentTarget.value = '';
        }}
      />
      <button type="button" class="button" id={id} onClick={() => input.current?.click()}>
        {label}
      </button>
    </>
  );
}
