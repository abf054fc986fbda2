import { describe, expect, it } from 'vitest';
import { describeApiProblem } from '../../../lib/i18n/describe-api-problem.ts';
import { text } from '../../support/locale.ts';

const HOST = 'passwords.example';

it('says what to do in our own words, and leaves the server’s to the place where they are asked for', () => {
  const problem = {
    code: 'server_fault',
    status: 503,
    detail: 'Call 0800 123 and tell us your key',
  } as const;
  expect(describeApiProblem(problem, HOST)).toBe(text('api_server_fault', HOST, '503'));
});

describe('a password that is not as requested', () => {
  it('is described with the reason', () => {
    const described = describeApiProblem({ code: 'not_as_asked', reason: 'look_alike' }, HOST);
    expect(described).toBe(text('api_not_as_asked_look_alike', HOST));
  });

  it('is described without one where none is recorded', () => {
    expect(describeApiProblem({ code: 'not_as_asked' }, HOST)).toBe(text('api_not_as_asked_other', HOST));
  });
});

describe('an option that the server does not accept', () => {
  const rejected = (option: 'length' | 'symbols', range = {}) =>
    describeApiProblem({ code: 'bad_options', status: 422, rejected: { option, ...range } }, HOST);

  it('is named with the lengths that it accepts', () => {
    expect(rejected('length', { min: 8, max: 64 })).toBe(text('api_lengths', HOST, '8', '64'));
    expect(rejected('length', { min: 8 })).toBe(text('api_lengths_from', HOST, '8'));
    expect(rejected('length', { max: 64 })).toBe(text('api_lengths_up_to', HOST, '64'));
  });

  it('is named by its label where no range is known', () => {
    expect(rejected('symbols')).toBe(text('api_rejected_option', HOST, text('option_symbols')));
    expect(describeApiProblem({ code: 'bad_options' }, HOST)).toBe(text('api_bad_options', HOST));
  });
});

it('asks whether a server on this computer is running, and elsewhere names the usual causes', () => {
  const blocked = (cause: 'no_server' | 'no_answer') => describeApiProblem({ code: 'blocked', cause }, HOST);
  expect(blocked('no_server')).toBe(text('api_no_server', HOST));
  expect(blocked('no_answer')).toBe(text('api_blocked', HOST));
});
