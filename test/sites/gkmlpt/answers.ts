import type { Answer } from '../site-kit.ts';
import { documentsOf, type PlatformColumn, type PlatformDocument } from './model.ts';

const json = (value: unknown): Answer => ({ type: 'application/json', body: JSON.stringify(value) });

/** As `escape` of a browser writes them. */
const escaped = (text: string): string =>
  Array.from(text, (char) =>
    /[\w@*+\-./]/.test(char) ? char : `%u${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
  ).join('');

/** Noon in China of a day, in seconds. */
const secondsOf = (date: string): number => Date.parse(`${date}T12:00:00+08:00`) / 1000;

export const countOf = ({ documents, behaviour }: PlatformColumn): number =>
  Math.max(0, documents.length + behaviour.miscount);

/** What the data says of an article, in lists and in its own page. */
export function fieldsOf(document: PlatformDocument, name: string, origin: string, isEscaped: boolean) {
  const { id, path, title, date, metadata = {}, attachments = [], flag } = document;
  return {
    ...{ id, title: isEscaped ? escaped(title) : title, document_number: metadata.number ?? '' },
    ...{ identifier: metadata.index ?? '', publisher: metadata.issuer ?? '', keywords: '', abstract: '' },
    ...{ date: secondsOf(date), created_at: `${date} 16:25:04`, create_time: secondsOf(date) },
    ...{ display_publish_time: secondsOf(date), classify_main_name: name, url: `${origin}${path}`, post_url: '' },
    ...{ is_expired: flag === 'is_expired', is_abolished: flag === 'is_abolished' },
    attachment: attachments.map((file, i) => ({
      id: i,
      name: file.name,
      type: file.type,
      url: filePath(id, i, file.type),
    })),
  };
}

export const filePath = (id: number, number: number, type: string): string => `/attachment/0/${id}/${number}.${type}`;

/** `GET /gkmlpt/api/all/<column>?page=1&sid=…`. */
export function listAnswer(column: PlatformColumn, params: URLSearchParams, origin: string): Answer | null {
  const { behaviour, documents, id, name } = column;
  const asked = Math.max(1, Number(params.get('page') ?? '1'));
  if (asked >= behaviour.lastPage) return null;
  const page = behaviour.obeysPage ? asked : 1;
  const records = documents.slice((page - 1) * behaviour.pageSize, page * behaviour.pageSize);
  const rows = records.map((document) => fieldsOf(document, name, origin, behaviour.escaped));
  const others = documentsOf('qsq', 77, 6).map((document) => fieldsOf(document, '要闻动态', origin, false));
  if (rows.length === 0 && page > 1 && behaviour.beyond === 'missing') return null;
  const isFilled =
    (rows.length === 0 && page > 1 && behaviour.beyond === 'foreign') ||
    (behaviour.filledUp && page > 1 && rows.length < behaviour.pageSize);
  const total = countOf(column);
  return json({ classify: { id, name, post_count: total }, total, articles: isFilled ? [...rows, ...others] : rows });
}
