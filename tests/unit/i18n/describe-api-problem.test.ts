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
