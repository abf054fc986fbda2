import { describe, expect, it } from 'vitest';
import type { PasswordCall } from '../../../lib/api/prepare.ts';
import { customPreset, PRESETS } from '../../../lib/api/presets.ts';
import type { CustomApi } from '../../../lib/api/services.ts';
import { callServer, KEY, optionsOf } from '../../support/api-call.ts';

const custom = (changes: Partial<CustomApi>) =>
  customPreset({
    baseUrl: 'https://passwords.example',
    path: '/new',
    keyHeader: 'X-Key',
    parameters: { length: 'length' },
    replyField: 'password',
    ...changes,
  });

/** The error of a call that must send nothing. */
async function errorOf(call: Partial<PasswordCall>, baseUrl = 'https://passwords.example') {
  const fetch = () => {
    throw new Error('A request was sent.');
  };
  const result = await callServer(baseUrl, call, { fetch });
  expect(result.requests).toBe(0);
  return result.ok ? undefined : result.error;
}

describe('before anything is sent', () => {
  it.each([
    ['http://passwords.example', 'http_not_loopback'],
    ['passwords.example', 'no_scheme'],
    ['https://a@passwords.example', 'has_credentials'],
  ])('the base URL %s is refused', async (baseUrl, problem) => {
    expect(await errorOf({}, baseUrl)).toEqual({ code: 'bad_base_url', problem });
  });

  it.each(['', 'new', '//evil.example/x', '/a?b', '/a#b', '/\\evil.example', '/a b', '/a\n'])(
    'the path %j is refused',
    async (path) => {
      expect(await errorOf({ preset: custom({ path }) })).toEqual({ code: 'bad_path' });
    },
  );

  it.each([
    ['', 'not_a_token'],
    ['X Key', 'not_a_token'],
    ['X-Key:', 'not_a_token'],
    ['X-Key\r\nHost', 'not_a_token'],
    ['Cookie', 'forbidden'],
    ['host', 'forbidden'],
    ['Sec-Key', 'forbidden'],
  ])('the header name %j is refused', async (keyHeader, problem) => {
    expect(await errorOf({ preset: custom({ keyHeader }) })).toEqual({ code: 'bad_header_name', problem });
  });

  it.each([
    ['', 'empty'],
    ['  ', 'empty'],
    [`${KEY}\n`, 'not_header_text'],
    [`${KEY}\r\nX-Other: 1`, 'not_header_text'],
    [`${KEY}\u0000`, 'not_header_text'],
    [`${KEY}…`, 'not_header_text'],
    ['x'.repeat(4097), 'too_long'],
  ])('the key %j is refused', async (key, problem) => {
    expect(await errorOf({ key })).toEqual({ code: 'bad_key', problem });
  });

  it('options that no generator can meet are refused', async () => {
    const none = { uppercase: false, lowercase: false, numbers: false, symbols: false };
    expect(await errorOf({ options: optionsOf(none) })).toMatchObject({
      code: 'impossible_options',
      generatorError: { code: 'no_class' },
    });
    expect(await errorOf({ options: optionsOf({ length: 3 }) })).toMatchObject({
      code: 'impossible_options',
    });
  });

  it('options that the service cannot honour are refused, each by its name', async () => {
    const options = optionsOf({ lowercase: false, exclude: 'x' });
    expect(await errorOf({ preset: PRESETS.requiems, options })).toEqual({
      code: 'unsupported_option',
      options: ['lowercase', 'exclude'],
    });
  });
});
