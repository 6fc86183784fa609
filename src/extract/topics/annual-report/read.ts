import type { AttachmentContent, Document } from '../../../model/document.ts';
import type { Ref } from '../../../model/evidence.ts';
import { titleLinesOf } from './body-title.ts';
import { type AnnualReport, type Generation, PARTS, type PartKind, type ReportPart } from './facts.ts';
import { readNames } from './names.ts';
import { readPartSix } from './part-six.ts';
import { openingOf, readParts } from './parts.ts';
import { readPlaceholders } from './placeholders.ts';
import { readReportContact } from './report-contact.ts';
import { readSignOffs } from './sign-offs.ts';
import { readReportTables } from './tables.ts';
import { annualReportYears } from './title.ts';
import { readStatisticsPeriod, readYearClaims, yearFrom } from './years.ts';

const KINDS = Object.keys(PARTS) as PartKind[];

interface Source extends AttachmentContent {
  readonly at: NonNullable<AnnualReport['source']>;
  readonly ref: Ref;
}

/**
 * What a document says as an annual report, on its page or in its files, whichever holds more of the parts. Never
 * throws; where nothing could be read, `source` is null and the rest is empty.
 */
export function readAnnualReport(document: Document): AnnualReport {
  const sources = sourcesOf(document);
  const { body } = document;
  const [best, ...others] = byParts(sources, isWhole(document));
  const text = best?.text ?? '';
  const tables = readReportTables(best ? [best, ...others] : [], body.ok && hasPictures(document));
  const titled = generationOf(annualReportYears(document.title)[0] ?? null, tables, text);
  const titleLines = body.ok ? titleLinesOf(document.title, body.value.text) : [];
  const first = readParts(text, titled);
  const years = claimsOf(document.title, titleLines, text, first);
  const year = yearFrom(years.claims);
  const generation = generationOf(year, tables, text);
  const parts = generation === titled ? first : readParts(text, generation);
  const signOffs = readSignOffs(text);
  const kinds = parts.flatMap(({ kind }) => kind ?? []);
  const six = parts.find(({ kind }) => kind === 'other');
  const hasForm = generation !== 'to-2018' && best !== undefined;
  return {
    source: best?.at ?? null,
    ref: best?.ref ?? document.ref,
    text,
    year,
    years: years.claims,
    period: years.period,
    generation,
    parts,
    missingParts: hasForm ? KINDS.filter((kind) => !kinds.includes(kind)) : [],
    inOrder: isInOrder(kinds),
    titleLines,
    contact: readReportContact(sources.map((source) => source.text).join('\n'), generalOf(parts)),
    names: readNames(titleLines, years.opening, text, signOffs),
    placeholders: readPlaceholders(text),
    signOffs,
    partSix: six ? readPartSix(six.text) : null,
    tables,
  };
}

/** Page and files that could be read. */
function sourcesOf({ body, attachments, ref }: Document): Source[] {
  const page: Source[] = body.ok && body.value.text !== '' ? [{ ...body.value, at: { place: 'body' }, ref }] : [];
  const files = attachments.flatMap(({ name, reading }): Source[] =>
    reading.ok ? [{ ...reading.value, at: { place: 'attachment', name }, ref: reading.ref ?? ref }] : [],
  );
  return [...page, ...files];
}

/** Nothing of the document is in a picture, a frame or a file that could not be read. */
const isWhole = (document: Document): boolean =>
  !hasPictures(document) && document.attachments.every(({ reading }) => reading.ok);

/** Those that hold most of the parts first. Words beside what could not be read are a report only if they have parts. */
function byParts(sources: readonly Source[], whole: boolean): readonly Source[] {
  const counted = sources.map((source) => {
    const kinds = readParts(source.text, null).flatMap(({ kind }) => kind ?? []);
    return { source, count: new Set(kinds).size };
  });
  return counted
    .filter(({ count }) => whole || count > 0)
    .sort((a, b) => b.count - a.count)
    .map(({ source }) => source);
}

const hasPictures = ({ body, attachments }: Document): boolean =>
  (body.ok && (body.value.images.length > 0 || body.value.opaque)) || attachments.some(({ type }) => type === 'image');

const generalOf = (parts: readonly ReportPart[]): string => parts.find(({ kind }) => kind === 'general')?.text ?? '';

function claimsOf(title: string, titleLines: readonly string[], text: string, parts: readonly ReportPart[]) {
  const opening = openingOf(text, parts);
  const period = readStatisticsPeriod(opening);
  const general = generalOf(parts);
  return { opening, period, claims: readYearClaims({ title, titleLines, opening, period, general }) };
}

/** By the year; without one by what only one of the forms has. */
function generationOf(year: number | null, { requests }: AnnualReport['tables'], text: string): Generation | null {
  if (year !== null) return year <= 2018 ? 'to-2018' : year <= 2020 ? '2019-2020' : 'from-2021';
  if (requests.ok) return requests.value.results.length > 20 ? 'from-2021' : '2019-2020';
  if (/〔?2021〕?\s*30\s*号?/.test(text)) return 'from-2021';
  if (/〔?2019〕?\s*60\s*号?/.test(text)) return '2019-2020';
  return /统\s*计\s*指\s*标/.test(text) ? 'to-2018' : null;
}

function isInOrder(kinds: readonly PartKind[]): boolean {
  const places = kinds.map((kind) => KINDS.indexOf(kind));
  return places.every((place, i) => i === 0 || place > (places[i - 1] ?? -1));
}
