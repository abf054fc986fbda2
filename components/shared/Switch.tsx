import './switch.css';

interface SwitchProps {
  label: string;
  checked: boolean;
  change: (checked: boolean) => void;
  disabled?: boolean;
  title?: string;
}

/** A switch with its label before it. */
export function Switch({ label, checked, change, ...lock }: SwitchProps) {
  return (
    <label class="switch">
      {label}
      <input
        type="checkbox"
        role="switch"
        checked={checked}
        aria-checked={checked}
        {...lock}
        onChange={(event) => change(event.currentTarget.checked)}
      />
    </label>
  );
}
