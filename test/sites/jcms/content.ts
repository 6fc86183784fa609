import type { TrueDocument } from '../site-kit.ts';
import { type Behaviour, documentsOf, type JcmsColumn, WELL_BEHAVED } from './model.ts';
import type { JcmsUnit } from './pages.ts';

interface Extra {
  readonly behaviour?: Partial<Behaviour>;
  readonly rest?: Partial<JcmsColumn>;
}

function column(number: number, name: string, count: number, { behaviour = {}, rest = {} }: Extra = {}): JcmsColumn {
  const behaves = { ...WELL_BEHAVED, ...behaviour };
  return { number, name, behaviour: behaves, documents: documentsOf(number, count, behaves.addresses), ...rest };
}

/** The first document in full dress: metadata, and a table to download whose kind only the query tells. */
function withFirst(base: JcmsColumn): JcmsColumn {
  const [first, ...others] = base.documents as readonly [TrueDocument, ...TrueDocument[]];
  const metadata = {
    ...{ index: '11370000004300001K/2023-00017', issuer: '青石区司法局', number: '青司发〔2023〕7号' },
    ...{ writtenOn: '2023-06-30', validity: '有效' },
  };
  const attachments = [{ name: '便民设施清单.csv', type: 'csv', holds: '长椅' } as const];
  return { ...base, documents: [{ ...first, metadata, attachments }, ...others] };
}

const policies = column(2203, '政策文件', 100, { behaviour: { sideBox: 12, repeats: true } });
const meetings = column(2305, '会议公开', 70, { behaviour: { deepestRecord: 45 } });

/** Four units; every way in which lists of these systems are known to be handed over, and the oddities of their proxies. */
export const UNITS: readonly JcmsUnit[] = [
  {
    name: '区司法局',
    folder: 'sfj',
    columns: [
      withFirst(column(2201, '信息公开指南', 1)),
      withFirst(column(2202, '通知公告', 7, { behaviour: { sideBox: 20 } })),
      withFirst(policies),
    ],
  },
  {
    name: '区统计局',
    folder: 'tjj',
    columns: [
      column(2301, '统计数据', 200, { behaviour: { repeats: true } }),
      column(2302, '统计公报', 61, { behaviour: { obeys: 'pages' } }),
      column(2303, '统计分析', 93, { behaviour: { turns: 'nextgroup' } }),
      column(2304, '数据解读', 48, { behaviour: { answers: 'html', embedded: 'page' } }),
      {
        ...meetings,
        gaps: ['unparsed', 'unreadable-list'],
        unseen: meetings.documents.slice(45).map(({ path }) => path),
      },
    ],
  },
  {
    name: '区城管局',
    folder: 'cgj',
    columns: [
      column(2401, '行政处罚', 50, { behaviour: { needsReferer: true, embedded: 'page' } }),
      column(2402, '行政许可', 33, { behaviour: { embedded: 'none' } }),
      column(2403, '执法公示', 20, { behaviour: { addresses: 'below-column' } }),
      column(2404, '建议提案', 0),
    ],
  },
  {
    name: '区文旅局',
    folder: 'wlj',
    columns: [
      column(2501, '公共文化', 40, { behaviour: { addresses: 'long', sideBox: 4 }, rest: { onJpaas: true } }),
      column(2502, '政府采购', 3, { behaviour: { addresses: 'below-column' }, rest: { onJpaas: true } }),
      column(2503, '重大项目', 0, { rest: { onJpaas: true } }),
    ],
  },
];
