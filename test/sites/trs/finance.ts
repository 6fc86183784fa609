import { fileBytes, MEDIA_TYPES } from '../../../demo/files/index.ts';
import { type Answer, type Planted, page, type TrueDocument } from '../site-kit.ts';
import { dotted, filed, fromZero, plant } from './columns.ts';
import { article, paragraphs, rows, scriptPager, shell, stretchedMeta } from './templates.ts';

const UNIT = '石岭区财政局';
const HOME = '/zwgk/bmxxgk/czj/';

const metadata = (document: TrueDocument) => ({
  index: `SL${document.date.slice(0, 4)}-0301`,
  theme: '财政金融审计',
  issuer: UNIT,
  writtenOn: dotted(document.date),
  number: '石财字〔2023〕7号',
  publishedOn: dotted(document.date),
  validity: '有效',
});

/** The block of 枣庄, labels stretched by spaces. */
const metaOf = (document: TrueDocument): string => {
  const { index, theme, issuer, writtenOn, number, publishedOn, validity } = metadata(document);
  return stretchedMeta({
    '索 引 号': index,
    主题分类: theme,
    发布机构: issuer,
    成文时间: writtenOn,
    '文&nbsp;&nbsp;号': number,
    发文时间: publishedOn,
    '标&emsp;题': document.title,
    效力状态: validity,
  });
};

const withMetadata = (documents: readonly TrueDocument[]): TrueDocument[] =>
  documents.map((document) => ({ ...document, metadata: metadata(document) }));

/** Twenty-three notices on three pages, `index_1.html` the second. */
const notices: Planted = plant({
  ...{ unit: UNIT, name: '通知公告', path: `${HOME}tzgg/`, metaOf, pagerOf: fromZero },
  documents: withMetadata(filed(`${HOME}tzgg/`, UNIT, 23, '2023-07-28', 4100)),
  fileOf: (n) => `index_${n - 1}.html`,
});

/** The same call, but `index_2.html` is the second page; there is no `index_1.html`. */
const policies: Planted = plant({
  ...{ unit: UNIT, name: '政策文件', path: `${HOME}zcwj/`, metaOf, pagerOf: fromZero },
  documents: withMetadata(filed(`${HOME}zcwj/`, UNIT, 26, '2023-06-30', 4200)),
  fileOf: (n) => `index_${n}.html`,
});

/** Two pages, the second `index_2.html`: only the answer to `index_1.html` tells. */
const twoPages: Planted = plant({
  ...{ unit: UNIT, name: '政策解读', path: `${HOME}zcjd/`, metaOf, pagerOf: fromZero },
  documents: filed(`${HOME}zcjd/`, UNIT, 14, '2023-06-18', 4300),
  fileOf: (n) => `index_${n}.html`,
});

/** Budgets with files beside the page, `P0YYYYMMDD….pdf`, their kind in the anchor's text or in the address. */
export async function budgets(): Promise<Planted> {
  const path = `${HOME}czyjs/`;
  const title = '石岭区2022年财政决算公开说明';
  const folder = `${path}202308/`;
  const document: TrueDocument = {
    path: `${folder}t20230809_4401.html`,
    title,
    date: '2023-08-09',
    attachments: [
      { name: '附件1：收入决算表.xlsx', type: 'xlsx', holds: '一般公共预算收入' },
      { name: '附件2：决算说明.docx', type: 'docx', holds: '全年支出执行平稳' },
    ],
  };
  const grid = { header: ['科目', '万元'], rows: [['一般公共预算收入', '310452']] };
  const empty = { paragraphs: [], grids: [] };
  const sheet = await fileBytes({ name: '收入决算表', type: 'xlsx', title: '收入决算表', ...empty, grids: [grid] });
  const text = await fileBytes({
    name: '决算说明',
    type: 'docx',
    title: '决算说明',
    ...empty,
    paragraphs: ['全年支出执行平稳。'],
  });
  const links = `<p>附件：<a href="./P020230809384516.xlsx" appendix="true">附件1：收入决算表.xlsx</a></p><p><a href="./P020230809384517.docx">附件2：决算说明.docx</a></p>`;
  const pages: Record<string, Answer> = {
    [path]: page(shell(`财政预决算-${UNIT}`, `<div class="main">${rows([document], path)}${fromZero(1, 1)}</div>`)),
    [document.path]: page(article(title, metaOf(document), paragraphs(title) + links)),
    [`${folder}P020230809384516.xlsx`]: { type: MEDIA_TYPES.xlsx, body: sheet },
    [`${folder}P020230809384517.docx`]: { type: MEDIA_TYPES.docx, body: text },
  };
  return { unit: UNIT, name: '财政预决算', path, documents: [document], pages };
}

/** Annual reports in folders that tell other years than the reports do (汉台: `2019/zbxx/202601/`). */
const reports: Planted = (() => {
  const path = '/xxgknb/2019/zbxx/';
  const documents = [2022, 2021, 2020].map(
    (year): TrueDocument => ({
      path: `${path}202${year % 10}01/t2019010${year % 10}_45${year % 100}.html`,
      title: `${UNIT}${year}年政府信息公开工作年度报告`,
      date: `${year + 1}-01-1${year % 10}`,
    }),
  );
  const pager = scriptPager(
    'var currentPage = 0; var countPage = 1; createPageHTML(countPage, currentPage, "index", "html");',
  );
  return plant({
    ...{ unit: UNIT, name: '政府信息公开年报', path, documents, metaOf, pagerOf: () => pager },
    fileOf: (n) => `index_${n - 1}.html`,
  });
})();

export const finance: readonly Planted[] = [notices, policies, twoPages, reports];
