import dns from 'node:dns';
import { isIP } from 'node:net';
import { buildConnector } from 'undici';
import { isPrivateAddress, type Pinned } from './addresses.ts';

/** A host that the plan does not pin turned out to have a private address. */
export class PrivateAddressError extends Error {
  constructor(host: string, address: string) {
    super(`${host} has the private address ${address}`);
    this.name = 'PrivateAddressError';
  }
}

/** Connects pinned hosts where the plan says, all others by DNS, and refuses to connect to private addresses. */
export function pinnedConnector(pinned: ReadonlyMap<string, Pinned>, timeoutMs: number): buildConnector.connector {
  const connect = buildConnector({ timeout: timeoutMs, lookup: publicLookup, autoSelectFamily: true });
  return (options, callback) => {
    const pin = pinned.get(options.hostname);
    if (pin) {
      const servername = options.servername ?? (isIP(options.hostname) === 0 ? options.hostname : '');
      const port = pin.port === null ? options.port : String(pin.port);
      connect({ ...options, hostname: pin.address, port, servername }, callback);
      return;
    }
    const literal = options.hostname.replace(/^\[|\]$/g, '');
    if (isPrivateAddress(literal)) callback(new PrivateAddressError(options.hostname, literal), null);
    else connect(options, callback);
  };
}

function publicLookup(
  host: string,
  options: dns.LookupOptions,
  callback: (error: NodeJS.ErrnoException | null, address: string | dns.LookupAddress[], family?: number) => void,
): void {
  dns.lookup(host, { ...options, all: true }, (error, addresses) => {
    const [first] = addresses ?? [];
    const secret = addresses?.find(({ address }) => isPrivateAddress(address));
    if (error || !first) callback(error ?? new Error(`no address for ${host}`), []);
    else if (secret) callback(new PrivateAddressError(host, secret.address), []);
    else if (options.all) callback(null, addresses);
    else callback(null, first.address, first.family);
  });
}
