import { allowedFrames } from '../../lib/storage/allowed-frames.ts';
import { apiActivity } from '../../lib/storage/api-activity.ts';
import { keyItems } from '../../lib/storage/api-keys.ts';
import { apiPassword, seenInPrivate, seenPasswords } from '../../lib/storage/api-passwords.ts';
import { apiSettings } from '../../lib/storage/api-settings.ts';
import { clipboardSettings } from '../../lib/storage/clipboard-settings.ts';
import { forgottenCopy } from '../../lib/storage/forgotten-copy.ts';
import { chosenKind, fillKind, kindOptions } from '../../lib/storage/kind-options.ts';
import { lastOutcome } from '../../lib/storage/last-outcome.ts';
import { learntRules, privateLearntRules } from '../../lib/storage/learnt-rules.ts';
import { formerKeyItems } from '../../lib/storage/migrate-key.ts';
import { pendingFill } from '../../lib/storage/pending-fill.ts';
import { pinHintShown } from '../../lib/storage/pin-hint.ts';
import { rateLimits } from '../../lib/storage/rate-limits.ts';
import { recentPasswords } from '../../lib/storage/recent-passwords.ts';
import { siteRecipes } from '../../lib/storage/site-recipes.ts';
import type { StoredItem } from '../../lib/storage/stored-item.ts';
import { unlockTries } from '../../lib/storage/unlock-tries.ts';

const LOCKED = { salt: 'c2FsdHNhbHRzYWx0', iv: 'aXZpdml2aXY=', data: 'ZGF0YQ==', iterations: 600_000 };
const INFO = { ending: '4735', savedAt: 1_780_000_000_000 };
const KEY_INFO = { id: 'k1', service: 'tinyfn https://a.example', keeping: 'device', ...INFO };
const BOUND = { code: 'limited', characters: '0123456789', max: 2 };
const NOTES = {
  host: 'example.com',
  adjustments: [
    { code: 'shortened', to: 12, by: 'length' },
    { code: 'class_removed', characterClass: 'symbols', by: 'text' },
    { code: 'class_added', characterClass: 'space', characters: ' ' },
    { code: 'bound_ignored', bound: BOUND, by: 'list' },
    { code: 'pattern_ignored' },
  ],
  unmet: { code: 'required', characters: 'abc', min: 1 },
  bits: 71.2,
  strength: 'strong',
};
const ERROR = { code: 'out_of_range', option: 'length', message: 'Option "length"', range: [4, 128] };
const FAILURE = { host: 'api.example.com', problem: { code: 'rate_limited', status: 429, detail: 'Slow' } };
const OUTCOMES = [
  { code: 'filled', fields: 2, site: NOTES, weak: true, insteadOf: FAILURE, madeBy: 'x' },
  {
    code: 'changed',
    problems: [
      { kind: 'truncated', to: 8 },
      { kind: 'invalid', reason: 'page' },
    ],
    madeBy: 'x',
  },
  { code: 'impossible', error: ERROR },
  { code: 'pin_refused', bound: BOUND },
  { code: 'api_failed', failure: FAILURE },
  { code: 'foreign_frame', host: 'example.org' },
  { code: 'too_long', maxLength: 8 },
  { code: 'no_field' },
  { code: 'moved', madeBy: 'x' },
  { code: 'not_saved' },
  { code: 'failed' },
  { code: 'policy_blocked' },
  { code: 'local_file' },
];
const ENTRY = { id: 'a1', password: 'pass-word-1', at: 1, host: 'example.com', copiedAt: 2, madeBy: 'x' };
const CALL = { at: 1, origin: 'https://example.com', outcome: 'blocked', status: 500, durationMs: 12 };
const RULES = 'minlength: 8; maxlength: 12;';
/** Names that hosts can have, and that every object has as members. */
export const MEMBER_NAMES = ['constructor', 'toString', '__proto__', 'hasOwnProperty', 'valueOf'];
const byHost = (value: unknown) => [...MEMBER_NAMES, 'a.example'].map((host) => [host, value]);

