import type { Answer, TrueDocument } from '../site-kit.ts';
import { datastore, declared, groupOf, row } from './list.ts';
import { documentsOf, type JcmsColumn } from './model.ts';

const xml = (body: string): Answer => ({
  type: 'text/xml; charset=utf-8',
  body: `<?xml version="1.0" encoding="UTF-8"?>${body}`,
});
/** What many of these proxies send where they have nothing: 54 bytes. */
const BLANK: Answer = { type: 'text/html; charset=utf-8', body: '\r\n'.repeat(27) };
const HOME: Answer = {
  body: `<!DOCTYPE html><html><head><title>青石区人民政府</title></head><body><ul>${documentsOf(9902, 6, 'numbered').map(row).join('')}</ul></body></html>`,
};

/** `dataproxy.jsp`, with the oddities that a column is given. */
export function proxyAnswer(column: JcmsColumn, query: URLSearchParams): Answer {
  const { behaviour } = column;
  const { start, records } = recordsFor(column, query);
  if (start > behaviour.deepestRecord) return BLANK;
  if (records.length === 0) {
    if (behaviour.beyond === 'blank') return BLANK;
    if (behaviour.beyond === 'home') return HOME;
    if (behaviour.beyond === 'empty') return xml('<datastore><recordset></recordset></datastore>');
    return listOf(column, documentsOf(9901, 5, behaviour.addresses), null);
  }
  const page = Number(query.get('page') ?? '1');
  const isAddressed = !query.has('startrecord');
  return listOf(column, records, isAddressed && start - 1 + records.length < declared(column) ? page + 1 : null);
}

function listOf(column: JcmsColumn, records: readonly TrueDocument[], next: number | null): Answer {
  const { answers, tellsTotal } = column.behaviour;
  if (answers === 'html') return { body: `<ul>${records.map(row).join('')}</ul>` };
  return xml(datastore(column, records, { next, total: tellsTotal }));
}

/** Records from 1. */
function recordsFor(
  column: JcmsColumn,
  query: URLSearchParams,
): { readonly start: number; readonly records: readonly TrueDocument[] } {
  const { behaviour, documents } = column;
  const group = groupOf(column);
  const page = Math.max(1, Number(query.get('page') ?? '1'));
  const cut = (start: number, end: number) => ({ start, records: documents.slice(start - 1, end) });
  const obeys = query.has('startrecord') ? behaviour.obeys : behaviour.obeys === 'nothing' ? 'nothing' : 'groups';
  if (obeys === 'nothing') return cut(1, group);
  if (obeys === 'pages') return cut((page - 1) * behaviour.perPage + 1, page * behaviour.perPage);
  const isByGroup = obeys === 'groups';
  const start = isByGroup ? (page - 1) * group + 1 : Number(query.get('startrecord'));
  const end = isByGroup ? page * group : Number(query.get('endrecord'));
  const isRepeating = behaviour.repeats && start > 2 * group && start <= documents.length + 1;
  return isRepeating ? { start, records: documents.slice(start - 2, end - 1) } : cut(start, end);
}
