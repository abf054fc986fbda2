import { useId } from 'preact/hooks';

interface LengthControlProps {
  label: string;
  /** The minimum and the maximum, whole numbers. */
  range: readonly [number, number];
  value: number;
  change: (value: number) => void;
  disabled?: boolean;
  title?: string;
}

/**
 * A length as a slider and as a number. A number out of range stays while it is being typed, but changes
 * nothing.
 */
export function LengthControl({ label, range: [min, max], value, change, ...lock }: LengthControlProps) {
  const id = useId();
  const accept = (input: HTMLInputElement) => {
    if (input.value !== '' && input.checkValidity()) change(input.valueAsNumber);
  };
  const bounds = { min, max, step: 1, value, ...lock };
  return (
    <div class="row">
      <label for={id}>{label}</label>
      <input id={id} type="range" {...bounds} onInput={(event) => accept(event.currentTarget)} />
      <input
        type="number"
        {...bounds}
        required
        aria-label={label}
        onInput={(event) => accept(event.currentTarget)}
        onBlur={(event) => {
          event.currentTarget.value = String(value);
        }}
      />
    </div>
  );
}
