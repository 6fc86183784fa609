import { expect } from 'vitest';
import type { ColumnFacts } from '../../src/model/document.ts';
import type { TrueColumn, TrueDocument } from '../sites/site-kit.ts';

/** Compares what was read of a column with what the site knows of it. */
export function expectTruth(facts: ColumnFacts | undefined, { documents, unseen = [], gaps = [] }: TrueColumn): void {
  const seen = documents.filter(({ path }) => !unseen.includes(path));
  const read = (facts?.documents ?? []).map((document) => ({
    path: document.inline ? new URL(document.column.url).pathname : pathOf(document.url),
    captured: document.captured,
  }));
  expect(read).toEqual(seen.map(({ path }) => ({ path, captured: true })));
  expect(facts?.gaps.map(({ why }) => why)).toEqual(gaps);
  seen.forEach((document, i) => {
    expectDocument(facts?.documents[i], document);
  });
}

function expectDocument(read: ColumnFacts['documents'][number] | undefined, truth: TrueDocument): void {
  expect(read?.title).toBe(truth.title);
  if (!read?.inline)
    expect(read?.dates.filter(({ place }) => place === 'list').map(({ date }) => date)).toEqual([truth.date]);
  for (const [field, value] of Object.entries(truth.metadata ?? {}))
    expect(read?.metadata[field as keyof typeof read.metadata]?.value, field).toBe(value);
  if (!truth.attachments) return;
  const attachments = read?.attachments.map(({ name, type, reading }) => ({
    ...{ name, type, holds: reading.ok ? reading.value.text : reading.detail },
  }));
  expect(attachments).toEqual(
    truth.attachments.map(({ holds, ...link }) => ({ ...link, holds: expect.stringContaining(holds) })),
  );
}

const pathOf = (url: string): string => {
  const { pathname, search } = new URL(url);
  return decodeURI(pathname + search);
};
