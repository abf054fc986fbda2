import './password-text.css';

/** A password in which digits and symbols differ from letters by shape as well as colour. */
export function PasswordText({ password }: { password: string }) {
  return (
    <>
      {runsOf(password).map(({ kind, text, start }) => (
        <span key={start} class={kind}>
          {text}
        </span>
      ))}
    </>
  );
}

type Kind = 'letter' | 'digit' | 'symbol';

interface Run {
  kind: Kind;
  text: string;
  /** Where it begins in the password. */
  start: number;
}

/** Joins neighbouring characters of one kind, so that a long password needs few elements. */
function runsOf(password: string): Run[] {
  const runs: Run[] = [];
  let start = 0;
  for (const character of password) {
    const kind = kindOf(character);
    const last = runs.at(-1);
    if (last?.kind === kind) last.text += character;
    else runs.push({ kind, text: character, start });
    start += character.length;
  }
  return runs;
}

function kindOf(character: string): Kind {
  if (/\p{Letter}/u.test(character)) return 'letter';
  return /\p{Number}/u.test(character) ? 'digit' : 'symbol';
}
