import { describe, expect, it } from 'vitest';
import { fieldsToFill, likeliestGroup } from '../../../../lib/content/detect/choose.ts';

const groups = (...scores: number[][]) =>
  scores.map((group, place) => ({ place, candidates: group.map((score) => ({ score })) }));
const chosen = (...scores: number[][]) => likeliestGroup(groups(...scores))?.place;

describe('the group that is filled when nobody pointed at one', () => {
  it.each<[string, number[][], number | undefined]>([
    ['the only one that takes a new password', [[-4], [2, 1], [-1]], 1],
    ['the first of two that are about as likely', [[2.5], [5]], 0],
    ['a later one that is much likelier', [[1.5], [5]], 1],
    ['by the likeliest field in it', [[-9, 4], [5]], 0],
    ['none where no field takes one', [[-1], [0]], undefined],
    ['none on a page without groups', [], undefined],
  ])('is %s', (_, scores, place) => {
    expect(chosen(...scores)).toBe(place);
  });
});

describe('the fields of a group that take the password', () => {
  it.each<[string, number[], number[]]>([
    ['the one that is likely', [-4, 2, -1], [1]],
    ['one and the next to confirm it', [-4, 2, 1], [1, 2]],
    ['the last when it alone is likely', [-1, -2, 3], [2]],
    ['a pair with a field between that takes none', [3, -1, 2], [0, 2]],
    [
      'the likelier pair, where a phrase to recover an account by is typed into fields before',
      [1, 1, 1, 4, 3],
      [3, 4],
    ],
    ['the first of two pairs that are as likely', [2, 3, 2, 3], [0, 1]],
    ['none where none is likely', [-1, 0], []],
    ['none of a group without fields', [], []],
  ])('are %s', (_, scores, places) => {
    const takers = fieldsToFill(scores.map((score, place) => ({ score, place })));
    expect(takers.map(({ place }) => place)).toEqual(places);
  });
});
