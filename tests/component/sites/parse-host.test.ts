import { describe, expect, it } from 'vitest';
import { parseHost } from '../../../components/options/sites/parse-host.ts';
import { recipeError } from '../../../lib/site-rules/recipes/recipes.ts';

describe('a host as a person types it', () => {
  it.each([
    ['example.com', 'example.com'],
    [' Shop.Example.COM. ', 'shop.example.com'],
    ['müller.de', 'xn--mller-kva.de'],
    ['xn--mller-kva.de', 'xn--mller-kva.de'],
    ['パスワード.jp', 'xn--zck6aw5jtc.jp'],
    ['https://müller.de:8443/login?next=/', 'xn--mller-kva.de'],
    ['example.com/signup', 'example.com'],
    ['localhost:3000', 'localhost'],
    ['192.168.0.1', '192.168.0.1'],
  ])('%s is %s', (typed, host) => {
    expect(parseHost(typed)).toBe(host);
    expect(recipeError(parseHost(typed) ?? '', 'maxlength: 9')).toBeUndefined();
  });

  it.each([
    '',
    '  ',
    'a b',
    'name@example.com',
    'https://name:word@example.com/',
    'ftp://example.com',
    'exa<mple',
  ])('%s is not a host', (typed) => {
    expect(parseHost(typed)).toBeUndefined();
  });

  it.each(['*.example.com', '[::1]', 'a..b'])('%s cannot have a recipe', (typed) => {
    expect(recipeError(parseHost(typed) ?? '', 'maxlength: 9')).toMatchObject({ code: 'not_a_host' });
  });
});
