/** A list of sites' rules, as `loadSiteList` gives it. */
export interface SiteList {
  /** When it was taken from the public list, as an ISO date. */
  readonly date: string;
  /** The first 12 hexadecimal digits of the SHA-256 of the file that it was made from. */
  readonly version: string;
  /** Rules texts by host. */
  readonly rules: ReadonlyMap<string, string>;
}

/** Loads the bundled list; a file of its own, which is loaded only when it is asked for. */
export async function loadSiteList(): Promise<SiteList> {
  const { date, version, coded } = await import('./data.ts');
  return { date, version, rules: decodeList(coded) };
}

/** What stands for a frequent piece of a rules text in the coded list. */
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

/** The text of a coded line: capitals outside of brackets stand for words, a space between two rules for `; `. */
export function decodeRules(coded: string): string {
  return coded.replace(/\[.*?\]+(?=[ ,]|$)|[A-Z]| /g, (part) => {
    if (part === ' ') return '; ';
    return CODES.find(([code]) => code === part)?.[1] ?? part;
  });
}

/** The list of a coded text: lines of hosts that share a rule, a tab and the coded rule. */
export function decodeList(coded: string): ReadonlyMap<string, string> {
  const rules = new Map<string, string>();
  for (const line of coded.split('\n')) {
    const [hosts = '', rule = ''] = line.split('\t');
    for (const host of hosts.split(' ')) rules.set(host, decodeRules(rule));
  }
  return rules;
}

/**
 * The rules text for a host (`shop.example.com`): its own entry, else that of the nearest parent domain that has one. A
 * domain of one label is never looked up, and of what is shared by many (`co.uk`) no list has an entry.
 */
export function rulesForHost(list: Pick<SiteList, 'rules'>, host: string): string | undefined {
  const labels = host.toLowerCase().replace(/\.$/, '').split('.');
  for (let from = 0; labels.length - from > 1; from++) {
    const rules = list.rules.get(labels.slice(from).join('.'));
    if (rules !== undefined) return rules;
  }
  return undefined;
}
