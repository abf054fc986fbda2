import { describe, expect, it } from 'vitest';
import {
  fieldsToFill,
  fieldsWith,
  isUnclear,
  likeliestGroup,
} from '../../../../lib/content/detect/choose.ts';

/** A candidate with its place and its score, and signals such as `topics:repeat`. */
const candidate = (score: number, place: number, signals: readonly string[] = ['type:password']) => ({
  score,
  place,
  signals: new Set(signals),
});
const groups = (type: string, ...scores: number[][]) =>
  scores.map((group, place) => ({
    place,
    candidates: group.map((score) => candidate(score, place, [type])),
  }));
const chosen = (...scores: number[][]) => likeliestGroup(groups('type:password', ...scores))?.place;

describe('the group that is chosen by score', () => {
  it.each<[string, number[][], number | undefined]>([
    ['the only one with a field for a new password', [[-4], [2, 1], [-1]], 1],
    ['the first of two that are about as likely', [[2.5], [5]], 0],
    ['a later one that is much likelier', [[1.5], [5]], 1],
    ['a later one if the first is hardly likely by itself', [[0.1], [2]], 1],
    ['the likelier of two that are hardly likely', [[1], [1.2]], 1],
    ['the first that is as good as certain, however likely a later one is', [[1], [4], [9]], 1],
    ['by the likeliest field in it', [[-9, 4], [5]], 0],
    ['none if no field takes a new password', [[-1], [0]], undefined],
    ['none on a page without groups', [], undefined],
  ])('is %s', (_, scores, place) => {
    expect(chosen(...scores)).toBe(place);
  });

  it('is one with a password field before one with text fields alone, if that is likely', () => {
    const page = (score: number) => [...groups('type:text', [4]), ...groups('type:password', [score])];
    expect(likeliestGroup(page(2))?.candidates[0]?.score).toBe(2);
    expect(likeliestGroup(page(-2))?.candidates[0]?.score).toBe(4);
  });
});

describe('the fields of a group that are filled', () => {
  it.each<[string, number[], number[]]>([
    ['the one that is likely', [-4, 2, -1], [1]],
    ['one and the next to confirm it', [-4, 2, 1], [1, 2]],
    ['the last if it alone is likely', [-1, -2, 3], [2]],
    ['a pair with an unlikely field between', [3, -1, 2], [0, 2]],
    ['the likelier pair after the fields of a recovery phrase', [1, 1, 1, 4, 3], [3, 4]],
    ['the first of two pairs that are as likely', [2, 3, 2, 3], [0, 1]],
    ['none if none is likely', [-1, 0], []],
    ['none of a group without fields', [], []],
  ])('are %s', (_, scores, places) => {
    const filled = fieldsToFill(scores.map((score, place) => candidate(score, place)));
    expect(filled.map(({ place }) => place)).toEqual(places);
  });
});

/** The fields of a form by what their words say, each with its score. */
const form = (...fields: [score: number, ...signals: string[]][]) =>
  fields.map(([score, ...signals], place) => candidate(score, place, ['type:password', ...signals]));
const NEW = 'topics:fresh';
const REPEAT = 'topics:repeat';
const DECLARED = 'autocomplete:new-password';

describe('the current password of a form', () => {
  it.each<[string, ReturnType<typeof form>, number[]]>([
    ['by its label', form([2, 'label:current', 'topics:current'], [5, NEW]), [1]],
    ['by its placeholder', form([2, 'placeholder:current', 'topics:current'], [5, NEW]), [1]],
    ['by its name, if the others lack that', form([2, 'topics:current'], [3], [3, REPEAT]), [1, 2]],
    ['as a plain password beside a new one', form([2], [3, NEW]), [1]],
    ['wherever it stands', form([3, NEW], [3, REPEAT], [2.9, 'label:current']), [0, 1]],
    [
      'by `autocomplete` beside one that is declared new',
      form([1, 'autocomplete:current-password'], [2, DECLARED]),
      [1],
    ],
  ])('is left out: %s', (_, fields, places) => {
    expect(fieldsToFill(fields).map(({ place }) => place)).toEqual(places);
  });

  it('is not any field whose name speaks of the current user', () => {
    const fields = form([3, 'topics:current'], [3, 'topics:current', REPEAT]);
    expect(fieldsToFill(fields)).toHaveLength(2);
  });

  it('is kept when a person points at it, and the new one beside it is filled', () => {
    const fields = form([1, 'label:current', 'topics:current'], [3, NEW], [3, REPEAT]);
    expect(fieldsWith(fields, fields[0] as (typeof fields)[0]).map(({ place }) => place)).toEqual([1, 2]);
    const unlikely = form([-1, 'label:current', 'topics:current'], [-1, NEW]);
    expect(fieldsWith(unlikely, unlikely[0] as (typeof fields)[0]).map(({ place }) => place)).toEqual([1]);
  });

  it('is filled when a person points at it and the form has no new one', () => {
    const [login] = form([-3, 'autocomplete:current-password']);
    expect(login && fieldsWith([login], login)).toEqual([login]);
  });
});

describe('a confirm field', () => {
  it.each<[string, ReturnType<typeof form>, number[]]>([
    ['takes an unlikely partner before it along', form([-0.5], [2, REPEAT]), [0, 1]],
    ['takes an unlikely partner after it along', form([2, REPEAT], [-0.5]), [0, 1]],
    ['is left empty beside a current password alone', form([-2, 'label:current'], [2, REPEAT]), []],
    ['is left empty beside a field that is much less likely', form([-3], [1, REPEAT]), []],
    ['is filled alone if it is the only field', form([1, REPEAT]), [0]],
    ['is filled with the only likely field before it', form([2], [-0.5, REPEAT]), [0, 1]],
  ])('%s', (_, fields, places) => {
    expect(fieldsToFill(fields).map(({ place }) => place)).toEqual(places);
  });
});

describe('the field with the focus', () => {
  const filledWith = (fields: ReturnType<typeof form>, at: number) =>
    fieldsToFill(fields, fields[at]).map(({ place }) => place);
  const three = form([0.6, DECLARED], [3, DECLARED], [2.9, DECLARED]);

  it('is one of those filled if three are as good', () => {
    expect([0, 1, 2].map((at) => filledWith(three, at))).toEqual([
      [0, 1],
      [1, 2],
      [1, 2],
    ]);
  });

  it('is one of those filled where it only scores less for its place', () => {
    expect(filledWith(form([-0.5, DECLARED], [3, DECLARED], [3, DECLARED]), 0)).toEqual([0, 1]);
    expect(filledWith(form([-0.5, NEW], [3, NEW], [3, NEW]), 0)).toEqual([0, 1]);
  });

  it('is left out if nothing says that it is new', () => {
    expect(filledWith(form([-0.5], [3], [3]), 0)).toEqual([1, 2]);
  });
});

describe('many password fields', () => {
  const five = (...signals: string[]) => ({ candidates: form([2, ...signals], [2], [2], [2], [2]) });
  it('are unclear if nothing says what they are for', () => {
    expect(isUnclear(five())).toBe(true);
    expect(isUnclear(five('topics:password', 'button:save'))).toBe(true);
  });

  it.each(['heading:signup', 'button:change', 'label:fresh topics:fresh', DECLARED])(
    'are clear by %s',
    (signals) => {
      expect(isUnclear(five(...signals.split(' ')))).toBe(false);
    },
  );

  it('are more than three', () => {
    expect(isUnclear({ candidates: form([2], [2], [2]) })).toBe(false);
  });
});
