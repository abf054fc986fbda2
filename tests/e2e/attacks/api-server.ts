import type { ServerResponse } from 'node:http';
import { DEFAULT_OPTIONS } from '../../../lib/generator/index.ts';
import {
  type Behaviour,
  cutBody,
  endlessBody,
  gzipBomb,
  hangUp,
  passwords,
  redirectTo,
  reply,
  silence,
  stalledBody,
} from '../../support/stub-behaviours.ts';
import type { TestPage } from '../browsers/types.ts';
import { KEY } from '../set-up-api.ts';
import type { Attack, AttackFamily } from './attack.ts';
import { verdict } from './attack.ts';
import { type AttackedApi, TIME_LIMIT_SECONDS } from './attacked-api.ts';

interface Answer {
  readonly ok: boolean;
  readonly reply?: { readonly ok: boolean };
}

declare const chrome: {
  readonly runtime: { sendMessage(message: unknown): Promise<Answer> };
  readonly storage: {
    readonly session: {
      get(key?: string): Promise<Record<string, unknown>>;
      remove(keys: string[]): Promise<void>;
    };
  };
};

/** What the extension did with a reply. */
interface Reaction {
  readonly ok: boolean;
  /** The password that it took. */
  readonly password: string;
  /** Everything that its pages may show or keep of the reply. */
  readonly shown: string;
  readonly tookMs: number;
}

const WAIT_MS = TIME_LIMIT_SECONDS * 1000 + 3000;

/** Requests a password as the popup does. */
function request(own: TestPage): Promise<Reaction> {
  return own.evaluate(
    async (options, waitMs) => {
      await chrome.storage.session.remove(['apiPassword', 'apiActivity', 'apiRateLimits']);
      const started = performance.now();
      const message = { name: 'popup-to-background:make-by-api', request: { options } };
      const late = new Promise<Answer>((resolve) => setTimeout(resolve, waitMs, { ok: false }));
      const sent = await Promise.race([chrome.runtime.sendMessage(message), late]);
      // The reply may stand in an envelope, which says whether there is one.
      const { reply: answer = sent } = sent;
      const tookMs = performance.now() - started;
      const { apiPassword, apiActivity } = await chrome.storage.session.get();
      const taken = (apiPassword as { value?: { password?: string } } | undefined)?.value;
      const shown = JSON.stringify([answer, apiActivity, taken && { ...taken, password: '' }]);
      return { ok: answer.ok, password: taken?.password ?? '', shown, tookMs };
    },
    DEFAULT_OPTIONS,
    WAIT_MS,
  );
}

/** The requested password checked by one regular expression a rule. */
function isAsRequested(password: string): boolean {
  const { length } = DEFAULT_OPTIONS;
  return (
    /^[!-~]+$/.test(password) &&
    password.length === length &&
    /[A-Z]/.test(password) &&
    /[a-z]/.test(password)
  );
}

const bytes = Buffer.from(KEY);
/** The key as somebody could write it who knows that it is searched for. */
const ENCODED = [bytes.toString('base64'), bytes.toString('hex'), [...KEY].reverse().join('')];

/** The ways in which a reply can do harm, whatever it is; empty if it did none. */
function harmOf({ ok, password, shown, tookMs }: Reaction, { elsewhere }: AttackedApi): string {
  if (tookMs >= WAIT_MS) return 'the popup never got an answer';
  if (elsewhere.requests.length > 0) return 'another server was called';
  if ([...ENCODED, KEY].some((form) => shown.includes(form) || password.includes(form)))
    return 'the key was shown';
  if (ok && !isAsRequested(password)) return 'a password was taken that nobody asked for';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
  if (/[\u0000-\u0008\u202a-\u202e\u2066-\u2069]|\\u00[01]/.test(shown))
    return 'unseen characters were shown';
  return shown.length > 2000 ? 'a page of text was shown' : '';
}

const GOOD = { length: 16, entropy_bits: 104.6, strength: 'very_strong' };
const FITTING = 'Ab1!Cd2?Ef3$Gh4%';

/** Writes a body piece by piece for as long as somebody reads it, every few milliseconds. */
const drip: Behaviour = (response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  const timer = setInterval(() => response.write(' '), 20);
  response.on('close', () => clearInterval(timer));
};

/** Writes bytes past Node, for replies that Node would not write. */
const raw =
  (text: string | Buffer): Behaviour =>
  (response: ServerResponse) =>
    void response.socket?.end(text);

const headersOf = (more: string) => `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n${more}\r\n\r\n`;

