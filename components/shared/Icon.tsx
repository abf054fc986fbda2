const PATHS = {
  leaf: 'M12 21c5-3 8-7 8-13-3 0-6-1-8-4-2 3-5 4-8 4 0 6 3 10 8 13zM12 21V9',
  settings: 'M4 7h10M18 7h2M4 17h4M12 17h8M14 7a2 2 0 1 0 4 0 2 2 0 1 0-4 0M8 17a2 2 0 1 0 4 0 2 2 0 1 0-4 0',
  regenerate: 'M20 12a8 8 0 1 1-2.3-5.7M20 3v5h-5',
  show: 'M2 12s4-7 10-7 10 7 10 7-4 7-10 7-10-7-10-7zM9 12a3 3 0 1 0 6 0 3 3 0 1 0-6 0',
  copy: 'M9 9h11v11H9zM15 9V4H4v11h5',
};

/** A line icon, hidden from screen readers because the control around it has a label. */
export function Icon({ name }: { name: keyof typeof PATHS }) {
  return (
    <svg
      aria-hidden="true"
      width="18"
      height="18"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
