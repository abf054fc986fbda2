import { attributeOf, hasAttribute } from '../dom/native.ts';
import type { Topic } from '../vocabulary/phrases.ts';
import { topicsOf } from '../vocabulary/topics.ts';
import { type FieldText, fieldText } from './field-text.ts';
import { contextOf } from './group-context.ts';
import type { Group } from './groups.ts';

/**
 * What speaks for or against a new password, as `place:what`, such as `button:signup`. Signals of the surroundings
 * come once more for the arrangement that the field stands in: `1.1 button:signup` is that of a lone field.
 */
export type Signal = string;

/** A candidate with what it says of itself. */
export interface Candidate {
  readonly field: HTMLInputElement;
  /** What its name, label and placeholder speak of. */
  readonly topics: ReadonlySet<Topic>;
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
  return owns.map(({ field, topics, byPlace }, place) => {
    const arrangement = `${Math.min(owns.length, 4)}.${Math.min(place, 3) + 1}`;
    const signals = [
      `place:${arrangement}`,
      ...fieldSignals(field),
      ...signalsIn({ ...byPlace, says: topics }),
      ...neighbourSignals(owns, place, group),
      ...around,
      ...around.map((signal) => `${arrangement} ${signal}`),
    ];
    return { field, topics, signals: new Set(signals) };
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

interface FieldTopics {
  readonly field: HTMLInputElement;
  readonly byPlace: { readonly [place in keyof FieldText]: ReadonlySet<Topic> };
  readonly topics: ReadonlySet<Topic>;
}

function ownOf(field: HTMLInputElement): FieldTopics {
  const texts = Object.entries(fieldText(field));
  const byPlace = Object.fromEntries(
    texts.map(([place, text]) => [place, topicsOf(text)]),
  ) as unknown as FieldTopics['byPlace'];
  const topics = new Set([...byPlace.name, ...byPlace.label, ...byPlace.placeholder]);
  return { field, byPlace, topics };
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
const NEIGHBOUR_TOPICS = ['fresh', 'repeat', 'current'] as const;

function neighbourSignals(owns: readonly FieldTopics[], place: number, { parts }: Group): Signal[] {
  const fields = parts.flatMap((part) => (part.kind === 'field' ? [part.element] : []));
  const at = fields.indexOf(owns[place]?.field as HTMLInputElement);
  const others = owns.filter((_, other) => other !== place);
  const before = others.some(({ field }) => field === fields[at - 1]) ? undefined : fields[at - 1];
  const telling = (name: string, own: FieldTopics | undefined) =>
    NEIGHBOUR_TOPICS.filter((topic) => own?.topics.has(topic)).map((topic) => `${name}:${topic}`);
  return [
    ...telling('next', owns[place + 1]),
    ...telling('previous', owns[place - 1]),
    ...others.flatMap((own) => telling('other', own)),
    `texts:${rough(fields.length - owns.length)}`,
    ...(before ? [`after:${before.type}`, ...signalsIn({ after: topicsOf(fieldText(before).name) })] : []),
    ...(fields.length === at + 1 ? ['last:yes'] : []),
  ];
}

function rough(count: number): string {
  return count > 5 ? '6+' : count > 2 ? '3-5' : `${count}`;
}

function signalsIn(places: { readonly [place: string]: ReadonlySet<string> }): Signal[] {
  return Object.entries(places).flatMap(([place, topics]) => [...topics].map((topic) => `${place}:${topic}`));
}
