import { contextOf } from './context.ts';
import type { Group } from './groups.ts';
import { attributeOf, hasAttribute } from './native.ts';
import { type OwnWords, ownWordsOf } from './own-words.ts';
import { topicsOf } from './topics.ts';
import type { Topic } from './words/words.ts';

/**
 * What speaks for or against a new password, as `place:what`, such as `button:signup`. Signals of the surroundings
 * come once more for the arrangement that the field stands in: `1.1 button:signup` is that of a lone field.
 */
export type Signal = string;

/** A candidate with what it says of itself. */
export interface Candidate {
  readonly field: HTMLInputElement;
  /** What its name, label and placeholder speak of. */
  readonly says: ReadonlySet<Topic>;
  readonly signals: ReadonlySet<Signal>;
}

/** What the page as a whole speaks of. */
export interface PageTopics {
  readonly title: ReadonlySet<Topic>;
  readonly url: ReadonlySet<Topic>;
}

/** The candidates of a group with all their signals. */
export function candidatesOf(group: Group, page: PageTopics): Candidate[] {
  const owns = group.candidates.map(ownOf);
  const places = { ...contextOf(group), ...page };
  const around = [...signalsIn(places), `purpose:${purposeOf(places)}`];
  return owns.map(({ field, says, topics }, place) => {
    const arrangement = `${Math.min(owns.length, 4)}.${Math.min(place, 3) + 1}`;
    const signals = [
      `place:${arrangement}`,
      ...fieldSignals(field),
      ...signalsIn({ ...topics, says }),
      ...neighbourSignals(owns, place, group),
      ...around,
      ...around.map((signal) => `${arrangement} ${signal}`),
    ];
    return { field, says, signals: new Set(signals) };
  });
}

/** Where a form says what it is for, what tells most first. */
const PURPOSE_PLACES = ['button', 'heading', 'form', 'url'] as const;

/**
 * What the first place says that speaks of signing up or logging in, but not of both, as pages with links to the other
 * form do. No sum of signals can say it: a heading counts for more where the button is silent.
 */
function purposeOf(
  places: { readonly [place in (typeof PURPOSE_PLACES)[number]]: ReadonlySet<string> },
): string {
  const [purpose] = PURPOSE_PLACES.flatMap((place) => {
    const said = ['signup', 'login'].filter((topic) => places[place].has(topic));
    return said.length === 1 ? said : [];
  });
  return purpose ?? 'open';
}

interface Own {
  readonly field: HTMLInputElement;
  readonly topics: { readonly [place in keyof OwnWords]: ReadonlySet<Topic> };
  readonly says: ReadonlySet<Topic>;
}

function ownOf(field: HTMLInputElement): Own {
  const words = ownWordsOf(field);
  const topics = Object.fromEntries(
    Object.entries(words).map(([place, text]) => [place, topicsOf(text)]),
  ) as unknown as Own['topics'];
  return { field, topics, says: new Set([...topics.name, ...topics.label, ...topics.placeholder]) };
}

/** Other values and attributes were tried: none tells more of the pages that the weights are learnt from. */
const AUTOCOMPLETE = ['new-password', 'current-password'];
/** A shorter password is a PIN or a code. */
const SHORT = 9;

function fieldSignals(field: HTMLInputElement): Signal[] {
  const tokens = attributeOf(field, 'autocomplete').toLowerCase();
  return [
    `type:${field.type}`,
    ...AUTOCOMPLETE.filter((token) => tokens.includes(token)).map((token) => `autocomplete:${token}`),
    ...(hasAttribute(field, 'required') ? ['has:required'] : []),
    ...(field.maxLength > 0 && field.maxLength < SHORT ? ['has:short-maxlength'] : []),
  ];
}

/** What candidates tell about each other. */
const TELLING = ['fresh', 'repeat', 'current'] as const;

function neighbourSignals(owns: readonly Own[], place: number, { parts }: Group): Signal[] {
  const fields = parts.flatMap((part) => (part.kind === 'field' ? [part.element] : []));
  const at = fields.indexOf(owns[place]?.field as HTMLInputElement);
  const others = owns.filter((_, other) => other !== place);
  const before = others.some(({ field }) => field === fields[at - 1]) ? undefined : fields[at - 1];
  const telling = (name: string, own: Own | undefined) =>
    TELLING.filter((topic) => own?.says.has(topic)).map((topic) => `${name}:${topic}`);
  return [
    ...telling('next', owns[place + 1]),
    ...telling('previous', owns[place - 1]),
    ...others.flatMap((own) => telling('other', own)),
    `texts:${rough(fields.length - owns.length)}`,
    ...(before ? [`after:${before.type}`, ...signalsIn({ after: topicsOf(ownWordsOf(before).name) })] : []),
    ...(fields.length === at + 1 ? ['last:yes'] : []),
  ];
}

function rough(count: number): string {
  return count > 5 ? '6+' : count > 2 ? '3-5' : `${count}`;
}

function signalsIn(places: { readonly [place: string]: ReadonlySet<string> }): Signal[] {
  return Object.entries(places).flatMap(([place, topics]) => [...topics].map((topic) => `${place}:${topic}`));
}
