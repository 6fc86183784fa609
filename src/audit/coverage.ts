import { fileFault } from '../extract/attachment-reading.ts';
import type { ColumnFacts, Document, Picture } from '../model/document.ts';
import type { NonEmpty, Reading, Ref } from '../model/evidence.ts';
import type { Coverage, Unknown } from '../model/outcome.ts';
import type { Why } from '../model/why.ts';

/** What is not known about one document, so that nothing may rest on its silence. */
export interface Unsure {
  readonly unsure: Why;
  /** For people: what could not be read or made out. */
  readonly detail: string;
  /** Captures that failed, or that were not understood. */
  readonly refs?: readonly Ref[];
}

export type Proof = { readonly kind: 'proven'; readonly coverage: Coverage } | Unknown;

/**
 * The only maker of `Coverage`: proof that everything in these columns was read and understood, else the first
 * reason why not. List pages must be whole in every case. `openOf` says what is left open about a document; by
 * default its page, its text and every attachment must have been read.
 */
export function proveCoverage(
  columns: readonly ColumnFacts[],
  openOf: (document: Document) => Unsure | null = unreadIn,
): Proof {
  for (const { gaps } of columns) {
    const [gap] = gaps;
    if (gap) return unknown(gap.why, `${gap.url} ${gap.detail}`, gap.ref ? [gap.ref] : []);
  }
  for (const { documents } of columns) {
    for (const document of documents) {
      const open = openOf(document);
      if (open) return unknown(open.unsure, open.detail, open.refs ?? []);
    }
  }
  if (columns.every(({ refs, documents }) => refs.length === 0 && documents.length === 0))
    return unknown('no-address', '没有可供查阅的栏目', []);
  // Most proofs are never cited, and a unit may have thousands of captures.
  let cited: readonly Ref[] | null = null;
  const coverage = {
    get refs(): readonly Ref[] {
      cited ??= columns.flatMap(readRefs);
      return cited;
    },
  };
  return { kind: 'proven', coverage: coverage as unknown as Coverage };
}

/** What was not read of a document: its page, its text or the first of its attachments; null where all was. */
export function unreadIn(document: Document): Unsure | null {
  const { body, attachments, title } = document;
  if (!body.ok) return { unsure: body.why, detail: `《${title}》${body.detail}`, refs: refsOfFailure(body.ref) };
  for (const { name, reading } of attachments) {
    if (!reading.ok)
      return {
        unsure: reading.why,
        detail: `《${title}》的附件“${name}”${reading.detail}`,
        refs: refsOfFailure(reading.ref),
      };
  }
  return null;
}

const refsOfFailure = (ref: Ref | null): readonly Ref[] => (ref ? [ref] : []);

/** Every check asks for them, and a column may have thousands. */
const knownRefs = new WeakMap<ColumnFacts, readonly Ref[]>();

/** Every capture of a column that was read: list pages, documents, attachments, each once. */
function readRefs(facts: ColumnFacts): readonly Ref[] {
  const known = knownRefs.get(facts);
  if (known) return known;
  const pictures = facts.documents.flatMap(pictureReadings).flatMap(({ ok, ref }) => (ok && ref ? [ref] : []));
  const all = [...facts.refs, ...facts.documents.flatMap(refsOf), ...pictures];
  const read = [...new Map(all.map((ref) => [refKey(ref), ref])).values()];
  knownRefs.set(facts, read);
  return read;
}

/** The captures that a document was read from: its page and its attachments' files. */
export function refsOf({ ref, attachments }: Document): NonEmpty<Ref> {
  return [ref, ...attachments.flatMap(({ reading }) => (reading.ok && reading.ref ? [reading.ref] : []))];
}

/** Captures that failed or were not understood. */
function failedRefs({ gaps, documents }: ColumnFacts): Ref[] {
  return [
    ...gaps.flatMap(({ ref }) => refsOfFailure(ref)),
    ...documents.flatMap(({ body, attachments }) =>
      [body, ...attachments.map(({ reading }) => reading)].flatMap((reading) =>
        reading.ok ? [] : refsOfFailure(reading.ref),
      ),
    ),
    ...documents.flatMap(pictureReadings).flatMap((reading) => (reading.ok ? [] : refsOfFailure(reading.ref))),
  ];
}

const pictureReadings = ({ body }: Document): Reading<Picture>[] =>
  body.ok ? body.value.images.flatMap(({ reading }) => reading ?? []) : [];

/** Captures that answered for certain: what was asked for is gone, or is no such file. They prove that, and no more. */
function faultRefs({ gaps, documents }: ColumnFacts): Ref[] {
  const gone = [...gaps, ...documents.flatMap(({ body }) => (body.ok ? [] : [body]))];
  const files = documents.flatMap(({ attachments }) => attachments.filter((one) => fileFault(one) !== null));
  return [
    ...gone.flatMap(({ why, ref }) => (why === 'not-found' ? refsOfFailure(ref) : [])),
    ...files.flatMap(({ reading }) => refsOfFailure(reading.ref ?? null)),
  ];
}

/** By `refKey`: what a verdict on a column may cite. Every check has a reporter that asks. */
export interface CitableKeys {
  /** Captures that were read, or that answered for certain. */
  readonly read: ReadonlySet<string>;
  /** Captures that failed. */
  readonly failed: ReadonlySet<string>;
}

const knownKeys = new WeakMap<ColumnFacts, CitableKeys>();

export function citableKeys(facts: ColumnFacts): CitableKeys {
  const known = knownKeys.get(facts);
  if (known) return known;
  const keys = {
    read: new Set([...readRefs(facts), ...faultRefs(facts)].map(refKey)),
    failed: new Set(failedRefs(facts).map(refKey)),
  };
  knownKeys.set(facts, keys);
  return keys;
}

/** What makes two references the same capture, whatever they quote. */
export const refKey = ({ url, capturedAt, sha256, record }: Ref): string =>
  [record, url, capturedAt, sha256].join('\n');

const unknown = (why: Why, detail: string, refs: readonly Ref[]): Unknown => ({ kind: 'unknown', why, detail, refs });
