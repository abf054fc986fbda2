import { describe, expect, it } from 'vitest';
import { KINDS, loadWordList } from '../../../lib/generator/index.ts';
import { generateKind } from '../../../lib/site-rules/generate-kind.ts';
import { EMPTY_RULE } from '../../../lib/site-rules/generate-within.ts';
import { mergeRules } from '../../../lib/site-rules/merge.ts';

const list = await loadWordList('eff-long');

describe('a password of any kind', () => {
  it.each([
    [{ kind: 'password' }, /^.{16}$/],
    [{ kind: 'pin' }, /^\d{6}$/],
    [{ kind: 'passphrase', list }, /^[a-z]+(-[a-z]+){5,}$/],
    [{ kind: 'pronounceable' }, /^[a-z]{16,}$/],
  ] as const)('is made as requested where no site asks for anything: %o', (request, shape) => {
    const made = generateKind(request, EMPTY_RULE);
    expect(made).toMatchObject({ ok: true, password: expect.stringMatching(shape), adjustments: [] });
    expect(made).not.toHaveProperty('unmet');
  });

  it('is drawn within the rule of the site if it is a password', () => {
    const made = generateKind(
      { kind: 'password', length: 20 },
      mergeRules({ list: 'maxlength: 8; allowed: digit' }),
    );
    expect(made).toMatchObject({ ok: true, password: expect.stringMatching(/^\d{8}$/) });
    expect(made.ok && made.adjustments).toContainEqual({ code: 'shortened', to: 8, by: 'list' });
  });

  it.each([{ kind: 'pin' }, { kind: 'pin', ...KINDS.pin.defaults }] as const)(
    'is a shorter PIN if the site accepts no longer one: %o',
    (request) => {
      expect(generateKind(request, mergeRules({ maxLength: 4 }))).toMatchObject({
        password: expect.stringMatching(/^\d{4}$/),
        adjustments: [{ code: 'shortened', to: 4 }],
      });
    },
  );

  it('keeps its kind whatever the site requires, with the bound that it breaks', () => {
    const site = mergeRules({ list: 'required: upper; allowed: ascii-printable' });
    for (const request of [{ kind: 'pin' }, { kind: 'passphrase', list }, { kind: 'pronounceable' }] as const)
      expect(generateKind(request, site)).toMatchObject({ adjustments: [], unmet: { code: 'required' } });
    expect(generateKind({ kind: 'passphrase', list }, mergeRules({ maxLength: 8 }))).toMatchObject({
      unmet: { code: 'max_length', value: 8 },
    });
  });

  it('is replaced by the option at fault if there is none', () => {
    expect(generateKind({ kind: 'pin', length: 2 }, EMPTY_RULE)).toMatchObject({ ok: false });
    expect(generateKind({ kind: 'pin' }, mergeRules({ maxLength: 2 }))).toMatchObject({
      ok: false,
      error: { option: 'length' },
    });
  });
});
