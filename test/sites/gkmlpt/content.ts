import { type Behaviour, documentsOf, type PlatformColumn, type PlatformDocument, WELL_BEHAVED } from './model.ts';
import type { PlatformUnit } from './pages.ts';

function column(
  unit: string,
  id: number,
  name: string,
  count: number,
  behaviour: Partial<Behaviour> = {},
): PlatformColumn {
  return { id, name, behaviour: { ...WELL_BEHAVED, ...behaviour }, documents: documentsOf(unit, id, count) };
}

/** The first document in full dress: metadata and a file; the second is no longer in force. */
function dressed(base: PlatformColumn): PlatformColumn {
  const [first, second, ...others] = base.documents as readonly [
    PlatformDocument,
    PlatformDocument,
    ...PlatformDocument[],
  ];
  const metadata = {
    ...{ index: '006939748/2023-00012', issuer: '青石区民政局', number: '青民〔2023〕5号', theme: base.name },
    ...{ writtenOn: '2023-06-28', publishedOn: first.date },
  };
  const attachments = [{ name: '服务事项清单.csv', type: 'csv', holds: '老年食堂' } as const];
  const abolished = { ...second, flag: 'is_abolished', metadata: { validity: '废止', number: '' } } as const;
  return { ...base, documents: [{ ...first, metadata, attachments }, abolished, ...others] };
}

/** Four units with their own folders; long lists, and the oddities that collectors of this platform report. */
export const UNITS: readonly PlatformUnit[] = [
  {
    ...{ name: '青石区民政局', folder: 'qsmzj', sid: '755041' },
    columns: [
      dressed(column('qsmzj', 301, '政策文件', 12)),
      column('qsmzj', 302, '规划计划', 1),
      column('qsmzj', 303, '行政许可', 130, { escaped: true }),
      column('qsmzj', 304, '建议提案', 0),
    ],
  },
  {
    ...{ name: '青石区财政局', folder: 'qsczj', sid: '755042' },
    columns: [
      dressed(column('qsczj', 401, '财政预决算', 25)),
      column('qsczj', 402, '政府采购', 100),
      column('qsczj', 403, '收费目录', 120, { lastPage: 2 }),
    ],
  },
  {
    ...{ name: '青石区教育局', folder: 'qsjyj', sid: '755043' },
    columns: [
      column('qsjyj', 501, '招生信息', 104, { beyond: 'foreign', filledUp: true }),
      column('qsjyj', 502, '统计数据', 210, { obeysPage: false }),
    ],
  },
];
