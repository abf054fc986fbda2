import { describe, expect, it } from 'vitest';
import { gradePage, totalsOf } from '../../../scripts/forms/grade.ts';
import type { LabelledField } from '../../../scripts/forms/labelled-pages.ts';

const field = (i: number, label: string, form = 0, visible = true): LabelledField => ({
  i,
  label,
  form,
  visible,
});
const score = (fields: LabelledField[], ...filled: number[]) => gradePage({ fields }, new Set(filled));

describe('the score of a page', () => {
  const pair = [field(0, 'other'), field(1, 'new'), field(2, 'new')];

  it('is right when all new fields of a form are filled, and nothing else', () => {
    expect(score(pair, 1, 2)).toMatchObject({ right: true, missed: false, positive: true, wrong: [] });
  });

  it('is missed when one of them is not', () => {
    expect(score(pair, 1)).toMatchObject({ right: false, missed: true });
    expect(score(pair)).toMatchObject({ right: false, missed: true });
  });

  it('requires only one of several forms', () => {
    const two = [field(0, 'new', 0), field(1, 'new', 1), field(2, 'new', 1)];
    expect(score(two, 0).right).toBe(true);
    expect(score(two, 1, 2).right).toBe(true);
    expect(score(two, 1).missed).toBe(true);
  });

  it.each(['current', 'notnew', 'other'])(
    'is wrong when a field labelled %s is filled, whatever else is',
    (label) => {
      const [wrong, ...rest] = [field(0, label), field(1, 'new')];
      expect(score([wrong as LabelledField, ...rest], 0, 1)).toMatchObject({
        right: false,
        missed: false,
        wrong: [wrong],
      });
    },
  );

  it('is right without new fields when nothing is filled', () => {
    expect(score([field(0, 'current')])).toMatchObject({ right: true, positive: false });
  });

  it('requires no invisible field, and ignores other labels', () => {
    expect(score([field(0, 'new', 0, false)])).toMatchObject({ right: true, positive: false });
    expect(score([field(0, 'unsure')], 0).right).toBe(true);
  });
});

describe('the scores of many pages', () => {
  it('are added up', () => {
    const pages = [
      score([field(0, 'new')], 0),
      score([field(0, 'new')]),
      score([field(0, 'current')], 0),
      score([field(0, 'other'), field(1, 'unsure')], 1),
    ];
    const totals = { pages: 4, right: 2, positive: 2, missed: 1, hits: 1, wrongFields: 1 };
    expect(totalsOf(pages)).toEqual(totals);
    expect(totalsOf([])).toMatchObject({ pages: 0, right: 0 });
  });
});
