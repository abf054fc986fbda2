import { describe, expect, it } from 'vitest';
import { parseBaseUrl } from '../../../lib/api/base-url.ts';
import { passwordRequest } from '../../../lib/api/contract.ts';
import { headerNameProblem } from '../../../lib/api/header-text.ts';
import { customPreset, PRESETS, unmetOptions } from '../../../lib/api/presets.ts';
import type { CustomApi } from '../../../lib/api/services.ts';
import { optionsOf } from '../../support/api-call.ts';

/** The replies as the services document them. */
const DOCUMENTED = {
  tinyfn: '{"password":"kX9#mP2$vL7@nQ4!","length":16,"entropy_bits":105.2,"strength":"very_strong"}',
  'self-hosted': '{"password":"kX9#mP2$vL7@nQ4!","length":16,"entropy_bits":105.2,"strength":"very_strong"}',
  'api-ninjas': '{ "random_password": "nYs43u5f1oGK9*g5" }',
  requiems:
    '{"data":{"password":"aB3#cDeFgHiJkLmN","length":16,"strength":"strong"},"metadata":{"timestamp":"2026-01-01T00:00:00Z"}}',
} as const;

const queryBy = (id: keyof typeof PRESETS, options = {}) =>
  PRESETS[id].query(passwordRequest(optionsOf(options))).toString();

describe('every preset', () => {
  it.each(Object.entries(PRESETS))('%s is whole', (id, preset) => {
    expect(preset.id).toBe(id);
    expect(parseBaseUrl(preset.baseUrl)).toMatchObject({ ok: true, url: preset.baseUrl });
    expect(headerNameProblem(preset.keyHeader)).toBeUndefined();
    expect(preset.readReply(JSON.parse(DOCUMENTED[preset.id as keyof typeof DOCUMENTED]))).toBeDefined();
    for (const json of [null, [], {}, 7, 'text', { data: null }, { password: 7 }, { random_password: '' }])
      expect(preset.readReply(json)).toBeUndefined();
    expect(unmetOptions(preset, optionsOf())).toEqual([]);
  });
});

describe('API Ninjas', () => {
  it('has parameters for the classes that it can leave out', () => {
    expect(queryBy('api-ninjas')).toBe('length=16');
    expect(queryBy('api-ninjas', { length: 20, numbers: false, symbols: false })).toBe(
      'length=20&exclude_numbers=true&exclude_special_chars=true',
    );
  });

  it('sends the password in a member of its own', () => {
    expect(PRESETS['api-ninjas'].readReply(JSON.parse(DOCUMENTED['api-ninjas']))).toEqual({
      password: 'nYs43u5f1oGK9*g5',
    });
  });

  it('cannot exclude characters, nor letters of one case', () => {
    const options = optionsOf({ uppercase: false, exclude: 'x', avoidLookAlikes: true, length: 30 });
    expect(unmetOptions(PRESETS['api-ninjas'], options)).toEqual(['uppercase', 'exclude', 'avoidLookAlikes']);
  });
});

describe('Requiems', () => {
  it('receives the name of every class, because it leaves out the others', () => {
    expect(queryBy('requiems', { symbols: false })).toBe(
      'length=16&uppercase=true&numbers=true&symbols=false',
    );
  });

  it('is read with and without its envelope', () => {
    const { data } = JSON.parse(DOCUMENTED.requiems);
    const reply = { password: 'aB3#cDeFgHiJkLmN', strength: 'strong' };
    expect(PRESETS.requiems.readReply({ data })).toEqual(reply);
    expect(PRESETS.requiems.readReply(data)).toEqual(reply);
  });
});

describe('a custom service', () => {
  const described: CustomApi = {
    baseUrl: 'https://passwords.example',
    path: '/new',
    keyHeader: 'Authorization',
    parameters: { length: 'len', symbols: 'special', exclude: 'not' },
    replyField: 'data.passwords.0',
  };

  it('receives its own parameter for every option that has one', () => {
    const query = customPreset(described).query(passwordRequest(optionsOf({ exclude: 'a&' })));
    expect(query.toString()).toBe('len=16&special=true&not=a%26');
  });

  it('cannot honour options without a parameter', () => {
    expect(customPreset(described).unsupported).toEqual(['uppercase', 'lowercase', 'numbers']);
    expect(customPreset({ ...described, parameters: {} }).unsupported).toEqual([
      'length',
      'uppercase',
      'lowercase',
      'numbers',
      'symbols',
      'exclude',
      'avoidLookAlikes',
    ]);
  });

  it('is read from its member, without inherited members', () => {
    const { readReply } = customPreset(described);
    expect(readReply({ data: { passwords: ['secret'] } })).toEqual({ password: 'secret' });
    for (const json of [{ data: { passwords: [] } }, { data: 'text' }, { data: { passwords: [7] } }])
      expect(readReply(json)).toBeUndefined();
    expect(customPreset({ ...described, replyField: 'constructor.name' }).readReply({})).toBeUndefined();
  });
});
