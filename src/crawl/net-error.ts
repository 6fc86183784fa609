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
const TLS = /^(?:ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|EPROTO|HOSTNAME_MISMATCH|INVALID_CA|ERR_OSSL)/;
/** Servers that leave out the middle of their chain are common, and browsers that fetch it hide it from their owners. */
const INCOMPLETE = /^UNABLE_TO_(?:VERIFY_LEAF|GET_ISSUER)/;

const phases = new WeakMap<Error, NetPhase>();

/** Notes in which phase an error happened; gives it back. */
export function inPhase(error: Error, phase: NetPhase): Error {
  phases.set(error, phase);
  return error;
}

/** The closed code and phase of an error of the HTTP client; `headersSeen` moves it to the body. */
export function netFailure(error: unknown, headersSeen: boolean): NetFailure {
  const given = error instanceof Error ? error : new Error(String(error));
  const known = phases.get(given);
  const cause = innermost(given);
  const name = cause.code ?? cause.name;
  const [code, phase] = BY_CODE[name] ?? (TLS.test(name) || known === 'tls' ? TLS_FAULT : NO_HTTP);
  const note = INCOMPLETE.test(name) ? ' (the server does not send its whole certificate chain)' : '';
  return {
    code,
    phase: headersSeen ? 'body' : code === 'dns' || code === 'tls' ? phase : (known ?? phase),
    message: `${name}: ${cause.message}${note}`,
  };
}

const TLS_FAULT = ['tls', 'tls'] as const;
const NO_HTTP = ['protocol', 'send'] as const;

/** A connection that tried several addresses reports the errors of all; the first says enough. */
function innermost(error: Error): Error & { code?: string } {
  if (error instanceof AggregateError && error.errors[0] instanceof Error) return innermost(error.errors[0]);
  return error;
}
