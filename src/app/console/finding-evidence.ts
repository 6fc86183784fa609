import { safeDocument } from '../../extract/captured-page-document.ts';
import { escapeHtml } from '../../extract/mark-quote.ts';
import { type Actor, may, seesUnit } from '../../model/account.ts';
import type { Capture } from '../../model/capture.ts';
import type { Ref } from '../../model/evidence.ts';
import { UserError } from '../../model/user-error.ts';
import { type EvidenceView, screenshotOf, viewEvidence } from '../evidence-view.ts';
import type { PictureBytes } from '../evidence-view-picture.ts';
import { withCited } from '../evidence-view-records.ts';
import { isRegisterCopy, registerView, rowsOfUnit } from '../evidence-view-register.ts';
import { failureWords, problemWords, troubleWords } from '../evidence-view-words.ts';
import type { Console } from './console.ts';
import type { Quarter } from './quarter.ts';
import type { QuarterFinding } from './quarter-finding.ts';
import { NotThere } from './refusals.ts';

/** One piece of a finding's evidence. Nothing else names a record: no address leads to any other. */
export interface EvidencePlace {
  /** Number of the finding. */
  readonly number: string;
  readonly period?: string | undefined;
  /** Which of its pieces, from 1. */
  readonly index: number;
}

/** What is told of a piece of evidence before it is opened. Texts in Chinese, instants ISO in UTC. */
export type EvidenceFacts =
  | {
      readonly kind: 'look';
      readonly ref: Ref;
      /** Where redirects ended. */
      readonly finalUrl: string;
      /** The HTTP status; null where there was no answer. */
      readonly status: number | null;
      /** What happened where nothing came, so that there is nothing to open; null where something did. */
      readonly failure: string | null;
      /** Why it was not read for what it says; null where it was. */
      readonly trouble: string | null;
      /** It brought what an earlier look had brought. */
      readonly isRepeated: boolean;
      readonly screenshot: { readonly capturedAt: string; readonly isOfSameLook: boolean } | null;
    }
  /** A table kept by people. Only who may edit registers sees it; for all others it has no rows. */
  | {
      readonly kind: 'register';
      readonly ref: Ref;
      /** The first is the header. */
      readonly rows: readonly (readonly string[])[];
      /** Places in `rows` of what is said of the finding's unit. */
      readonly marked: ReadonlySet<number>;
    }
  /** It cannot be opened any more; `what` says why. */
  | { readonly kind: 'gone'; readonly ref: Ref; readonly what: string };

interface Cited {
  readonly quarter: Quarter;
  readonly finding: QuarterFinding;
  readonly ref: Ref;
}

async function cited({ board, inspection }: Console, actor: Actor, place: EvidencePlace): Promise<Cited> {
  const quarter = await board.quarter(place.period);
  const finding = quarter.byNumber(place.number);
  if (!finding || !seesUnit(actor, finding.unit)) throw new NotThere();
  const verdict = quarter.verdictOf(finding.id) ?? (await inspection.findings.detailOf(finding.id));
  const ref = verdict?.evidence[place.index - 1];
  if (!ref) throw new NotThere();
  return { quarter, finding, ref };
}

/** Without opening the payload, so that a page shows it at once. Throws NotThere. */
export async function evidenceFacts(console: Console, actor: Actor, place: EvidencePlace): Promise<EvidenceFacts> {
  const { quarter, finding, ref } = await cited(console, actor, place);
  try {
    if (isRegisterCopy(ref.record)) return await registerFacts(console, actor, { quarter, finding, ref });
    return await withCited(console.data, ref, async ({ look, picture }) => lookFacts(ref, look, await picture()));
  } catch (error) {
    if (error instanceof UserError) return { kind: 'gone', ref, what: problemWords(error) };
    throw error;
  }
}

