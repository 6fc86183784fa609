import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { fileBytes } from '../../../demo/files/index.ts';
import { startSite } from '../planted-site.ts';
import { type Answer, type DemoSite, type Planted, page, type SiteOptions, type TrueDocument } from '../site-kit.ts';
import { catalogueMeta, catalogueTruth, countingDown, filed, plant } from './columns.ts';
import { article, attachment, attachmentPath, metaTable, pager, paragraphs, rows, shell } from './templates.ts';

const WATER = '河湾区水务局';
const TOWN = '青桥镇人民政府';
const BUREAU = '河湾区人民政府办公室';

/** The most read of the whole site, longer than many a list and of the same make. */
const popular = filed(1009, '河湾区', 14, '2023-08-14', 90_000);
const beside = `<div class="ny_left"><h3>热门信息</h3>${rows(popular, 'u11', '/', false)}</div>`;

/** Fifty-six rows on six pages: `tzgg.htm`, `tzgg/5.htm`, … `tzgg/1.htm`. */
const notices = plant({
  ...{ unit: WATER, name: '通知公告', path: '/xxgk/tzgg.htm', beside, metaOf: catalogueMeta(WATER) },
  documents: catalogueTruth(WATER, filed(1021, WATER, 56, '2023-08-03', 3000)),
});

/** A template that counts up, with dates such as 2018/10/12; three rows beside fourteen of a box. */
const upwards = plant({
  ...{ unit: WATER, name: '政策文件', path: '/xxgk/zcwj.htm', slashes: true, metaOf: catalogueMeta(WATER) },
  documents: catalogueTruth(WATER, filed(1022, WATER, 33, '2018-10-12', 5000)),
  fileNumber: (n) => n,
});
const short = plant({
  ...{ unit: WATER, name: '行政处罚', path: '/xxgk/xzcf.htm', beside, metaOf: catalogueMeta(WATER) },
  documents: filed(1023, WATER, 3, '2023-05-16', 6000),
});

/** A page in the middle breaks; those after it are read all the same. */
const broken: Planted = (() => {
  const documents = filed(1031, TOWN, 45, '2023-07-20', 7000);
  const planted = plant({
    ...{ unit: TOWN, name: '镇街动态', path: '/zjxxgk/zjdt.htm', documents, metaOf: catalogueMeta(TOWN) },
  });
  const error: Answer = { status: 500, body: '<html><head><title>500</title></head><body><h1>500</h1></body></html>' };
  return {
    ...planted,
    pages: { ...planted.pages, [`/zjxxgk/zjdt/${countingDown(3, 5)}.htm`]: error },
    unseen: documents.slice(20, 30).map(({ path }) => path),
    gaps: ['server-error', 'unreadable-list'],
  };
})();

/** The count is of rows long since withdrawn: more than there are. */
const miscounted: Planted = {
  ...plant({
    ...{ unit: TOWN, name: '公示公告', path: '/zjxxgk/gsgg.htm', metaOf: catalogueMeta(TOWN), counted: 19 },
    documents: filed(1032, TOWN, 16, '2023-06-20', 8000),
  }),
  gaps: ['unreadable-list'],
};

/** An exact multiple of the page's size, and a last page that says it has none. */
const emptyLast: Planted = (() => {
  const path = '/zjxxgk/zfwj.htm';
  const documents = filed(1033, TOWN, 20, '2023-07-01', 9000);
  const planted = plant({ unit: TOWN, name: '镇政府文件', path, documents, metaOf: catalogueMeta(TOWN) });
  const list = (part: readonly TrueDocument[], at: number, up: string): Answer =>
    page(
      shell(
        '镇政府文件',
        rows(part, 'u8', up) + pager(20, at, 3, (n) => (n === 1 ? '/zjxxgk/zfwj.htm' : `/zjxxgk/zfwj/${4 - n}.htm`)),
      ),
    );
  const nothing = page(shell('镇政府文件', `<p>暂无信息</p>${pager(20, 3, 3, (n) => `/zjxxgk/zfwj/${4 - n}.htm`)}`));
  const pages = {
    [path]: list(documents.slice(0, 10), 1, '../'),
    '/zjxxgk/zfwj/2.htm': list(documents.slice(10), 2, '../../'),
  };
  return { ...planted, pages: { ...planted.pages, ...pages, '/zjxxgk/zfwj/1.htm': nothing } };
})();

