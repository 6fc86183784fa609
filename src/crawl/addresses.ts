import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';
import type { Plan } from '../model/plan.ts';

const PRIVATE = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const) {
  PRIVATE.addSubnet(network, prefix, 'ipv4');
  // The same networks behind a translator (RFC 6052) and through a tunnel (RFC 3056).
  const [a = 0, b = 0, c = 0, d = 0] = network.split('.').map(Number);
  PRIVATE.addSubnet(`64:ff9b::${network}`, 96 + prefix, 'ipv6');
  PRIVATE.addSubnet(`2002:${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}::`, 16 + prefix, 'ipv6');
}
for (const [network, prefix] of [
  ['::', 127],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  PRIVATE.addSubnet(network, prefix, 'ipv6');

/** Loopback, private, link-local and other addresses that are no public server. */
export function isPrivateAddress(address: string): boolean {
  const family = isIP(address);
  return family !== 0 && PRIVATE.check(address, family === 4 ? 'ipv4' : 'ipv6');
}

/** The address of a host by DNS, or null where it has none, or any that is private. */
export async function publicAddress(host: string): Promise<string | null> {
  const addresses = await lookup(host, { all: true }).catch(() => []);
  const [first] = addresses;
  return first && !addresses.some(({ address }) => isPrivateAddress(address)) ? first.address : null;
}

/** Where the plan says that a host is to be found, instead of asking DNS. */
export interface Pinned {
  readonly address: string;
  readonly port: number | null;
}

/**
 * The addresses that the plan itself names: by `crawl.resolve`, or by a `site.home` that is written with one. Only these
 * may be private.
 */
export function pinnedHosts({ site, crawl }: Pick<Plan, 'site' | 'crawl'>): ReadonlyMap<string, Pinned> {
  const pinned = new Map<string, Pinned>();
  const home = new URL(site.home).hostname;
  const literal = home.replace(/^\[|\]$/g, '');
  if (isIP(literal) !== 0) pinned.set(home, { address: literal, port: null });
  else if (home === 'localhost') pinned.set(home, { address: '127.0.0.1', port: null });
  for (const [host, target] of Object.entries(crawl.resolve)) {
    const colon = target.lastIndexOf(':');
    const address = target.slice(0, colon).replace(/^\[|\]$/g, '');
    pinned.set(host, { address, port: Number(target.slice(colon + 1)) });
  }
  return pinned;
}
