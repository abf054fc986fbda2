import { BlockList, isIP, isIPv6, SocketAddress } from 'node:net';

/** A set of addresses and ranges. */
export interface AddressList {
  readonly isEmpty: boolean;
  has(address: string): boolean;
}

/** The most bits of a prefix, by family. */
const BITS = { ipv4: 32, ipv6: 128 } as const;

const familyOf = (address: string) => (isIPv6(address) ? 'ipv6' : 'ipv4');

/** Why a text is neither an address nor a range in CIDR notation; `undefined` if it is one. */
export function rangeProblem(text: string): string | undefined {
  const [address = '', prefix, ...rest] = text.split('/');
  const isAddress = isIP(address) !== 0 && !address.includes('%') && rest.length === 0;
  if (!isAddress) return `“${text}” isn’t an IP address or range. Use one like 10.0.0.0/8 or 2001:db8::/32.`;
  const most = BITS[familyOf(address)];
  const isPrefix = prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= most);
  return isPrefix ? undefined : `The range “${text}” must end in a number from 0 to ${most}.`;
}

/** The set of valid addresses and ranges. */
export function addressList(ranges: readonly string[]): AddressList {
  const list = new BlockList();
  for (const range of ranges) {
    const [address = '', prefix] = range.split('/');
    const family = familyOf(address);
    list.addSubnet(address, Number(prefix ?? BITS[family]), family);
  }
  return {
    isEmpty: ranges.length === 0,
    has: (address) => isIP(address) !== 0 && list.check(address, familyOf(address)),
  };
}

const LOOPBACK = addressList(['127.0.0.0/8', '::1']);

/** Whether an address is of this computer. */
export const isLoopback = (address: string): boolean => LOOPBACK.has(plainAddress(address));

/** An address as people write it: an IPv4 address that IPv6 carries (`::ffff:10.0.0.1`) as IPv4. */
export function plainAddress(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  return mapped ?? address;
}

/**
 * The address of a client behind trusted proxies. `X-Forwarded-For` is read from the right, because a client
 * can put anything to the left of what the proxies add. It counts only if the connection is of a proxy.
 */
export function clientAddress(peer: string, forwarded: string | undefined, proxies: AddressList): string {
  let address = plainAddress(peer);
  const hops = forwarded?.split(',').map((hop) => hop.trim()) ?? [];
  while (hops.length > 0 && proxies.has(address)) {
    const hop = plainAddress(hops.pop() as string);
    if (isIP(hop) === 0) break;
    address = hop;
  }
  return address;
}

/** What failed attempts are counted by: an IPv4 address or, of IPv6, the /64 that one customer has. */
export function attemptKey(address: string): string {
  if (!isIPv6(address)) return address;
  const groups = new SocketAddress({ address, family: 'ipv6' }).address.split('%')[0] as string;
  const [head = '', tail = ''] = groups.split('::');
  const count = (part: string) => part.split(':').filter((group) => group !== '').length;
  const zeros = groups.includes('::') ? 8 - count(head) - count(tail) : 0;
  const all = [...head.split(':'), ...Array(zeros).fill('0'), ...tail.split(':')].filter((one) => one !== '');
  return `${all.slice(0, 4).join(':')}::/64`;
}
