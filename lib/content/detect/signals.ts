import { attributeOf, hasAttribute } from '../dom/native.ts';
import { topicsOf } from '../vocabulary/find-topics.ts';
import type { Topic } from '../vocabulary/topics.ts';
import { type FieldText, fieldText, type TextSource } from './field-text.ts';
import { contextOf, type GroupContext } from './group-context.ts';
import type { Group } from './groups.ts';
import { fieldsOf } from './outline.ts';

/**
 * A sign for or against a new password, as `place:what`, such as `button:signup`. Signals around a field
 * occur once more with its arrangement, so that `1.1 button:signup` is one of a lone field.
 */
export type Signal = string;

/** A field that a password could go into, with its signals. */
export interface Candidate {
  readonly field: HTMLInputElement;
  /** The topics of its name, label and placeholder. */
  readonly topics: ReadonlySet<Topic>;
  readonly signals: ReadonlySet<Signal>;
}

/** The topics of the page as a whole. */
export interface PageTopics {
  readonly title: ReadonlySet<Topic>;
  readonly url: ReadonlySet<Topic>;
}

/** Collects the signals of a group's candidates. */
export function candidatesOf(page: TextSource, group: Group, pageTopics: PageTopics): Candidate[] {
  const fields = group.candidates.map((field) => fieldTopics(page, field));
  const places = { ...contextOf(group), ...pageTopics };
  return fields.map(({ field, topics, byPlace }, place) => {
    const arrangement = `${Math.min(fields.length, 4)}.${Math.min(place, 3) + 1}`;
    const around = signalsAround(places, asksForNew(byPlace));
    const signals = [
      `place:${arrangement}`,
      ...attributeSignals(field),
      ...topicSignals({ ...byPlace, topics }),
      ...neighbourSignals(page, fields, place, group),
      ...around,
      ...around.map((signal) => `${arrangement} ${signal}`),
    ];
    return { field, topics, signals: new Set(signals) };
  });
}

type Places = GroupContext & PageTopics;

/** The places that name the purpose of a form, the most reliable first. */
const PURPOSE_PLACES = ['button', 'heading', 'form', 'url'] as const;

/** Returns the signals around a field, with the purpose of its form. */
function signalsAround(places: Places, isNew: boolean): Signal[] {
  const { title, form, url, heading } = places;
  // Where the title and an address are those of a login, the words of the field are too little against them,
  // unless the heading speaks of signing up too.
  const isLogin = title.has('login') && (form.has('login') || url.has('login')) && !heading.has('signup');
  const signals = topicSignals({ ...places });
  return (isNew && !isLogin) || isOutvoted(places)
    ? [...signals.filter((signal) => !LOGIN_AROUND.test(signal)), 'purpose:signup']
    : [...signals, `purpose:${purposeOf(places)}`];
}

/** The words for logging in that a form for a new account can have for other reasons. */
const LOGIN_AROUND = /^(button|heading|form|url|title):login$/;

/** Whether a person reads at the field that it takes a new password, so that its form is no login. */
function asksForNew({ label, placeholder }: FieldTopics['byPlace']): boolean {
  const has = (topic: Topic) => label.has(topic) || placeholder.has(topic);
  return has('fresh') && !has('current');
}

/** Whether heading and title both speak of signing up alone, so that a button for logging in is a mistake. */
function isOutvoted({ heading, title }: Places): boolean {
  return [heading, title].every((topics) => topics.has('signup') && !topics.has('login'));
}

/**
 * Returns the purpose from the first place that speaks of either signing up or logging in. A place that
 * speaks of both does not count, because pages link to their other form. No sum of weights could express this
 * order of places.
 */
function purposeOf(places: Places): 'signup' | 'login' | 'open' {
  const [purpose] = PURPOSE_PLACES.flatMap((place) => {
    const purposes = (['signup', 'login'] as const).filter((topic) => places[place].has(topic));
    return purposes.length === 1 ? purposes : [];
  });
  return purpose ?? 'open';
}

interface FieldTopics {
  readonly field: HTMLInputElement;
  readonly byPlace: { readonly [place in keyof FieldText]: ReadonlySet<Topic> };
  readonly topics: ReadonlySet<Topic>;
}

function fieldTopics(page: TextSource, field: HTMLInputElement): FieldTopics {
  const texts = Object.entries(fieldText(page, field));
  const byPlace = Object.fromEntries(
    texts.map(([place, text]) => [place, topicsOf(text)]),
  ) as unknown as FieldTopics['byPlace'];
  const topics = new Set([...byPlace.name, ...byPlace.label, ...byPlace.placeholder]);
  return { field, byPlace, topics };
}

/**
 * Other tokens and attributes were tried, but they improve no result on the pages that the weights are learnt
 * from.
 */
const AUTOCOMPLETE = ['new-password', 'current-password'];
/** A field with a smaller `maxlength` rather takes a PIN or a code. */
const SHORT = 9;

function attributeSignals(field: HTMLInputElement): Signal[] {
  const tokens = attributeOf(field, 'autocomplete').toLowerCase();
  return [
    `type:${field.type}`,
    ...AUTOCOMPLETE.filter((token) => tokens.includes(token)).map((token) => `autocomplete:${token}`),
    ...(hasAttribute(field, 'required') ? ['has:required'] : []),
    ...(field.maxLength > 0 && field.maxLength < SHORT ? ['has:short-maxlength'] : []),
  ];
}

/** Topics of one candidate that are signals for the others. */
const NEIGHBOUR_TOPICS = ['fresh', 'repeat', 'current'] as const;

function neighbourSignals(
  page: TextSource,
  candidates: readonly FieldTopics[],
  place: number,
  { parts }: Group,
): Signal[] {
  const fields = fieldsOf(parts);
  const before = fields[fields.indexOf(candidates[place]?.field as HTMLInputElement) - 1];
  const others = candidates.filter((_, other) => other !== place);
  const signalsOf = (name: string, candidate: FieldTopics | undefined) =>
    NEIGHBOUR_TOPICS.filter((topic) => candidate?.topics.has(topic)).map((topic) => `${name}:${topic}`);
  return [
    ...signalsOf('next', candidates[place + 1]),
    ...signalsOf('previous', candidates[place - 1]),
    ...others.flatMap((other) => signalsOf('other', other)),
    `texts:${bucketOf(fields.length - candidates.length)}`,
    ...(before && !others.some(({ field }) => field === before)
      ? [`after:${before.type}`, ...topicSignals({ after: topicsOf(fieldText(page, before).name) })]
      : []),
  ];
}

function bucketOf(count: number): string {
  return count > 2 && count < 6 ? '3-5' : `${count}`;
}

function topicSignals(places: { readonly [place: string]: ReadonlySet<string> }): Signal[] {
  return Object.entries(places).flatMap(([place, topics]) => [...topics].map((topic) => `${place}:${topic}`));
}
