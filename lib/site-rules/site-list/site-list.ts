/** The bundled list of sites' rules. */
export interface SiteList {
  /** The ISO date of the copy of the public list. */
  readonly date: string;
  /** The first 12 hexadecimal digits of the SHA-256 of the copied file. */
  readonly version: string;
  /** Rules texts by host. */
  readonly rules: ReadonlyMap<string, string>;
}

/** Loads the bundled list, a file that is loaded only on demand. */
export async function loadSiteList(): Promise<SiteList> {
  const { date, version, coded } = await import('./data.ts');
  return { date, version, rules: decodeList(coded) };
}

/** The codes of frequent parts of a rules text. */
const CODES: readonly (readonly [string, string])[] = [
  ['N', 'minlength: '],
  ['X', 'maxlength: '],
  ['Q', 'max-consecutive: '],
  ['R', 'required: '],
  ['A', 'allowed: '],
  ['U', 'upper'],
  ['L', 'lower'],
  ['D', 'digit'],
  ['S', 'special'],
  ['P', 'ascii-printable'],
  ['C', 'unicode'],
];

/**
 * Decodes a rules text. Capitals outside brackets stand for words, and a space between two rules for `; `.
 */
export function decodeRules(coded: string): string {
  return coded.replace(/\[.*?\]+(?=[ ,]|$)|[A-Z]| /g, (part) => {
    if (part === ' ') return '; ';
    return CODES.find(([code]) => code === part)?.[1] ?? part;
  });
}

/** Decodes a list, in which each line has the hosts that share a rule, a tab and the coded rule. */
export function decodeList(coded: string): ReadonlyMap<string, string> {
  const rules = new Map<string, string>();
  for (const line of coded.split('\n')) {
    const [hosts = '', rule = ''] = line.split('\t');
    for (const host of hosts.split(' ')) rules.set(host, decodeRules(rule));
  }
  return rules;
}

/**
 * The rules text for a host such as `shop.example.com`, from its entry or that of the nearest parent domain.
 * Domains of one label are never looked up, and the list has no entry for shared suffixes such as `co.uk`.
 */
export function rulesForHost(
  list: { readonly rules: Pick<SiteList['rules'], 'get'> },
  host: string,
): string | undefined {
  const labels = host.toLowerCase().replace(/\.$/, '').split('.');
  for (let from = 0; labels.length - from > 1; from++) {
    const rules = list.rules.get(labels.slice(from).join('.'));
    if (rules !== undefined) return rules;
  }
  return undefined;
}
