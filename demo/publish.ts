import { channelName, documentId } from './ids.ts';
import { randomFor } from './random.ts';
import type { ColumnDraft, DemoColumn, DemoDocument, DemoUnit, Draft, FileDraft, PlacedFile } from './types.ts';

/** Where a file of a document lies: beside its page, with the page's id and a hash. */
function placeFiles(files: readonly FileDraft[], folder: string, id: string): PlacedFile[] {
  return files.map((file, i) => ({
    ...file,
    path: `${folder}doc_${id}_${randomFor(`file ${id} ${i}`).hex(32)}.${file.type}`,
  }));
}

/** What the issuer cell of ordinary items says: mostly the full name, sometimes a short or old spelling. */
function issuerOf(unit: DemoUnit, key: string): string {
  return randomFor(`issuer ${key}`).chance(12)
    ? unit.fullName.replace('人民政府', '').replace('淄博市', '')
    : unit.fullName;
}

function indexOf(unit: DemoUnit, draft: Draft, key: string, serial: number): string {
  const year = draft.date.slice(0, 4);
  const random = randomFor(`index ${key}`);
  if (draft.layout === 'L2') return `${unit.code}/${year}-${serial}`;
  if (random.chance(25)) return `${unit.code}/${year}-None`;
  return random.chance(40) ? `/${year}-${serial}` : `${unit.code}/${year}-${serial}`;
}

/** The printed date: as a rule plain, now and then with a time or slashes. */
function dateTextOf(draft: Draft, key: string): string {
  const random = randomFor(`date ${key}`);
  if (draft.layout === 'L2') return draft.date;
  if (random.chance(18)) return `${draft.date} 09:${random.int(10, 59)}:${random.int(10, 59)}`;
  return random.chance(25) ? draft.date.replaceAll('-', '/') : draft.date;
}

/** Gives a draft its address and everything that follows from it. */
function publish(unit: DemoUnit, folder: string, order: number, { revised, ...draft }: Draft): DemoDocument {
  const key = `${unit.id} ${folder} ${order} ${draft.title}`;
  const { id, serial } = documentId(key, draft.date, draft.createdAfter);
  const blank = randomFor(`number ${key}`).pick(['无文号', '', '〔〕号']);
  return {
    ...draft,
    date: revised ?? draft.date,
    layout: draft.layout ?? 'L1',
    path: `${folder}doc_${id}.html`,
    number: draft.number ?? blank,
    index: draft.index ?? indexOf(unit, draft, key, serial),
    issuer: draft.issuer ?? (draft.layout === 'L2' ? unit.fullName : issuerOf(unit, key)),
    dateText: revised ?? draft.dateText ?? dateTextOf(draft, key),
    files: placeFiles(draft.files ?? [], folder, id),
  };
}

/** Two of five list columns are filled by a script, spread evenly over units and topics. */
const byScript = (unitOrder: number, order: number): boolean => (unitOrder * 3 + order * 2) % 5 < 2;

/** Gives a unit's columns their addresses and publishes what is in them, newest first. */
export function publishColumns(unit: DemoUnit, unitOrder: number, drafts: readonly ColumnDraft[]): DemoColumn[] {
  return drafts.map(({ drafts: documents, inline, atRoot, ...duty }, order) => {
    const path = atRoot ? unit.home : `${unit.home}${channelName(unit, order)}/`;
    const published = documents.map((draft, i) => publish(unit, path, i, draft));
    const [placed] = inline?.file ? placeFiles([inline.file], path, documentId(path, inline.date, -823).id) : [];
    return {
      ...duty,
      unit,
      path,
      kind: inline ? 'inline' : byScript(unitOrder, order) ? 'script' : 'server',
      documents: published.sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0)),
      inline: inline ? { ...inline, placed: placed ?? null } : null,
    };
  });
}
