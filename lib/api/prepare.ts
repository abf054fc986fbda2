import { compile, type PasswordOptions } from '../generator/index.ts';
import { parseBaseUrl } from './base-url.ts';
import { passwordRequest } from './contract.ts';
import { headerNameProblem, keyProblem } from './header-text.ts';
import { type Preset, unmetOptions } from './presets.ts';
import { type CallFailure, failure } from './result.ts';

/** A call: the service, the key, the options and what a password must satisfy. */
export interface PasswordCall {
  readonly preset: Preset;
  /** Replaces the base URL of the preset. */
  readonly baseUrl?: string;
  readonly key: string;
  readonly options: PasswordOptions;
  /** Whether a password was returned before. */
  readonly seen?: (password: string) => boolean;
  /** Whether the site accepts a password. */
  readonly fits?: (password: string) => boolean;
  /**
   * How often to request again when a password breaks the policy or the site's rule by chance; 2 by default.
   */
  readonly redraws?: number;
}

/** A request that passed every check. */
export interface Prepared {
  readonly ok: true;
  readonly url: string;
  readonly loopback: boolean;
  readonly headers: Readonly<Record<string, string>>;
}

/** Checks everything that can be checked before anything is sent. */
export function prepare(call: PasswordCall): Prepared | CallFailure {
  const { preset, key, options } = call;
  const base = parseBaseUrl(call.baseUrl ?? preset.baseUrl);
  if (!base.ok) return failure('bad_base_url', { problem: base.code });
  if (!PATH.test(preset.path)) return failure('bad_path');
  const problem = headerNameProblem(preset.keyHeader);
  if (problem) return failure('bad_header_name', { problem });
  const wrongKey = keyProblem(key);
  if (wrongKey) return failure('bad_key', { problem: wrongKey });
  const wrongOptions = optionsFailure(preset, options);
  if (wrongOptions) return wrongOptions;
  const url = new URL(base.url + preset.path);
  url.search = preset.query(passwordRequest(options)).toString();
  const headers = { accept: 'application/json', [preset.keyHeader]: key };
  return { ok: true, url: url.href, loopback: base.loopback, headers };
}

/**
 * A path that begins with two slashes or a backslash could lead to another host, which would then get the
 * key.
 */
const PATH = /^\/(?![/\\])[^?#\\\s\p{Cc}]*$/u;

function optionsFailure(preset: Preset, options: PasswordOptions): CallFailure | undefined {
  const policy = compile({ kind: 'password', ...options });
  if (!policy.ok) return failure('impossible_options', { generatorError: policy.error });
  const unmet = unmetOptions(preset, options);
  return unmet.length > 0 ? failure('unsupported_option', { options: unmet }) : undefined;
}
