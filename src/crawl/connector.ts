import dns from 'node:dns';
import { isIP } from 'node:net';
import { buildConnector } from 'undici';
import { isPrivateAddress, type Pinned } from './addresses.ts';
import { inPhase } from './net-error.ts';

/** A host that the plan does not pin turned out to have a private address. */
export class PrivateAddressError extends Error {
  constructor(host: string, address: string) {
    super(`${host} has the private address ${address}`);
    this.name = 'PrivateAddressError';
  }
}

/**
 * Connects pinned hosts where the plan says, all others by DNS, and refuses to connect to private addresses: the address
 * that was looked at is the one that is connected to, so that a name cannot change its mind in between. Errors carry the
 * phase they happened in.
 */
export function pinnedConnector(pinned: ReadonlyMap<string, Pinned>, timeout: number): buildConnector.connector {
  const encrypt = buildConnector({ timeout });
  return (options, callback) => {
    const pin = pinned.get(options.hostname);
    const literal = (pin?.address ?? options.hostname).replace(/^\[|\]$/g, '');
    if (!pin && isPrivateAddress(literal)) {
      callback(new PrivateAddressError(options.hostname, literal), null);
      return;
    }
    let found = isIP(literal) !== 0;
    const lookup: typeof publicLookup = (host, how, back) =>
      publicLookup(host, how, (...answer) => {
        found = true;
        back(...answer);
      });
    const secure = options.protocol === 'https:';
    const port = pin && pin.port !== null ? String(pin.port) : options.port || (secure ? '443' : '80');
    const connect = buildConnector({ timeout, lookup, autoSelectFamily: true });
    connect({ ...options, hostname: literal, port, protocol: 'http:' }, (error, socket) => {
      if (error) callback(inPhase(error, found ? 'connect' : 'dns'), null);
      else if (!secure) callback(null, socket);
      else {
        // The name that the certificate has to be for is that of the address asked for, wherever it was found.
        const servername = options.servername ?? (isIP(options.hostname) === 0 ? options.hostname : '');
        encrypt({ ...options, servername, httpSocket: socket }, (failed, encrypted) => {
          if (failed) {
            socket.destroy();
            callback(inPhase(failed, 'tls'), null);
          } else callback(null, encrypted);
        });
      }
    });
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
