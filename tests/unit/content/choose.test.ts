import { describe, expect, it } from 'vitest';
import { likeliestGroup } from '../../../lib/content/choose.ts';

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
