import './switch.css';

interface SwitchProps {
  label: string;
  checked: boolean;
  change: (checked: boolean) => void;
  disabled?: boolean;
  title?: string;
}

/**
 * A switch with its label before it. It shows what is so: a click only asks for the change, which a prompt
 * may hold up or end.
 */
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
        onChange={({ currentTarget }) => {
          const wanted = currentTarget.checked;
          currentTarget.checked = checked;
          change(wanted);
        }}
      />
    </label>
  );
}
