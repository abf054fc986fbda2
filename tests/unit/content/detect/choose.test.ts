import { describe, expect, it } from 'vitest';
import { fieldsToFill, likeliestGroup } from '../../../../lib/content/detect/choose.ts';

const groups = (...scores: number[][]) =>
  scores.map((group, place) => ({ place, candidates: group.map((score) => ({ score })) }));
const chosen = (...scores: number[][]) => likeliestGroup(groups(...scores))?.place;

describe('the group that is chosen by score', () => {
  it.each<[string, number[][], number | undefined]>([
    ['the only one with a field for a new password', [[-4], [2, 1], [-1]], 1],
    ['the first of two that are about as likely', [[2.5], [5]], 0],
    ['a later one that is much likelier', [[1.5], [5]], 1],
    ['by the likeliest field in it', [[-9, 4], [5]], 0],
    ['none if no field takes a new password', [[-1], [0]], undefined],
    ['none on a page without groups', [], undefined],
  ])('is %s', (_, scores, place) => {
    expect(chosen(...scores)).toBe(place);
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
    const filled = fieldsToFill(scores.map((score, place) => ({ score, place })));
    expect(filled.map(({ place }) => place)).toEqual(places);
  });
});
