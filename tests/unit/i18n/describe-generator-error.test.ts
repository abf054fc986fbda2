import { describe, expect, it } from 'vitest';
import { generate } from '../../../lib/generator/index.ts';
import { describeGeneratorError } from '../../../lib/i18n/describe-generator-error.ts';
import { text } from '../../support/locale.ts';

describe('an option out of range', () => {
  it.each([
    [{ kind: 'password', length: 129 }, 'option_length', 4, 128],
    [{ kind: 'password', length: 12.5 }, 'option_length', 4, 128],
    [{ kind: 'password', minNumbers: 6 }, 'option_minNumbers', 0, 5],
    [{ kind: 'password', minSymbols: -1 }, 'option_minSymbols', 0, 5],
    [{ kind: 'passphrase', words: 2, list: { words: ['able'] } }, 'option_words', 3, 20],
    [{ kind: 'pin', length: 33 }, 'option_length', 3, 32],
    [{ kind: 'pronounceable', syllables: 41 }, 'option_syllables', 3, 40],
  ] as const)('is described with its label and its limits: %o', (request, label, from, to) => {
    const made = generate(request);
    expect(made.ok ? undefined : describeGeneratorError(made.error)).toBe(
      text('error_range', text(label), String(from), String(to)),
    );
  });
});
