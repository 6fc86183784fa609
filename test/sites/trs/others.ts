import { type Answer, type Planted, page, pagesOf, type TrueDocument } from '../site-kit.ts';
import { dotted, filed, fromZero, plant } from './columns.ts';
import { article, paragraphs, rows, scriptPager, shell, spannedMeta } from './templates.ts';

const STATISTICS = '石岭区统计局';
const TOWN = '柳桥镇人民政府';
const EDUCATION = '石岭区教育和体育局';
const usual = (n: number): string => `index_${n - 1}.html`;

/** The block of 湘西: most values empty. */
const sparseMeta = ({ date }: TrueDocument): string =>
  spannedMeta({
    ...{
      公开责任部门: STATISTICS,
      公开方式: '主动公开',
      公开范围: '全部公开',
      信息时效期: '',
      签署日期: '',
      登记日期: '',
    },
    发文日期: date,
  });
/** The block of 青岛. */
const unitMeta = ({ date }: TrueDocument): string =>
  spannedMeta({ 发文单位: TOWN, 成文日期: dotted(date), 发布日期: date, 发文字号: '' });
/** The block of 南昌. */
const numberMeta = ({ date }: TrueDocument): string =>
  spannedMeta({ 生成日期: date, 文件编号: '石教体字〔2023〕15号', 有效性: '有效', 公开范围: '面向全社会' });

/** News of the whole site, which some servers give for a page number that they do not have. */
const news: readonly TrueDocument[] = filed('/zwdt/jryw/', '石岭区', 12, '2023-08-15', 9000);
const hot = `<div class="right"><h3>热点信息</h3>${rows(news, '/none/')}</div>`;

/** Forty-one rows; the fourth of its five pages is answered with news of the home page. */
const figures: Planted = (() => {
  const path = '/zwgk/bmxxgk/tjj/tjsj/';
  const documents = filed(path, STATISTICS, 41, '2023-08-01', 5000).map((document) => ({
    ...document,
    metadata: { issuer: STATISTICS, publishedOn: document.date },
  }));
  const planted = plant({
    ...{ unit: STATISTICS, name: '统计数据', path, documents, metaOf: sparseMeta, pagerOf: fromZero, fileOf: usual },
  });
  const filler = page(shell('统计数据', `<div class="main">${rows(news, path)}${fromZero(4, 5)}</div>`));
  return {
    ...planted,
    pages: { ...planted.pages, [`${path}index_3.html`]: filler },
    unseen: documents.slice(30, 40).map((document) => document.path),
    gaps: ['unreadable-list'],
  };
})();

const nothing: Planted = {
  ...{ unit: STATISTICS, name: '行政处罚', path: '/zwgk/bmxxgk/tjj/xzcf/', documents: [] },
  pages: { '/zwgk/bmxxgk/tjj/xzcf/': page(shell('行政处罚', '<div class="main"><p>暂无信息</p></div>')) },
};

/** A site whose first page is also `index_1.html`, so that the files run to `index_3.html`. */
const doubled: Planted = (() => {
  const path = '/zwgk/zjxxgk/lqz/zfwj/';
  const documents = filed(path, TOWN, 25, '2023-07-11', 6000).map((document) => ({
    ...document,
    metadata: { issuer: TOWN, writtenOn: dotted(document.date), publishedOn: document.date, number: '' },
  }));
  const planted = plant({
    ...{ unit: TOWN, name: '镇政府文件', path, documents, metaOf: unitMeta, pagerOf: fromZero },
    fileOf: (n) => `index_${n}.html`,
    beside: hot,
  });
  return { ...planted, pages: { ...planted.pages, [`${path}index_1.html`]: planted.pages[path] as Answer } };
})();

/** A newer version: hexadecimal names, a call with the pager's element, pages from 1 and the count of rows. */
const newer: Planted = (() => {
  const path = '/zwgk/zjxxgk/lqz/zcjd/';
  const documents = Array.from({ length: 17 }, (_, i): TrueDocument => {
    const title = `柳桥镇惠民政策解读（第${17 - i}期）`;
    return {
      path: `${path}202306/${(0xabcdef12 + i * 7919).toString(16).padStart(32, '3e')}.shtml`,
      title,
      date: `2023-06-${String(28 - i).padStart(2, '0')}`,
    };
  });
  return plant({
    ...{ unit: TOWN, name: '政策解读', path, documents, metaOf: unitMeta, fileOf: (n) => `index_${n}.shtml` },
    pagerOf: (n, pages) =>
      scriptPager(`createPageHTML('page_div',${pages}, ${n},'index','shtml',${documents.length});`),
  });
})();

/** Variables and a script of the site's own that puts the names together; a longer box of other news beside the list. */
const ownScript: Planted = (() => {
  const path = '/zwgk/bmxxgk/jtj/zsxx/';
  const documents = filed(path, EDUCATION, 12, '2023-08-10', 7000).map((document) => ({
    ...document,
    metadata: { number: '石教体字〔2023〕15号', writtenOn: document.date, validity: '有效' },
  }));
  return plant({
    ...{ unit: EDUCATION, name: '招生信息', path, documents, metaOf: numberMeta, fileOf: usual },
    beside: hot,
    pagerOf: (n, pages) =>
      scriptPager(
        `var currentPage = ${n - 1};//所在页从0开始\nvar countPage = ${pages};//共多少页\nfor (var i = 0; i < countPage; i++) { if (i != currentPage) document.write("<a href='" + "index_" + i + ".html'>" + (i + 1) + "</a>"); }`,
      ),
  });
})();

/** One article where a list would be. */
const guide: Planted = (() => {
  const path = '/zwgk/bmxxgk/jtj/zfxxgkzn/';
  const title = '石岭区教育和体育局政府信息公开指南';
  const document: TrueDocument = { path, title, date: '2023-03-01', metadata: { number: '石教体字〔2023〕15号' } };
  const content = article(title, numberMeta(document), paragraphs(title));
  return {
    ...{ unit: EDUCATION, name: '信息公开指南', path, documents: [document] },
    pages: { [path]: page(content) },
  };
})();

export const others: readonly Planted[] = [figures, nothing, doubled, newer, ownScript, guide];

/** The site's own news, so that links to it are not dead. */
export const newsPages: Readonly<Record<string, Answer>> = Object.fromEntries(
  pagesOf(news, news.length)
    .flat()
    .map(({ path, title }) => [path, page(article(title, '', paragraphs(title)))]),
);
