import type { TrueDocument } from '../site-kit.ts';
import type { JcmsColumn } from './model.ts';
import { documentsOf } from './model.ts';

export const PROXY = '/module/web/jpage/dataproxy.jsp';
const GROUP = 3;

export const groupOf = ({ behaviour }: JcmsColumn): number => behaviour.perPage * GROUP;

/** The link's own text is cut; its title attribute is whole. */
export const row = ({ path, title, date }: TrueDocument): string =>
  `<li><a href="${path}" title="${title}" target="_blank">${title.slice(0, 12)}…</a><span>${date}</span></li>`;

const record = (document: TrueDocument): string => `<record><![CDATA[${row(document)}]]></record>`;

export const declared = ({ behaviour, documents }: JcmsColumn): number =>
  Math.max(0, documents.length + behaviour.miscount);

const nextGroup = (column: JcmsColumn, page: number): string => {
  const params = `page=${page}&webid=1&path=${encodeURIComponent('/')}&columnid=${column.number}&unitid=7${column.number}`;
  return `<nextgroup><![CDATA[<a href="${PROXY}?${params}"></a>]]></nextgroup>`;
};

export interface StoreOptions {
  /** The group that comes next, for lists that are turned over by its address. */
  readonly next: number | null;
  readonly total: boolean;
}

export function datastore(
  column: JcmsColumn,
  documents: readonly TrueDocument[],
  { next, total }: StoreOptions,
): string {
  const count = total ? `<totalrecord>${declared(column)}</totalrecord>` : '';
  return `<datastore>${next === null ? '' : nextGroup(column, next)}${count}<recordset>${documents.map(record).join('\n')}</recordset></datastore>`;
}

/** What a page's script knows of its list. */
function listCall(column: JcmsColumn): string {
  const { behaviour, number } = column;
  const unit = `7${number}`;
  const total = behaviour.tellsTotal ? `totalRecord:${declared(column)},` : '';
  return `<script>
var param_${unit} = {col:1,appid:1,webid:1,path:'/',columnid:${number},sourceContentType:1,unitid:'${unit}',webname:'青石区',permissiontype:0};
$(document).ready(function(){ $('#${unit}').jpage({ perPage:${behaviour.perPage}, ${total} proxyUrl:'${PROXY}', param:param_${unit} }); });
</script>`;
}

/** The list as the column's own page holds it. */
export function embeddedList(column: JcmsColumn): string {
  const { behaviour, documents } = column;
  const size = behaviour.embedded === 'page' ? behaviour.perPage : groupOf(column);
  const held = behaviour.embedded === 'none' ? [] : documents.slice(0, size);
  const isTurnedByAddress = behaviour.turns === 'nextgroup';
  const next = isTurnedByAddress && declared(column) > held.length ? (behaviour.embedded === 'group' ? 2 : 1) : null;
  const store = datastore(column, held, { next, total: behaviour.tellsTotal });
  const holder = behaviour.embedded === 'none' && !isTurnedByAddress ? '' : `<script type="text/xml">${store}</script>`;
  return `<div id="7${column.number}" class="default_pgContainer">${holder}</div>${isTurnedByAddress ? '' : listCall(column)}`;
}

/** A box beside the list, filled in the same way, and longer than many lists. */
export function sideBox(column: JcmsColumn): string {
  const { sideBox: count } = column.behaviour;
  if (count === 0) return '';
  const other: JcmsColumn = {
    ...{ number: 9901, name: '要闻', documents: documentsOf(9901, count, column.behaviour.addresses) },
    behaviour: { ...column.behaviour, turns: 'parameters', embedded: 'group', miscount: 0, tellsTotal: true },
  };
  const store = datastore(other, other.documents, { next: null, total: true });
  return `<div class="yw-box"><h3>今日看点</h3><div id="79901"><script type="text/xml">${store}</script></div>${listCall(other)}</div>`;
}
