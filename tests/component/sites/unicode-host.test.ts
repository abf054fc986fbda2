import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unicodeHost } from '../../../components/options/sites/unicode-host.ts';

describe('a host as people write it', () => {
  it.each([
    'müller.de',
    'bücher.müller.de',
    'パスワード.jp',
    'παράδειγμα.δοκιμή',
    'straße.de',
    '例え.テスト',
    'żółw.pl',
  ])('%s', (host) => {
    expect(unicodeHost(new URL(`https://${host}`).hostname)).toBe(host);
  });

  it.each([
    'example.com',
    'xn--.de',
    'xn--a.de',
    'xn--99999999999.de',
    'xn--zz--.de',
    'a.xn--',
    'xn--m_ller.de',
  ])('%s stays as it is', (host) => {
    expect(unicodeHost(host)).toBe(host);
  });

  it('always leads to the same host', () => {
    const label = fc.string({ unit: fc.constantFrom(...'aäöüéßжאقアx9-'), minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(label, (text) => {
        const address = `https://${text}.example`;
        fc.pre(URL.canParse(address));
        const { hostname } = new URL(address);
        expect(new URL(`https://${unicodeHost(hostname)}`).hostname).toBe(hostname);
        expect(unicodeHost(hostname)).not.toMatch(/^xn--/);
      }),
    );
  });
});
