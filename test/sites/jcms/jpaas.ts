import type { Answer, TrueDocument } from '../site-kit.ts';
import { declared, row } from './list.ts';
import { documentsOf, type JcmsColumn } from './model.ts';

export const UNIT_API = '/api-gateway/jpaas-publish-server/front/page/build/unit';

const query = (page: string, tag: string): string =>
  `{'webId':'w1','pageId':'${page}','tplSetId':'t1','tagId':'${tag}','parseType':'bulidstatic','pageType':'column'}`;

/** The shell of a list that the script of the page asks for; a box beside it is asked for in the same way. */
export function unitList(column: JcmsColumn): string {
  const box =
    column.behaviour.sideBox > 0
      ? `<div class="box" url="${UNIT_API}" queryData="${query(`p${column.number}`, '头条推荐')}"></div>`
      : '';
  return `${box}<div class="list" id="list" url="${UNIT_API}" queryData="${query(`p${column.number}`, '当前栏目列表')}"></div><script src="/assets/unit.js"></script>`;
}

const json = (value: unknown): Answer => ({ type: 'application/json; charset=utf-8', body: JSON.stringify(value) });

/** Obeys the page number in `paramJson` alone. */
export function unitAnswer(column: JcmsColumn, params: URLSearchParams): Answer {
  const { behaviour, documents } = column;
  if (params.get('tagId') !== '当前栏目列表') return listAnswer(column, documentsOf(9901, 8, 'long'), 8);
  const { pageNo = 1, pageSize = 15 } = JSON.parse(params.get('paramJson') ?? '{}') as {
    pageNo?: number;
    pageSize?: number;
  };
  const page = behaviour.obeys === 'nothing' ? 1 : pageNo;
  const records = documents.slice((page - 1) * pageSize, page * pageSize);
  if (records.length === 0 && page > 1) {
    if (behaviour.beyond === 'foreign') return listAnswer(column, documentsOf(9901, 5, behaviour.addresses), pageSize);
    if (behaviour.beyond === 'blank') return json({ success: true, data: { html: '' } });
  }
  if ((page - 1) * pageSize >= behaviour.deepestRecord) return json({ success: false, message: '参数错误' });
  return listAnswer(column, records, pageSize);
}

function listAnswer(column: JcmsColumn, records: readonly TrueDocument[], size: number): Answer {
  const rows = records.length > 0 ? `<ul>${records.map(row).join('')}</ul>` : '<div class="none">暂无信息</div>';
  const pager = column.behaviour.tellsTotal
    ? `<div class="pagination" rows="${size}" count="${declared(column)}"></div>`
    : '';
  return json({ success: true, data: { html: `${rows}${pager}` } });
}
