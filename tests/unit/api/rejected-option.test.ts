import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { customPreset, PRESETS } from '../../../lib/api/presets.ts';
import { errorOf, optionsOf } from '../../support/api-call.ts';
import { type StubApi, startStubApi } from '../../support/stub-api.ts';
import { reply } from '../../support/stub-behaviours.ts';

let stub: StubApi;
beforeAll(async () => {
  stub = await startStubApi();
});
afterEach(() => stub.reset());
afterAll(() => stub.close());

/** The option that the error names when a password of 100 characters is requested. */
async function rejectedBy(body: unknown, status = 422, call = {}) {
  stub.behave(reply(status, body));
  return (await errorOf(stub.url, { options: optionsOf({ length: 100 }), ...call }))?.rejected;
}

describe('a refused option', () => {
  it.each([
    [
      'FastAPI',
      { detail: [{ loc: ['query', 'length'], msg: 'Too much', type: 'less_than_equal', ctx: { le: 64 } }] },
      { max: 64 },
    ],
    [
      'older FastAPI',
      { detail: [{ loc: ['query', 'length'], msg: 'ensure …', ctx: { limit_value: 64 } }] },
      { max: 64 },
    ],
    ['a list of details', { details: [{ loc: ['length'], ctx: { ge: 8, le: 64 } }] }, { min: 8, max: 64 }],
    ['open ends', { details: [{ loc: ['length'], ctx: { gt: 7, lt: 65 } }] }, { min: 8, max: 64 }],
    [
      'details of one field',
      { error: 'x', code: 'VALIDATION_ERROR', details: { field: 'length', min: 8, max: 64 } },
      { min: 8, max: 64 },
    ],
    ['details by field', { details: { length: { min: 8, max: 64 } } }, { min: 8, max: 64 }],
    ['a nested error', { error: { details: [{ field: 'length', max: 64 }] } }, { max: 64 }],
    ['a field of the error', { error: 'x', field: 'length', min: 8, max: 64 }, { min: 8, max: 64 }],
    ['Zod', { issues: [{ code: 'too_big', maximum: 64, path: ['length'] }] }, { max: 64 }],
    ['Ajv', { errors: [{ instancePath: '/length', params: { comparison: '<=', limit: 64 } }] }, { max: 64 }],
    ['problem+json', { title: 'x', 'invalid-params': [{ name: 'length', reason: 'y' }] }, {}],
    ['JSON:API', { errors: [{ source: { parameter: 'length' }, detail: 'x' }] }, {}],
    ['texts by field', { errors: { length: ['The length must be at most 64.'] } }, {}],
  ])('is read from %s', async (_, body, range) => {
    expect(await rejectedBy(body)).toEqual({ option: 'length', ...range });
    expect(await rejectedBy(body, 400)).toEqual({ option: 'length', ...range });
  });

  it.each([
    ['fractions', { min: 8.5, max: 64.5 }],
    ['texts', { min: '8', max: '64' }],
    ['an empty range', { min: 64, max: 8 }],
    ['absurd limits', { min: -1, max: 1e9 }],
    ['a range that includes the length', { min: 8, max: 128 }],
    ['nothing', { min: null, max: {} }],
  ])('has no range where that is %s', async (_, range) => {
    expect(await rejectedBy({ details: { field: 'length', ...range } })).toEqual({ option: 'length' });
  });

  it('is the first that has a range, and is not looked for without end', async () => {
    const many = Array.from({ length: 1000 }, () => ({ field: 'other' }));
    expect(await rejectedBy({ details: [{ field: 'symbols' }, { field: 'length', max: 64 }] })).toEqual({
      option: 'length',
      max: 64,
    });
    expect(await rejectedBy({ details: [...many, { field: 'length' }] })).toBeUndefined();
  });

  it('is named by the service’s own parameter', async () => {
    const named = (field: string) => ({ details: { field, max: 64 } });
    const ninjas = { preset: PRESETS['api-ninjas'], options: optionsOf({ symbols: false }) };
    expect(await rejectedBy(named('exclude_special_chars'), 422, ninjas)).toEqual({ option: 'symbols' });
    const preset = customPreset({
      ...{ baseUrl: '', path: '/p', keyHeader: 'X-Key', replyField: 'password' },
      parameters: { length: 'len', numbers: 'length' },
    });
    expect(await rejectedBy(named('len'), 422, { preset })).toEqual({ option: 'length', max: 64 });
    expect(await rejectedBy(named('length'), 422, { preset })).toEqual({ option: 'numbers' });
  });

  it.each([
    ['an unknown field', { details: { field: 'lenght', max: 64 } }],
    ['an inherited name', { details: { field: 'constructor' }, errors: { ['__proto__']: 1 } }],
    ['other types', { details: 7, errors: [null, [], 'length'], detail: { field: {} } }],
    ['text alone', { error: 'length must be at most 64' }],
  ])('is unknown where the body has %s', async (_, body) => {
    expect(await rejectedBy(body)).toBeUndefined();
  });

  it('is not read from other statuses', async () => {
    expect(await rejectedBy({ details: { field: 'length', max: 64 } }, 403)).toBeUndefined();
  });
});
