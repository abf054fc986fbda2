/** Converts a manifest's keys, such as `Alt+Shift+P`, to xdotool's, such as `alt+shift+p`. */
export function chordOf(keys: string): string {
  const names: Record<string, string> = {
    Comma: 'comma',
    Period: 'period',
    MacCtrl: 'ctrl',
    Command: 'ctrl',
    PageUp: 'Prior',
    PageDown: 'Next',
  };
  return keys
    .split('+')
    .map(
      (key) =>
        names[key] ??
        (/^(F\d+|Home|End|Insert|Delete|Up|Down|Left|Right)$/.test(key) ? key : key.toLowerCase()),
    )
    .join('+');
}
