/** Why a text cannot be the base URL of a password server. */
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
  /** Normalised, without a slash at the end. */
  readonly url: string;
  readonly origin: string;
  /**
   * The match pattern of the permission to request. It has no port, because Firefox's patterns allow none; in
   * Chromium it then covers every port of the host.
   */
  readonly matchPattern: string;
  /** Whether the server is on this computer, so that no network is needed and http is safe. */
  readonly loopback: boolean;
}

/** A base URL, or the first problem with the text. */
export type BaseUrlResult =
  | ({ readonly ok: true } & BaseUrl)
  | { readonly ok: false; readonly code: BaseUrlProblem };

/**
 * Parses a base URL as a person types it: https, or http on loopback only. It may have a host, a port and a
 * path, but no credentials, query or fragment, because they would be lost or sent to the wrong place.
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

/** Checks the text itself, because the URL parser silently drops empty parts and inner line breaks. */
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
 * The only two names of this computer that policies can express. A content security policy cannot contain
 * `[::1]`, nor a match pattern 127.0.0.0/8. The URL parser has normalised every spelling of the two.
 */
function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '127.0.0.1';
}