/** The variant of 牟定: catalogue addresses, 公文目录, an empty 成文日期. */
const catalogue: Planted = (() => {
  const documents = Array.from(
    { length: 4 },
    (_, i): TrueDocument => ({
      path: `/info/egovinfo/1007/overt_centent/01525843-7-/2017-122001${4 - i}.htm`,
      title: `${BUREAU}关于印发第${4 - i}号工作方案的通知`,
      date: `2017-06-2${8 - i}`,
      metadata: { publishedOn: `2017年06月2${8 - i}日`, writtenOn: '' },
    }),
  );
  return plant({
    ...{ unit: BUREAU, name: '政府文件', path: '/xxgk/zfwj.htm', documents },
    metaOf: ({ metadata }) =>
      metaTable([
        ['公文目录', '政府文件'],
        ['发文日期', metadata?.publishedOn ?? ''],
        ['成文日期', ''],
      ]),
  });
})();

async function attached(): Promise<Planted> {
  const path = '/xxgk/czyjs.htm';
  const title = '河湾区人民政府办公室2022年度部门决算';
  const empty = { paragraphs: [], grids: [] };
  const grid = { header: ['科目', '万元'], rows: [['三公经费', '12.5']] };
  const word = await fileBytes({
    name: 'a',
    type: 'docx',
    title: '决算公开说明',
    ...empty,
    paragraphs: ['机关运行经费略有下降。'],
  });
  const sheet = await fileBytes({ name: 'b', type: 'xlsx', title: '决算公开表', ...empty, grids: [grid] });
  const pdf = await fileBytes({
    name: 'c',
    type: 'pdf',
    title: '绩效评价报告',
    ...empty,
    paragraphs: ['绩效目标全部完成。'],
  });
  const zip = new ZipFile();
  zip.addBuffer(word, '决算公开说明.docx');
  zip.end();
  const files = [
    { name: '决算公开说明.docx', type: 'docx', holds: '机关运行经费略有下降', body: word },
    { name: '决算公开表.xlsx', type: 'xlsx', holds: '三公经费', body: sheet },
    { name: '绩效评价报告.pdf', type: 'pdf', holds: '绩效目标全部完成', body: pdf },
    {
      name: '全部材料.zip',
      type: 'zip',
      holds: '机关运行经费略有下降',
      body: await buffer(zip.outputStream),
    },
  ] as const;
  const document: TrueDocument = {
    ...{ path: '/info/1041/12345.htm', title, date: '2023-08-11' },
    attachments: files.map(({ name, type, holds }) => ({ name, type, holds })),
  };
  const links = `<ul style="list-style-type:none;">${files.map(({ name }, i) => attachment(700 + i, name)).join('')}</ul>`;
  const pages: Record<string, Answer> = {
    [path]: page(shell('财政预决算', rows([document], 'u8', '../') + pager(1, 1, 1, () => ''))),
    [document.path]: page(article(title, '', paragraphs(title), links)),
  };
  files.forEach(({ body }, i) => {
    pages[attachmentPath(700 + i)] = { type: 'application/octet-stream', body };
  });
  return { unit: BUREAU, name: '财政预决算', path, documents: [document], pages };
}

/** A site of 博达: components of rows, pages that count down, downloads without a name in the address. */
export async function startVsbSite(options: SiteOptions = {}): Promise<DemoSite> {
  const columns = [notices, upwards, short, broken, miscounted, emptyLast, catalogue, await attached()];
  const news = popular.map(({ path, title }) => [path, page(article(title, '', paragraphs(title)))] as const);
  const pages = { ...navigation(columns), ...Object.fromEntries(news) };
  return startSite({ ...options, host: 'www.vsb.example', columns, pages });
}

function navigation(columns: readonly Planted[]): Record<string, Answer> {
  const units = [...new Set(columns.map(({ unit }) => unit))];
  const tree = units
    .map((unit) => {
      const own = columns.filter((column) => column.unit === unit);
      return `<dl><dt>${unit}</dt>${own.map(({ name, path }) => `<dd><a href="${path}">${name}</a></dd>`).join('')}</dl>`;
    })
    .join('');
  const answer = page(shell('信息公开', `<div class="xxgk_tree">${tree}</div>`));
  return { '/': answer, '/index.htm': answer, '/xxgk.htm': answer };
}
