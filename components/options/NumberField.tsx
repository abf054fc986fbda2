interface NumberFieldProps {
  label: string;
  /** The minimum and the maximum, whole numbers. */
  range: readonly [number, number];
  value: number;
  change: (value: number) => void;
  describedBy?: string;
}

/** A whole number in a range. A number out of range stays while it is being typed, but changes nothing. */
export function NumberField({ label, range: [min, max], value, change, describedBy }: NumberFieldProps) {
  return (
    <label class="number">
      {label}
      <input
        type="number"
        required
        min={min}
        max={max}
        step={1}
        value={value}
        aria-describedby={describedBy}
        onInput={({ currentTarget: input }) => {
          if (input.value !== '' && input.checkValidity()) change(input.valueAsNumber);
        }}
      />
    </label>
  );
}
