import cryptoRandomString from 'crypto-random-string';
import effDiceware from 'eff-diceware-passphrase';
import { generate as generatePassword } from 'generate-password';
import { customAlphabet } from 'nanoid';
import passgen from 'passgen';
import * as utilities from 'secure-password-utilities';
import { DEFAULT_WORDLIST } from 'secure-password-utilities/wordlists';
import secureRandomPassword from 'secure-random-password';
import { CHARACTERS } from '../../lib/generator/charset.ts';
import {
  type CompileResult,
  compile,
  type GenerateRequest,
  type WordList,
} from '../../lib/generator/index.ts';
import type { Contestant, Job } from './contest.ts';

const { uppercase, lowercase, numbers, symbols } = CHARACTERS;
const ALPHANUMERIC = uppercase + lowercase + numbers;
const ALL = ALPHANUMERIC + symbols;

const contestant = (name: string, exact: Contestant['exact'], make: () => string) => ({ name, exact, make });

function made(request: GenerateRequest | Parameters<typeof compile>[0]): CompileResult & { ok: true } {
  const compiled = compile(request);
  if (!compiled.ok) throw new Error(compiled.error.message);
  return compiled;
}

/** A job with this generator as its first contestant, and what it drew from. */
function job(name: string, request: Parameters<typeof compile>[0], peers: readonly Contestant[]) {
  const { next, entropyBits } = made(request);
  const ours = contestant('passmint', 'yes', next);
  return { name, bits: entropyBits, contestants: [ours, ...peers] } satisfies Job;
}

function strings(length: number): Contestant[] {
  const nano = customAlphabet(ALL, length);
  const options = { length, numbers: true, symbols: true, uppercase: true, lowercase: true, strict: true };
  const sets = [lowercase, uppercase, numbers, symbols];
  const { lower, upper, digits, symbols: signs } = secureRandomPassword;
  const one = { digits: { min: 1 }, symbols: { min: 1 }, lowercase: { min: 1 }, uppercase: { min: 1 } };
  return [
    contestant('generate-password strict', 'yes', () => generatePassword({ ...options })),
    contestant('nanoid (no class guarantee)', 'no', nano),
    contestant('secure-password-utilities', 'no', () => utilities.generatePassword(length, one)),
    contestant('secure-random-password', 'no', () =>
      secureRandomPassword.randomPassword({ length, characters: [lower, upper, digits, signs] }),
    ),
    contestant('crypto-random-string (no class guarantee)', 'no', () =>
      cryptoRandomString({ length, type: 'ascii-printable' }),
    ),
    contestant('passgen (no class guarantee)', 'no', () => passgen.create(length, sets.join(''))),
  ];
}

function alphanumeric(): Contestant[] {
  const nano = customAlphabet(ALPHANUMERIC, 20);
  const options = { length: 20, numbers: true, symbols: false, uppercase: true, lowercase: true };
  return [
    contestant('generate-password', 'yes', () => generatePassword({ ...options })),
    contestant('nanoid', 'yes', nano),
    contestant('secure-password-utilities', 'no', () =>
      utilities.generatePassword(20, { digits: true, symbols: false, lowercase: true, uppercase: true }),
    ),
    contestant('secure-random-password', 'yes', () =>
      secureRandomPassword.randomPassword({ length: 20, characters: ALPHANUMERIC }),
    ),
    contestant('crypto-random-string', 'yes', () => cryptoRandomString({ length: 20, type: 'alphanumeric' })),
    contestant('passgen', 'no', () => passgen.create(20)),
  ];
}

function pins(): Contestant[] {
  const nano = customAlphabet(numbers, 6);
  const options = { length: 6, numbers: true, symbols: false, uppercase: false, lowercase: false };
  return [
    contestant('generate-password', 'yes', () => generatePassword({ ...options })),
    contestant('nanoid', 'yes', nano),
    contestant('secure-password-utilities', 'yes', () => utilities.generatePin(6)),
    contestant('secure-random-password', 'yes', () =>
      secureRandomPassword.randomPassword({ length: 6, characters: numbers }),
    ),
    contestant('crypto-random-string', 'yes', () => cryptoRandomString({ length: 6, type: 'numeric' })),
    contestant('passgen', 'no', () => passgen.create(6, numbers)),
  ];
}

const LIMITS = new Uint8Array(4096);
const CALL = new Uint8Array(16);

/** What no generator can be faster than, and what one call of the system costs. */
export function floors(): Contestant[] {
  return [
    contestant('getRandomValues, 4 KiB', '-', () => {
      crypto.getRandomValues(LIMITS);
      return 'x';
    }),
    contestant('getRandomValues, 16 bytes', '-', () => {
      crypto.getRandomValues(CALL);
      return 'x';
    }),
  ];
}

/** The five jobs. `phrases` are peers that run in one of the places only. */
export function jobs(list: WordList, phrases: readonly Contestant[] = []): Job[] {
  const plain = { alphabet: ALPHANUMERIC, required: [], minLength: 20, maxLength: 20 };
  return [
    job('16 characters, all classes', { kind: 'password', length: 16 }, [...strings(16), ...floors()]),
    job('20 alphanumeric', plain, alphanumeric()),
    job('PIN of 6 digits', { kind: 'pin', length: 6 }, pins()),
    job('128 characters, all classes', { kind: 'password', length: 128 }, strings(128)),
    job('six words', { kind: 'passphrase', list, words: 6 }, [
      contestant('eff-diceware-passphrase', 'no', () => effDiceware(6).join('-')),
      contestant('secure-password-utilities', 'yes', () =>
        utilities.generatePassphrase(6, DEFAULT_WORDLIST, '-'),
      ),
      ...phrases,
    ]),
  ];
}

/** Random bytes that this generator draws for one password of each job, over 200,000 passwords. */
export function bytesDrawn(all: readonly Job[]): Record<string, number> {
  const { getRandomValues } = crypto;
  const drawn: Record<string, number> = {};
  for (const { name, contestants } of all) {
    let bytes = 0;
    crypto.getRandomValues = (array) => {
      bytes += array?.byteLength ?? 0;
      return getRandomValues.call(crypto, array as never) as typeof array;
    };
    for (let i = 0; i < 200_000; i++) contestants[0]?.make();
    drawn[name] = bytes / 200_000;
  }
  crypto.getRandomValues = getRandomValues;
  return drawn;
}
