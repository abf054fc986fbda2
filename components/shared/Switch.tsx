import './switch.css';

interface SwitchProps {
  label: string;
  checked: boolean;
  change: (checked: boolean) => void;
  disabled?: boolean;
  title?: string;
}

/** An on-off control with its sentence before it. */
export function Switch({ label, checked, change, ...reason }: SwitchProps) {
  return (
    <label class="switch">
      {label}
      <input
        type="checkbox"
        role="switch"
        checked={checked}
        aria-checked={checked}
        {...reason}
        onChange={(event) => change(event.currentTarget.checked)}
      />
    </label>
  );
}
