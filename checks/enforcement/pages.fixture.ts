import {
  articlePage,
  type CheckCase,
  type ExpectedVerdict,
  listPage,
  type Page,
  paragraphs,
  type TestEntry,
  table,
} from '../testing.ts';

export const asOf = '2023-08-08';
export const column = { topic: 'enforcement', name: '行政执法公示', url: '/law/' } as const;
export const HEADER = ['序号', '姓名', '单位', '执法证号', '执法区域', '有效期'];
export const ROWS = [
  ['1', '甲某', '区测试局', '15030001', '临淄区', '至2026年3月1日'],
  ['2', '乙某', '区测试局', '15030002', '临淄区', '至2026年3月1日'],
];

export interface Doc {
  readonly title: string;
  readonly date?: string;
  readonly body: string;
  readonly files?: readonly { readonly name: string; readonly url: string }[];
}
export const staff: Doc = { title: '区测试局行政执法人员资格清单', body: table(HEADER, ...ROWS) };
export const duties: Doc = {
  title: '区测试局行政执法职责',
  body: paragraphs('依法对本行业单位遵守法律法规的情况实施监督检查。'),
};
export const powers: Doc = {
  title: '区测试局行政执法权限',
  body: table(['序号', '权限类别', '权限内容'], ['1', '行政检查', '进入现场检查']),
};
export const posts: Doc = {
  title: '区测试局行政执法岗位信息',
  body: table(['序号', '岗位名称', '岗位职责'], ['1', '检查岗', '承担日常检查']),
};
export const figures: Doc = {
  title: '区测试局2022年度行政执法总体情况',
  date: '2023-01-20',
  body: table(['项目', '数量'], ['行政检查（次）', '40']),
};

export function pagesOf(docs: readonly Doc[], more: Readonly<Record<string, Page>> = {}): CheckCase['pages'] {
  const entries = docs.map(
    ({ title, date = '2023-03-15' }, i): TestEntry => ({ title, date, url: `/law/doc_${i}.html` }),
  );
  return {
    '/law/': listPage(entries),
    ...Object.fromEntries(
      docs.map((one, i) => [`/law/doc_${i}.html`, articlePage({ date: '2023-03-15', ...one })] as const),
    ),
    ...more,
  };
}
export const csv = (...rows: readonly (readonly string[])[]): Page => ({
  body: rows.map((row) => row.join(',')).join('\n'),
  type: 'text/csv; charset=utf-8',
});
export const text = (...lines: readonly string[]): Page => ({
  body: lines.join('\n'),
  type: 'text/plain; charset=utf-8',
});
export const one = (
  name: string,
  docs: readonly Doc[],
  expect: readonly ExpectedVerdict[],
  more: Readonly<Record<string, Page>> = {},
  rest: Partial<CheckCase> = {},
): CheckCase => ({ name, asOf, columns: [column], pages: pagesOf(docs, more), expect, ...rest });

export const given = { verdict: 'pass', message: 'no-duties', subject: 'lzqcsj' } as const;
export const laidOut = { verdict: 'pass', message: 'staff-layout', subject: 'lzqcsj' } as const;
export const current = { verdict: 'pass', message: 'staff-stale' } as const;
export const lacking = (says: string) => ({ verdict: 'fail', message: 'no-duties', advisory: false, says }) as const;
export const perhaps = { verdict: 'inconclusive', message: 'no-duties', reason: 'unparsed' } as const;
export const otherwise = (says: string) =>
  ({ verdict: 'fail', message: 'staff-layout', advisory: false, says }) as const;
export const all = [duties, powers, posts];
export const staffIn = (body: string, rest: Partial<Doc> = {}): readonly Doc[] => [...all, { ...staff, ...rest, body }];
export const file = (name: string, url: string) => ({ files: [{ name, url }] });
