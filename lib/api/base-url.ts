/** Why a text is not the base URL of a password server. */
export type BaseUrlProblem =
  | 'empty'
  | 'no_scheme'
  | 'not_a_url'
  | 'not_https'
  | 'http_not_loopback'
  | 'has_credentials'
  | 'has_query'
  | 'has_fragment';

/** A base URL that a key may be sent to. */
export interface BaseUrl {
  /** Normalised, without a slash at its end. */
  readonly url: string;
  readonly origin: string;
  /**
   * The match pattern of the permission to ask for. It names no port, since Firefox's patterns have none; in
   * Chromium it then covers every port of that host.
   */
  readonly matchPattern: string;
  /** The server is on this machine: no network is needed, and http is safe. */
  readonly loopback: boolean;
}

export type BaseUrlResult =
  | ({ readonly ok: true } & BaseUrl)
  | { readonly ok: false; readonly code: BaseUrlProblem };

/**
 * Reads what a person typed as a base URL: https, or http on loopback alone, and nothing in it but host, port and
 * path, since credentials, queries and fragments would be lost or sent where they do not belong.
 */
export function parseBaseUrl(text: string): BaseUrlResult {
  const trimmed = text.trim();
  const url = URL.canParse(trimmed) ? new URL(trimmed) : undefined;
  const code = shapeProblem(trimmed) ?? (url ? originProblem(url) : 'not_a_url');
  if (code || !url) return { ok: false, code: code ?? 'not_a_url' };
  return {
    ok: true,
    url: (url.origin + url.pathname).replace(/\/+$/, ''),
    origin: url.origin,
    matchPattern: `${url.protocol}//${url.hostname}/*`,
    loopback: isLoopback(url.hostname),
  };
}

/** What the text itself shows, before the URL parser drops empty parts and inner line breaks in silence. */
function shapeProblem(text: string): BaseUrlProblem | undefined {
  if (text === '') return 'empty';
  const [, authority] = /^[a-z][a-z0-9+.-]*:\/\/([^/?#]*)/i.exec(text) ?? [];
  if (authority === undefined) return 'no_scheme';
  if (/[\s\\\p{Cc}]/u.test(text)) return 'not_a_url';
  if (authority.includes('@')) return 'has_credentials';
  if (text.includes('#')) return 'has_fragment';
  return text.includes('?') ? 'has_query' : undefined;
}

function originProblem({ protocol, hostname }: URL): BaseUrlProblem | undefined {
  if (protocol === 'https:') return undefined;
  if (protocol !== 'http:') return 'not_https';
  return isLoopback(hostname) ? undefined : 'http_not_loopback';
}

/**
 * The two names of this machine that everything else can name too: a content security policy has no way to write
 * `[::1]`, nor a match pattern to write 127.0.0.0/8. The URL parser has brought every way of writing them to one form.
 */
function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '127.0.0.1';
}