const BEHAVIOURS: readonly (readonly [name: string, behave: (api: AttackedApi) => Behaviour])[] = [
  [
    'sends the call to another origin (302)',
    ({ elsewhere }) => redirectTo(`${elsewhere.url}/v1/generate/password`),
  ],
  [
    'sends the call to another origin (307)',
    ({ elsewhere }) => redirectTo(`${elsewhere.url}/v1/generate/password`, 307),
  ],
  [
    'names another origin to refresh and to preload',
    ({ elsewhere }) =>
      reply(
        200,
        { ...GOOD, password: 'short' },
        { refresh: `0;url=${elsewhere.url}`, link: `<${elsewhere.url}>; rel=preload` },
      ),
  ],
  ['never answers', () => silence()],
  ['drips blanks for ever', () => drip],
  ['stops in the middle of the body', () => stalledBody('{"password":"')],
  ['sends a body without end', () => endlessBody()],
  ['sends an error without end', () => endlessBody(500)],
  ['packs 50 MB into a few kB', () => gzipBomb(50_000_000)],
  ['resets the connection', () => hangUp()],
  ['announces more bytes than it sends', () => cutBody('{"password":"')],
  [
    'announces fewer bytes than it sends',
    () => raw(`${headersOf('Content-Length: 20')}{"password":"${FITTING}"}`),
  ],
  [
    'announces two lengths',
    () => raw(`${headersOf('Content-Length: 2\r\nContent-Length: 31')}{"password":"${FITTING}"}`),
  ],
  ['breaks its chunks', () => raw(`${headersOf('Transfer-Encoding: chunked')}zz\r\n{}`)],
  ['answers without HTTP', () => raw('\u0000\u0001\u0002 hello')],
  ['reflects the key as the password', () => reply(200, { ...GOOD, password: KEY.slice(0, 16) })],
  ['reflects the key in an error', () => reply(400, { error: `Bad key ${KEY}` })],
  ['reflects the key in capitals and spaces', () => reply(400, { error: [...KEY.toUpperCase()].join(' ') })],
  ['reflects the key in base64', () => reply(400, { error: `Bad key ${ENCODED[0]}` })],
  ['reflects the key in hexadecimal', () => reply(400, { error: `Bad key ${ENCODED[1]}` })],
  ['reflects the key backwards', () => reply(400, { error: `Bad key ${ENCODED[2]}` })],
  ['reflects the key as a code', () => reply(400, { error: 'no', code: KEY })],
  ['claims success with an error', () => reply(200, { error: 'Pay first at evil.test' })],
  ['sends a page of errors', () => reply(500, { error: 'word '.repeat(100_000) })],
  ['sends unseen characters in an error', () => reply(500, { error: 'safe\u0000\u0007\u202etxt.exe\u2066' })],
  ['sends a number', () => reply(200, { ...GOOD, password: 1234567890123456 })],
  ['sends a list', () => reply(200, { ...GOOD, password: [FITTING] })],
  ['sends an object', () => reply(200, { ...GOOD, password: { toString: FITTING } })],
  ['sends the password in a prototype', () => reply(200, `{"__proto__":{"password":"${FITTING}"}}`)],
  ['sends NUL in the password', () => reply(200, { ...GOOD, password: `${FITTING.slice(0, 15)}\u0000` })],
  [
    'sends letters that only look like ASCII',
    () => reply(200, { ...GOOD, password: `${FITTING.slice(0, 15)}а` }),
  ],
  ['sends a huge password', () => reply(200, { ...GOOD, password: 'Ab1!'.repeat(1_000_000) })],
  ['sends a nest of a million brackets', () => reply(200, '['.repeat(1_000_000))],
  ['sends the key twice, the second too short', () => reply(200, `{"password":"${FITTING}","password":"x"}`)],
  [
    'sends UTF-16 as UTF-8',
    () => reply(200, Buffer.from(JSON.stringify({ ...GOOD, password: FITTING }), 'utf16le')),
  ],
  [
    'says that JSON is an image',
    () => reply(200, { ...GOOD, password: 'x' }, { 'content-type': 'image/png' }),
  ],
  [
    'asks for a login of the browser',
    () => reply(401, { error: 'who?' }, { 'www-authenticate': 'Basic realm="Passmint"' }),
  ],
  [
    'asks to wait for a thousand years',
    () => reply(429, { error: 'slow' }, { 'retry-after': '31536000000' }),
  ],
];

const attackOf = ([name, behave]: (typeof BEHAVIOURS)[number]): Attack => ({
  name: `runs a server that ${name}`,
  async run(arena) {
    const api = await arena.api();
    api.stub.reset();
    api.elsewhere.reset();
    api.stub.behave(behave(api));
    const reaction = await request(arena.own);
    if (api.stub.requests.length === 0) throw new Error(`The server was never called: ${reaction.shown}`);
    const harm = harmOf(reaction, api);
    return verdict(
      harm !== '',
      harm || `${reaction.ok ? 'taken' : 'refused'} in ${Math.round(reaction.tookMs)} ms`,
    );
  },
});

/** A server that remembers its callers by a cookie. */
const setsCookie: Attack = {
  name: 'runs a server that sets a cookie, to know the person again',
  async run(arena) {
    const { stub } = await arena.api();
    stub.reset();
    stub.behave((response, request) => {
      response.setHeader('set-cookie', 'who=you; Max-Age=9999');
      passwords(KEY)(response, request);
    });
    const reactions = [await request(arena.own), await request(arena.own)];
    // This server answers as it should, which shows that the others are refused for a reason.
    if (!reactions.every(({ ok }) => ok)) throw new Error(`A good reply was refused: ${reactions[0]?.shown}`);
    const cookies = stub.requests.filter(({ headers }) => headers.cookie !== undefined);
    return verdict(cookies.length > 0, `${cookies.length} cookies came back`);
  },
};

/** What a password server can do. */
export const apiServer: AttackFamily = {
  name: 'API server',
  attacks: [...BEHAVIOURS.map(attackOf), setsCookie],
};
