interface NumberFieldProps {
  label: string;
  /** The least and the most that it takes, whole numbers. */
  range: readonly [number, number];
  value: number;
  change: (value: number) => void;
  describedBy?: string;
}

/** A whole number in a range. What is out of it is left to be typed on, and changes nothing. */
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
