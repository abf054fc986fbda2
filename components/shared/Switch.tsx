import './switch.css';

interface SwitchProps {
  label: string;
  checked: boolean;
  change: (checked: boolean) => void;
}

/** An on-off control with its sentence before it. */
export function Switch({ label, checked, change }: SwitchProps) {
  return (
    <label class="switch">
      {label}
      <input
        type="checkbox"
        role="switch"
        checked={checked}
        aria-checked={checked}
        onChange={(event) => change(event.currentTarget.checked)}
      />
    </label>
  );
}
