/** The record types we write (WARC/1.1, ISO 28500:2017, section 6). */
export type WarcType = 'warcinfo' | 'request' | 'response' | 'metadata' | 'resource' | 'revisit';

export type HeaderPairs = readonly (readonly [name: string, value: string])[];

/**
 * `identical-payload-digest`: the same payload was sent again; `server-not-modified`: the server said 304, so that
 * nothing was sent.
 */
export type RevisitProfile = 'identical-payload-digest' | 'server-not-modified';

export interface RevisitOf {
  /** WARC-Target-URI and WARC-Date of the record that holds the payload. */
  readonly url: string;
  readonly date: string;
  /** Lower-case hex SHA-256 of its payload. */
  readonly payloadSha256: string;
  readonly profile: RevisitProfile;
}

/** A record to be written. Its id and digests are made when it is serialised. */
export interface WarcRecordDraft {
  readonly type: WarcType;
  /** WARC-Target-URI; null for warcinfo. */
  readonly url: string | null;
  /** ISO instant, UTC. */
  readonly date: string;
  /** Content-Type of the block. */
  readonly contentType: string;
  /** The start line and headers of an HTTP message, up to and with the empty line; absent for other blocks. */
  readonly httpHead?: Uint8Array;
  /** The block, or what follows `httpHead`: a body exactly as it was sent. */
  readonly payload: Uint8Array;
  /** Index, within the same append, of the record that this one was captured together with. */
  readonly concurrentTo?: number;
  /** Index, within the same append, of the record that this one describes or is another view of. */
  readonly refersTo?: number;
  /** For a `revisit` (section 6.7): the earlier record whose payload this answer has again; `payload` is then empty. */
  readonly revisitOf?: RevisitOf;
  /** Further named fields, such as WARC-IP-Address or WARC-Truncated. */
  readonly fields?: HeaderPairs;
}

/** A record that was read back. */
export interface OpenedRecord {
  readonly type: string;
  /** WARC named fields, names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  /** Status and headers of an HTTP response, of a revisit too; null for every other record. */
  readonly http: { readonly status: number; readonly headers: HeaderPairs } | null;
  /** The payload as it was sent; empty for a revisit, whose payload lies in an earlier record. */
  readonly payload: Uint8Array;
  /** The payload after Content-Encoding; empty where it cannot be decoded. */
  readonly body: Uint8Array;
}

export type Decoded =
  | { readonly ok: true; readonly body: Uint8Array }
  /** `corrupt`: damaged or cut compression, or one we do not know; `too-large`: more than the cap. */
  | { readonly ok: false; readonly why: 'corrupt' | 'too-large' };

/** Where records went. */
export interface Appended {
  /** `evidence/FILE.warc.gz#OFFSET` of each record, in order. */
  readonly records: readonly string[];
  /** The file they are in and its length up to the last of them, both for the store's commit. */
  readonly file: string;
  readonly length: number;
}

export interface EvidenceStore {
  /** Appends records as neighbours; resolves once they are on the disk (fsync shared by concurrent calls). */
  append(records: readonly WarcRecordDraft[]): Promise<Appended>;
  /** Reads one record back and checks its digest. Throws UserError (damaged) where it is not whole. */
  open(record: string): Promise<OpenedRecord>;
  /** The body that `open` will give of such an answer, at most `cap` bytes: a crawl judges what an audit will read. */
  decode(headers: HeaderPairs, payload: Uint8Array, cap: number): Promise<Decoded>;
  close(): Promise<void>;
}
