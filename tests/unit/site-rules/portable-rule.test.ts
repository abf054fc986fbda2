import { describe, expect, it } from 'vitest';
import { mergeRules } from '../../../lib/site-rules/merge.ts';
import { fromPortable, toPortable } from '../../../lib/site-rules/portable-rule.ts';

/** Copies data as a message does. */
const sent = <T>(data: T): T => JSON.parse(JSON.stringify(data));

describe('a portable rule', () => {
  it('carries the text of a pattern instead of its DFA, which is rebuilt from it', async () => {
    const pattern = '([a-z][0-9])+';
    const merged = mergeRules({ pattern });
    expect(merged.rule.patternDfa).toBeDefined();
    const portable = sent(toPortable(merged, pattern));
    expect(portable).toMatchObject({ pattern });
    expect(portable.rule).not.toHaveProperty('patternDfa');
    expect(sent((await fromPortable(portable)).rule)).toEqual(sent(merged.rule));
  });

  it('carries no pattern that its bounds express completely', async () => {
    const pattern = '(?=.*\\d).{8,}';
    const portable = toPortable(mergeRules({ pattern }), pattern);
    expect(portable).not.toHaveProperty('pattern');
    expect((await fromPortable(portable)).rule).toEqual(portable.rule);
  });
});
