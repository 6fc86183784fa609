import type { NetCode, NetPhase } from '../model/capture.ts';

/** Why no whole answer came. */
export interface NetFailure {
  readonly code: NetCode;
  readonly phase: NetPhase;
  readonly message: string;
}

const BY_CODE: Readonly<Record<string, readonly [NetCode, NetPhase]>> = {
  ENOTFOUND: ['dns', 'dns'],
  EAI_AGAIN: ['dns', 'dns'],
  EAI_FAIL: ['dns', 'dns'],
  EAI_NODATA: ['dns', 'dns'],
  ECONNREFUSED: ['refused', 'connect'],
  EHOSTUNREACH: ['refused', 'connect'],
  ENETUNREACH: ['refused', 'connect'],
  ETIMEDOUT: ['timeout', 'connect'],
  UND_ERR_CONNECT_TIMEOUT: ['timeout', 'connect'],
  UND_ERR_HEADERS_TIMEOUT: ['timeout', 'send'],
  UND_ERR_BODY_TIMEOUT: ['timeout', 'body'],
  UND_ERR_HEADERS_OVERFLOW: ['protocol', 'send'],
  ECONNRESET: ['reset', 'send'],
  EPIPE: ['reset', 'send'],
  UND_ERR_SOCKET: ['reset', 'send'],
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: ['protocol', 'body'],
};
const TLS = /^(?:ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|EPROTO|HOSTNAME_MISMATCH)/;

/** The closed code and phase of an error of the HTTP client; `headersSeen` moves it to the body. */
export function netFailure(error: unknown, headersSeen: boolean): NetFailure {
  const cause = innermost(error);
  const name = cause.code ?? cause.name;
  const [code, phase] = BY_CODE[name] ?? (TLS.test(name) ? (['tls', 'tls'] as const) : (['protocol', 'send'] as const));
  return { code, phase: headersSeen ? 'body' : phase, message: `${name}: ${cause.message}` };
}

/** A connection that tried several addresses reports the errors of all; the first says enough. */
function innermost(error: unknown): Error & { code?: string } {
  const given = error instanceof Error ? error : new Error(String(error));
  if (given instanceof AggregateError && given.errors.length > 0) return innermost(given.errors[0]);
  return given;
}