/** Each stored item with its area, its version and values as Passmint writes them. */
export const STORED_ITEMS: readonly (readonly [
  item: StoredItem<unknown>,
  area: 'local' | 'session',
  version: number,
  samples: readonly unknown[],
])[] = [
  [apiActivity, 'session', 1, [[CALL, { ...CALL, outcome: 'ok' }]]],
  [rateLimits, 'session', 1, [[['https://example.com', 1_780_000_000_000]]]],
  [
    keyItems[0],
    'local',
    1,
    [
      [
        { ...KEY_INFO, keeping: 'passphrase', locked: LOCKED },
        { ...KEY_INFO, wrapped: { iv: LOCKED.iv, data: LOCKED.data }, isLost: true },
      ],
    ],
  ],
  [keyItems[1], 'session', 1, [[{ ...KEY_INFO, key: 'secret-key-1' }]]],
  [keyItems[2], 'local', 1, [[['k1', 1_780_000_000_001]]]],
  [formerKeyItems[0], 'local', 1, [{ key: 'secret-key-1', info: INFO }, null]],
  [formerKeyItems[1], 'local', 1, [{ locked: LOCKED, info: INFO }]],
  [
    apiPassword,
    'session',
    1,
    [
      {
        ...{ id: 'x', password: 'pw', host: 'h', entropyAtMostBits: 100, strengthAtMost: 'strong' },
        serverClaims: { entropyBits: 90 },
        oldKeyDays: 120,
        incognito: true,
      },
    ],
  ],
  [seenPasswords, 'session', 1, [['a', 'b']]],
  [seenInPrivate, 'session', 1, [['a', 'b']]],
  [
    apiSettings,
    'local',
    2,
    [
      {
        ...{
          on: true,
          preset: 'custom',
          baseUrls: { custom: 'https://a.example' },
          timeLimitSeconds: 9,
          fallback: 'local',
        },
        custom: { path: '/p', keyHeader: 'K', parameters: { length: 'len' }, replyField: 'pw' },
        reminderDays: 0,
      },
    ],
  ],
  [clipboardSettings, 'local', 1, [{ seconds: 90, offer: false }]],
  [forgottenCopy, 'session', 1, [{ salt: 's', digest: '1,2,3', copiedAt: 3 }, null]],
  [chosenKind, 'local', 2, [{ popup: 'pin', fill: 'passphrase' }]],
  [fillKind, 'local', 2, [{ popup: 'pin', fill: 'passphrase' }]],
  [kindOptions.password, 'local', 2, [{ length: 30, symbols: false, exclude: 'abc', minNumbers: 2 }]],
  [kindOptions.passphrase, 'local', 1, [{ words: 5, separator: '.' }]],
  [kindOptions.pin, 'local', 1, [{ length: 8 }]],
  [kindOptions.pronounceable, 'local', 1, [{ syllables: 7 }]],
  [
    lastOutcome,
    'session',
    1,
    OUTCOMES.map((outcome) => ({ outcome, host: 'example.com', at: 1, incognito: false, noToolbar: true })),
  ],
  [learntRules, 'session', 2, [byHost(['At most 12 characters'])]],
  [privateLearntRules, 'session', 2, [byHost(['At most 12 characters'])]],
  [
    pendingFill,
    'session',
    2,
    [
      {
        tabId: 1,
        pageId: 'A',
        origin: 'https://h',
        matchPattern: 'https://h/*',
        password: 'pw',
        at: 1,
        outcome: OUTCOMES[0],
      },
    ],
  ],
  [allowedFrames, 'local', 1, [['https://accounts.example']]],
  [pinHintShown, 'local', 1, [true]],
  [recentPasswords, 'session', 1, [OUTCOMES.map((outcome) => ({ ...ENTRY, outcome }))]],
  [siteRecipes, 'local', 2, [byHost(RULES)]],
  [unlockTries, 'local', 1, [{ wrong: 3, nextAt: 1_780_000_000_000 }]],
];
