import type { ColumnFacts, Document } from '../model/document.ts';
import type { UnreadPart } from '../model/unread.ts';

/** All that could not be read of a unit's columns: lists, documents known by their title alone or without a body, attachments. */
export function unreadParts(unit: string, columns: readonly ColumnFacts[]): UnreadPart[] {
  return columns.flatMap(({ column: { topic, name }, gaps, documents }) => [
    ...gaps.map(({ url, why, detail, ref }) => ({
      ...{ unit, topic, url, why },
      text: `“${name}”栏目：${detail}`,
      capturedAt: ref?.capturedAt ?? null,
    })),
    ...documents.flatMap((document) => partsOf(document).map((part) => ({ unit, topic, ...part }))),
  ]);
}

type Part = Omit<UnreadPart, 'unit' | 'topic'>;

function partsOf({ url, title, body, attachments }: Document): Part[] {
  const parts: Part[] = [];
  if (!body.ok)
    parts.push({ url, why: body.why, text: `《${title}》${body.detail}`, capturedAt: body.ref?.capturedAt ?? null });
  for (const { name, url: file, reading } of attachments) {
    if (reading.ok) continue;
    const text = `《${title}》的附件“${name}”：${reading.detail}`;
    parts.push({ url: file, why: reading.why, text, capturedAt: reading.ref?.capturedAt ?? null });
  }
  return parts;
}
