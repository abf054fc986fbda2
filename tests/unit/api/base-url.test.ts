import { describe, expect, it } from 'vitest';
import { parseBaseUrl } from '../../../lib/api/base-url.ts';

describe('parseBaseUrl', () => {
  it.each([
    ['https://api.tinyfn.io', 'https://api.tinyfn.io', 'https://api.tinyfn.io/*'],
    ['  HTTPS://API.TinyFn.io/  ', 'https://api.tinyfn.io', 'https://api.tinyfn.io/*'],
    ['https://a.example:8443/pass//', 'https://a.example:8443/pass', 'https://a.example/*'],
    ['https://a.example:443/x/../y', 'https://a.example/y', 'https://a.example/*'],
    ['https://bücher.example', 'https://xn--bcher-kva.example', 'https://xn--bcher-kva.example/*'],
    ['https://localhost.example', 'https://localhost.example', 'https://localhost.example/*'],
  ])('takes %s', (text, url, matchPattern) => {
    expect(parseBaseUrl(text)).toEqual({
      ok: true,
      url,
      origin: new URL(url).origin,
      matchPattern,
      loopback: false,
    });
  });

  it.each([
    ['http://127.0.0.1:8787', 'http://127.0.0.1:8787', 'http://127.0.0.1/*'],
    ['http://2130706433:80/', 'http://127.0.0.1', 'http://127.0.0.1/*'],
    ['http://LOCALHOST:3000/api', 'http://localhost:3000/api', 'http://localhost/*'],
    ['https://127.0.0.1', 'https://127.0.0.1', 'https://127.0.0.1/*'],
  ])('takes the loopback address %s', (text, url, matchPattern) => {
    expect(parseBaseUrl(text)).toMatchObject({ ok: true, url, matchPattern, loopback: true });
  });

  it.each([
    ['', 'empty'],
    [' \t', 'empty'],
    ['api.tinyfn.io', 'no_scheme'],
    ['localhost:8787', 'no_scheme'],
    ['javascript:alert(1)', 'no_scheme'],
    ['https:/api.tinyfn.io', 'no_scheme'],
    ['https://', 'not_a_url'],
    ['https://a b.example', 'not_a_url'],
    ['https://a.exa\nmple', 'not_a_url'],
    ['https://a.example\\@b.example', 'not_a_url'],
    ['https://a.example:99999', 'not_a_url'],
    ['https://256.1.1.1', 'not_a_url'],
    ['ftp://a.example', 'not_https'],
    ['wss://a.example', 'not_https'],
    ['file:///etc/passwd', 'not_https'],
    ['http://a.example', 'http_not_loopback'],
    ['http://127.0.0.1.example', 'http_not_loopback'],
    ['http://128.0.0.1', 'http_not_loopback'],
    ['http://localhost.example', 'http_not_loopback'],
    ['http://notlocalhost', 'http_not_loopback'],
    ['http://0.0.0.0:8787', 'http_not_loopback'],
    ['http://[::1]:8787', 'http_not_loopback'],
    ['http://127.1.2.3', 'http_not_loopback'],
    ['http://192.168.0.1', 'http_not_loopback'],
    ['https://user:secret@a.example', 'has_credentials'],
    ['https://@a.example', 'has_credentials'],
    ['http://127.0.0.1@a.example', 'has_credentials'],
    ['https://a.example/?key=1', 'has_query'],
    ['https://a.example?', 'has_query'],
    ['https://a.example/#x', 'has_fragment'],
    ['https://a.example#?', 'has_fragment'],
  ])('refuses %j', (text, code) => {
    expect(parseBaseUrl(text)).toEqual({ ok: false, code });
  });
});
