/** A site's rule as plain data. One character of each `required` set must occur. */
export interface PlainRule {
  readonly required: readonly string[];
  readonly allowed: string;
  readonly minlength: number | null;
  readonly maxlength: number | null;
  readonly maxConsecutive: number | null;
}

/** Why a site would reject a password, in words. Shares no code with the generator. */
export function objections(password: string, rule: PlainRule): string[] {
  const found: string[] = [];
  if (rule.minlength !== null && password.length < rule.minlength) found.push('too short');
  if (rule.maxlength !== null && password.length > rule.maxlength) found.push('too long');
  for (let i = 0; i < password.length; i++) {
    if (rule.allowed.indexOf(password.charAt(i)) === -1) found.push(`not allowed: ${password.charAt(i)}`);
  }
  for (const set of rule.required) {
    let has = false;
    for (let i = 0; i < set.length; i++) if (password.indexOf(set.charAt(i)) !== -1) has = true;
    if (!has) found.push(`nothing of ${set}`);
  }
  if (rule.maxConsecutive !== null && longestRun(password) > rule.maxConsecutive) found.push('repeats');
  return found;
}

function longestRun(password: string): number {
  let longest = 0;
  let run = 0;
  for (let i = 0; i < password.length; i++) {
    run = i > 0 && password.charAt(i) === password.charAt(i - 1) ? run + 1 : 1;
    longest = Math.max(longest, run);
  }
  return longest;
}

/**
 * Whether any password without `excluded` satisfies the rule, by a search through the unmet sets. Shares no
 * code with the generator. It assumes that a limit on runs makes a length impossible only if one character is
 * left.
 */
export function isSatisfiable(rule: PlainRule, excluded = ''): boolean {
  const letters = [...rule.allowed].filter((letter) => !excluded.includes(letter));
  const most = Math.min(rule.maxlength ?? 1024, 1024);
  if (!letters.length || (rule.minlength ?? 1) > most) return false;
  if (letters.length === 1 && rule.maxConsecutive !== null && rule.maxConsecutive < (rule.minlength ?? 1))
    return false;
  return canMeet(rule.required, letters, most);
}

function canMeet(open: readonly string[], letters: readonly string[], characters: number): boolean {
  const [next] = open;
  if (next === undefined) return true;
  if (!characters) return false;
  return letters.some(
    (letter) =>
      next.includes(letter) &&
      canMeet(
        open.filter((set) => !set.includes(letter)),
        letters,
        characters - 1,
      ),
  );
}
