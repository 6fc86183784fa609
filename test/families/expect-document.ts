import { expect } from 'vitest';
import type { Document } from '../../src/model/document.ts';
import type { TrueDocument } from '../sites/gongkai/types.ts';

/** Fails where a document was not read as it is; `where` stands before every message. */
export function expectDocument(document: Document | undefined, truth: TrueDocument, where: string): void {
  expect.soft(document, where).toBeDefined();
  if (!document) return;
  expect.soft(document.title, `${where} title`).toBe(truth.title);
  expect.soft(document.captured, `${where} captured`).toBe(truth.unread === undefined);
  expect.soft(document.inline, `${where} inline`).toBe(truth.inline ?? false);
  if (truth.unread) {
    expect.soft(document.body, `${where} body`).toMatchObject({ ok: false, why: truth.unread });
    return;
  }
  expectDates(document, truth, where);
  for (const [field, value] of Object.entries(truth.metadata ?? {}))
    expect.soft(document.metadata[field as keyof Document['metadata']]?.value, `${where} ${field}`).toBe(value);
  expectBody(document, truth, where);
  expectAttachments(document, truth, where);
}

function expectDates({ dates }: Document, truth: TrueDocument, where: string): void {
  for (const place of ['claimed', 'written', 'list', 'body'] as const) {
    const sure = dates.filter((fact) => fact.sure && fact.place === place).map(({ date }) => date);
    expect.soft(sure, `${where} ${place}`).toEqual(truth.dates[place] ?? []);
  }
}

function expectBody({ body }: Document, truth: TrueDocument, where: string): void {
  if (!body.ok) throw new Error(`${where}: ${body.detail}`);
  const { text, tables, images, opaque } = body.value;
  for (const part of truth.holds ?? []) expect.soft(text, where).toContain(part);
  for (const part of truth.lacks ?? []) expect.soft(text, where).not.toContain(part);
  if (truth.table) expect.soft(tables[0]?.rows, `${where} table`).toEqual(truth.table);
  expect.soft(opaque, `${where} opaque`).toBe(truth.opaque ?? false);
  if (truth.images !== undefined) expect.soft(images, `${where} images`).toHaveLength(truth.images);
}

function expectAttachments({ attachments }: Document, truth: TrueDocument, where: string): void {
  const wanted = truth.attachments ?? [];
  expect
    .soft(
      attachments.map(({ name, type }) => ({ name, type })),
      `${where} attachments`,
    )
    .toEqual(wanted.map(({ name, type }) => ({ name, type })));
  wanted.forEach(({ holds, unreadable }, i) => {
    const reading = attachments[i]?.reading;
    if (holds !== undefined)
      expect.soft(reading, where).toMatchObject({ ok: true, value: { text: expect.stringContaining(holds) } });
    if (unreadable !== undefined)
      expect.soft(reading, where).toMatchObject({
        ok: false,
        why: 'unreadable-attachment',
        detail: expect.stringContaining(unreadable),
      });
  });
}