function lookFacts(ref: Ref, look: Capture, taken: Capture | null): EvidenceFacts {
  const { result, sha256, finalUrl, record, payloadRecord } = look;
  return {
    ...{ kind: 'look', ref, finalUrl },
    status: result.tag === 'responded' ? result.status : null,
    failure: sha256 === '' ? failureWords(result) : null,
    trouble: troubleWords(result),
    isRepeated: payloadRecord !== record,
    screenshot: taken && {
      capturedAt: taken.capturedAt,
      isOfSameLook: taken.runId === look.runId && look.page === taken.page,
    },
  };
}

async function registerFacts(
  { data }: Console,
  actor: Actor,
  { quarter, finding, ref }: Cited,
): Promise<EvidenceFacts> {
  if (!may(actor, 'edit-registers')) return { kind: 'register', ref, rows: [], marked: new Set() };
  const register = await registerView(data, ref);
  const unit = quarter.sources.plan.units.find(({ id }) => id === finding.unit);
  const names = unit ? [unit.id, unit.name, unit.fullName, ...unit.aliases] : [finding.unit];
  const own = new Set(rowsOfUnit(register, names).slice(1));
  const marked = new Set(register.rows.flatMap((row, at) => (own.has(row) ? [at] : [])));
  return { kind: 'register', ref, rows: register.rows, marked };
}

/** Opened, as whoever asks may see it: of a register nothing, where he may not edit registers. Throws NotThere. */
async function evidenceOf(console: Console, actor: Actor, place: EvidencePlace): Promise<EvidenceView> {
  const { ref } = await cited(console, actor, place);
  const view = await viewEvidence(console.data, ref);
  return view.kind === 'register' && !may(actor, 'edit-registers') ? { ...view, rows: [] } : view;
}

/**
 * A document that shows the evidence and is harmless by itself, though it has to be sent with a policy of its own. Throws
 * NotThere, for a register too: it is no page.
 */
export async function evidenceDocument(console: Console, actor: Actor, place: EvidencePlace): Promise<string> {
  const view = await evidenceOf(console, actor, place);
  switch (view.kind) {
    case 'page':
      return view.html;
    case 'file':
      return view.preview.ok ? view.preview.html : told(`${view.type}：${view.fileName}`, view.preview.detail);
    case 'picture': {
      const data = Buffer.from(view.bytes).toString('base64');
      return safeDocument('图片', '', `<img alt="取证所得的图片" src="data:${view.contentType};base64,${data}">`);
    }
    case 'no-answer':
      return told('取证时没有取得内容', view.what);
    case 'gone':
      return told('证据不能显示', view.what);
    case 'register':
      throw new NotThere();
  }
}

const told = (title: string, what: string): string =>
  safeDocument(title, '', `<p><strong>${escapeHtml(title)}</strong></p><p>${escapeHtml(what)}</p>`);

/** The picture of the page. Throws NotThere where there is none; UserError where it is damaged. */
export async function evidencePicture(console: Console, actor: Actor, place: EvidencePlace): Promise<PictureBytes> {
  const { ref } = await cited(console, actor, place);
  const picture = await screenshotOf(console.data, ref);
  if (!picture) throw new NotThere();
  return picture;
}

const ENDINGS: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
};

/**
 * What came over the line, unpacked, to be saved. A page is saved as a text, so that no browser runs it from the disk.
 * Throws NotThere where nothing came, and for registers; UserError where it is damaged.
 */
export async function evidenceFile(
  console: Console,
  actor: Actor,
  place: EvidencePlace,
): Promise<{ readonly bytes: Uint8Array; readonly fileName: string }> {
  const { ref, finding } = await cited(console, actor, place);
  const view = await viewEvidence(console.data, ref);
  const stem = `${finding.number}-${place.index}`;
  switch (view.kind) {
    case 'file':
      return view;
    case 'picture':
      return { bytes: view.bytes, fileName: `${stem}.${ENDINGS[view.contentType] ?? 'bin'}` };
    case 'page':
      return withCited(console.data, ref, async ({ look, payload }) => ({
        bytes: (await payload(look)).opened.body,
        fileName: `${stem}.txt`,
      }));
    default:
      throw new NotThere();
  }
}
