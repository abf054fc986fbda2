import { describe, expect, it } from 'vitest';
import { mergeRules } from '../../../lib/site-rules/merge.ts';
import { fromPortable, toPortable } from '../../../lib/site-rules/portable-rule.ts';

const asJson = (value: unknown) => JSON.parse(JSON.stringify(value));

describe('a portable rule', () => {
  it('carries the text of a pattern instead of its DFA, which is built again from it', async () => {
    const pattern = '([a-z][0-9])+';
    const merged = mergeRules({ pattern, maxLength: 12 });
    const portable = asJson(toPortable(merged, pattern));
    expect(portable).toMatchObject({ pattern, rule: { maxLength: 12 } });
    expect(portable.rule).not.toHaveProperty('patternDfa');
    expect(await fromPortable(portable)).toEqual({ ...asJson(merged), rule: merged.rule });
  });

  it('carries no pattern where bounds express all of it, or where no text is known', async () => {
    const bounded = mergeRules({ pattern: '(?=.*\\d).{8,}' });
    const portable = toPortable(bounded, '(?=.*\\d).{8,}');
    expect(portable).not.toHaveProperty('pattern');
    expect(await fromPortable(portable)).toEqual(portable);
    const { rule } = toPortable(mergeRules({ pattern: '([a-z][0-9])+' }), undefined);
    expect(rule).not.toHaveProperty('patternDfa');
  });
});
