import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery, passwordRequest, readReply, requestQuery } from '../../../lib/api/contract.ts';
import { anyOptions, optionsOf } from '../../support/api-call.ts';

describe('the request', () => {
  it('means the same to the server as to the client', () => {
    fc.assert(
      fc.property(anyOptions(30), (options) => {
        const request = passwordRequest(options);
        const read = parseQuery(new URLSearchParams(requestQuery(request).toString()));
        expect(read).toEqual({ ok: true, request });
      }),
    );
  });

  it('is empty when everything is at its default', () => {
    expect(requestQuery(passwordRequest(optionsOf())).toString()).toBe('');
  });

  it.each([
    ['?length=20&symbols=false', { length: 20, symbols: false }],
    [
      '?length=6&uppercase=false&lowercase=false&symbols=false',
      {
        length: 6,
        uppercase: false,
        lowercase: false,
        symbols: false,
      },
    ],
  ])('is what the documentation shows: %s', (query, options) => {
    expect(`?${requestQuery(passwordRequest(optionsOf(options)))}`).toBe(query);
  });

  it('lists each excluded character once, with look-alikes, and none that no reply may contain', () => {
    expect(passwordRequest(optionsOf({ exclude: 'aab é\n😀l', avoidLookAlikes: true })).exclude).toBe(
      "ablI1|!O0o'`",
    );
  });

  it.each([
    ['lenght=20', 'lenght'],
    ['length=20&length=8', 'length'],
    ['length=3', 'length'],
    ['length=129', 'length'],
    ['length=1e1', 'length'],
    ['length=', 'length'],
    ['length=-8', 'length'],
    ['symbols=no', 'symbols'],
    ['uppercase=', 'uppercase'],
    [`exclude=${'a'.repeat(201)}`, 'exclude'],
    ['__proto__=1', '__proto__'],
  ])('is refused by the server when it is %s', (query, parameter) => {
    expect(parseQuery(new URLSearchParams(query))).toEqual({ ok: false, parameter });
  });
});

describe('the reply', () => {
  it('is read as documented', () => {
    const documented =
      '{"password":"kX9#mP2$vL7@nQ4!","length":16,"entropy_bits":105.2,"strength":"very_strong"}';
    expect(readReply(JSON.parse(documented))).toEqual({
      password: 'kX9#mP2$vL7@nQ4!',
      entropyBits: 105.2,
      strength: 'very_strong',
    });
  });

  it('does not confuse the password with its strength', () => {
    expect(readReply({ password: 'abcdefgh', strength: 'abcdefgh' })).toEqual({ password: 'abcdefgh' });
  });
});
