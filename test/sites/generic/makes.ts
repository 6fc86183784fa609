import type { Answer, Planted } from '../site-kit.ts';
import { plant } from './columns.ts';
import {
  article,
  card,
  dateBefore,
  encoded,
  filed,
  listItem,
  opener,
  scriptLink,
  shell,
  tableRow,
  wholeCard,
} from './templates.ts';

const UNIT = '东岭区民政局';
const GB = '东岭区档案馆';

/** News of the whole site beside the lists, longer than most of them. */
export const news = filed('/xwzx/', '东岭区', 15, '2023-08-14', 90_000);
export const newsPages: Readonly<Record<string, Answer>> = Object.fromEntries(
  news.map((document) => [document.path, encoded(article(document), 'utf-8')]),
);
const box = (heading: string): string =>
  `<div class="box"><div class="hd">${heading}</div><ul>${news.map(listItem).join('')}</ul></div>`;

/** A column behind a frame: the list is a page of its own, with pages of its own. */
const framed: Planted = (() => {
  const inner = plant({ unit: UNIT, name: '社会救助', path: '/frame/shjz/', count: 11, firstId: 6000 });
  const path = '/mzj/shjz/';
  const outer = encoded(
    shell('社会救助', '<div class="content"><iframe src="/frame/shjz/" width="100%" height="900"></iframe></div>'),
    'utf-8',
  );
  return { ...inner, path, pages: { ...inner.pages, [path]: outer } };
})();
const strangeFrame: Planted = {
  ...{ unit: UNIT, name: '养老服务', path: '/mzj/ylfw/', documents: [], gaps: ['no-browser'] },
  pages: {
    '/mzj/ylfw/': encoded(shell('养老服务', '<iframe src="http://lists.elsewhere.example/ylfw/"></iframe>'), 'utf-8'),
  },
};
/** A frame around a list that says it has nothing. */
const emptyFrame: Planted = {
  ...{ unit: UNIT, name: '行政强制', path: '/mzj/xzqz/', documents: [] },
  pages: {
    '/mzj/xzqz/': encoded(shell('行政强制', '<iframe src="/frame/xzqz.html"></iframe>'), 'utf-8'),
    '/frame/xzqz.html': encoded(shell('行政强制', '<p>暂无信息</p>'), 'utf-8'),
  },
};

export const makes: readonly Planted[] = [
  plant({
    unit: UNIT,
    name: '通知公告',
    path: '/mzj/tzgg/',
    count: 21,
    firstId: 1000,
    words: (n, m) => `共${n}条 共${m}页`,
  }),
  plant({
    unit: UNIT,
    name: '公示公告',
    path: '/mzj/gsgg/',
    count: 6,
    firstId: 1100,
    row: tableRow,
    wrap: (rows) => `<table><tbody>${rows}</tbody></table>`,
  }),
  plant({
    unit: UNIT,
    name: '政策文件',
    path: '/mzj/zcwj/',
    count: 9,
    firstId: 1200,
    row: dateBefore,
    wrap: (rows) => `<dl>${rows}</dl>`,
  }),
  plant({ unit: UNIT, name: '行政处罚', path: '/mzj/xzcf/', count: 5, firstId: 1300, row: opener }),
  plant({ unit: UNIT, name: '双随机抽查', path: '/mzj/ssj/', count: 10, firstId: 1400, row: scriptLink }),
  plant({ unit: UNIT, name: '政策解读', path: '/mzj/zcjd/', count: 12, firstId: 1500, row: card }),
  plant({ unit: UNIT, name: '会议公开', path: '/mzj/hygk/', count: 4, firstId: 1600, row: wholeCard }),
  plant({ unit: UNIT, name: '建议提案', path: '/mzj/jyta/', count: 2, firstId: 1700, beside: box('本站热门') }),
  plant({
    unit: UNIT,
    name: '规划计划',
    path: '/ghjh/',
    folder: '/show/',
    count: 9,
    firstId: 18_000,
    beside: box('站内信息'),
  }),
  framed,
  strangeFrame,
  emptyFrame,
  plant({ unit: GB, name: '馆务公开', path: '/dag/gwgk/', count: 10, firstId: 2000, charset: 'gb-meta' }),
  plant({ unit: GB, name: '档案法规', path: '/dag/dafg/', count: 10, firstId: 2100, charset: 'gb-header' }),
  plant({ unit: GB, name: '工作动态', path: '/dag/gzdt/', count: 10, firstId: 2200, charset: 'gb-unsaid' }),
];
