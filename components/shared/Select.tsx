interface SelectProps<Value extends string> {
  label: string;
  value: Value;
  /** The label of each value, in the order of the list. */
  choices: Readonly<Record<Value, string>>;
  change: (value: Value) => void;
}

/** A drop-down list of a few values. */
export function Select<Value extends string>({ label, value, choices, change }: SelectProps<Value>) {
  return (
    <label class="select">
      {label}
      <select value={value} onChange={(event) => change(event.currentTarget.value as Value)}>
        {(Object.keys(choices) as Value[]).map((name) => (
          <option key={name} value={name}>
            {choices[name]}
          </option>
        ))}
      </select>
    </label>
  );
}
