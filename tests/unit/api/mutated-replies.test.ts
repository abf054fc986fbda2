import fc from 'fast-check';
import { expect, it } from 'vitest';
import { generate, type PasswordOptions } from '../../../lib/generator/index.ts';
import { callServer, KEY } from '../../support/api-call.ts';
import { seededRandom } from '../../support/scripted-random.ts';

const options = fc.record({
  length: fc.integer({ min: 4, max: 40 }),
  uppercase: fc.boolean(),
  lowercase: fc.boolean(),
  numbers: fc.boolean(),
  symbols: fc.constant(true),
  exclude: fc.string({ unit: fc.constantFrom(...'aAbB01#$é'), maxLength: 4 }),
  avoidLookAlikes: fc.boolean(),
});

const character = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  fc.constantFrom(...'aAbBlI10#$ \n\t\u0000\u00a0é０Ａ\ud83d😀'),
);

/** A change to a password; the place counts from 0 to 1. */
const change = fc.record({
  edit: fc.constantFrom('keep', 'replace', 'insert', 'remove', 'double', 'upper', 'lower', 'swap'),
  place: fc.double({ min: 0, max: 1, noNaN: true }),
  character,
});

/** A change to the body that carries it. */
const wrapping = fc.oneof(
  { weight: 8, arbitrary: fc.constant((password: string) => JSON.stringify({ password })) },
  fc.constant((password: string) => JSON.stringify({ password, length: [...password].length })),
  fc.constant((password: string) => JSON.stringify({ password: [password] })),
  fc.constant((password: string) => JSON.stringify({ password: { toString: password } })),
  fc.constant((password: string) => JSON.stringify({ passwords: password })),
  fc.constant((password: string) => JSON.stringify([{ password }])),
  fc.constant((password: string) => `{"password":"x","password":${JSON.stringify(password)}}`),
  fc.constant((password: string) => `{"__proto__":{"password":${JSON.stringify(password)}}}`),
  fc.constant((password: string) => `\ufeff ${JSON.stringify({ password, strength: password })}`),
  fc.nat(60).map((at) => (password: string) => JSON.stringify({ password }).slice(0, at)),
  fc.json().map((json) => () => json),
  fc.string().map((text) => () => text),
);

type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

function changed(password: string, { edit, place, character: other }: Change): string {
  const at = Math.floor(place * password.length);
  const [before, after] = [password.slice(0, at), password.slice(at)];
  if (edit === 'replace') return before + other + after.slice(1);
  if (edit === 'insert') return before + other + after;
  if (edit === 'remove') return before + after.slice(1);
  if (edit === 'double') return password + password;
  if (edit === 'upper') return password.toUpperCase();
  if (edit === 'lower') return password.toLowerCase();
  return edit === 'swap' ? after + before : password;
}

/** The request checked in another way than the product's: by regular expressions, one rule a line. */
function fits(password: string, options: PasswordOptions): boolean {
  const excluded = [...options.exclude, ...(options.avoidLookAlikes ? "Il1|!O0o'`" : '')];
  return (
    /^[!-~]*$/.test(password) &&
    password.length === options.length &&
    /[A-Z]/.test(password) === options.uppercase &&
    /[a-z]/.test(password) === options.lowercase &&
    /[0-9]/.test(password) === options.numbers &&
    /[^A-Za-z0-9]/.test(password) === options.symbols &&
    !excluded.some((one) => password.includes(one))
  );
}

it('accepts only those of 10,000 mutated replies that meet the request', async () => {
  const tally = { accepted: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(
      options,
      fc.nat(),
      fc.array(change, { maxLength: 2 }),
      wrapping,
      async (options, seed, changes, wrap) => {
        const made = generate({ kind: 'password', ...options }, seededRandom(seed));
        fc.pre(made.ok);
        const password = changes.reduce(changed, made.ok ? made.password : '');
        const body = wrap(password);
        const fetch = async () => new Response(body);
        const result = await callServer('http://127.0.0.1:8787', { options, redraws: 0 }, { fetch });
        const text = JSON.stringify(result);
        expect(text).not.toContain(KEY);
        tally[result.ok ? 'accepted' : 'refused']++;
        if (result.ok) expect(fits(result.password, options), result.password).toBe(true);
        else if (password.length >= 8) expect(text).not.toContain(JSON.stringify(password).slice(1, -1));
        if (body === JSON.stringify({ password })) expect(result.ok).toBe(fits(password, options));
      },
    ),
    { numRuns: 10_000 },
  );
  // The mutations must produce both results, or the test would show nothing.
  expect(tally.accepted).toBeGreaterThan(1000);
  expect(tally.refused).toBeGreaterThan(1000);
}, 60_000);
