import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const messages: Record<string, { message: string }> = JSON.parse(
  readFileSync('public/_locales/en/messages.json', 'utf8'),
);
const code = globSync([
  'lib/**/*.{ts,tsx}',
  'components/**/*.{ts,tsx}',
  'entrypoints/**/*.tsx',
  'wxt.config.ts',
])
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');
/** Keys that the code composes from parts. */
const COMPOSED = [
  /^adjust_/,
  /^api_/,
  /^kind_/,
  /^option_(avoid|min)/,
  /^options_url_/,
  /^recipe_(class|syntax|problem|import)_/,
  /^recipe_(minLength|maxLength|maxConsecutive|required|allowed|off)$/,
  /^options_key_(session|passphrase|plain)$/,
  /^strength_/,
  /^error_emptied_/,
  /^rule_(one|none)_/,
  /^rule_(min_length|max_length|max_consecutive|not_first|not_last)$/,
  /^source_/,
  /^option_(uppercase|lowercase|numbers|symbols)$/,
];

describe('messages.json', () => {
  it.each(Object.keys(messages))('%s is used', (key) => {
    const used =
      code.includes(`'${key}'`) || code.includes(`__MSG_${key}__`) || COMPOSED.some((part) => part.test(key));
    expect(used).toBe(true);
  });

  it.each(Object.entries(messages))('%s is a whole sentence or label', (_, { message }) => {
    expect(message.trim()).toBe(message);
    expect(message).not.toBe('');
  });
});
