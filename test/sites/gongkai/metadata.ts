import { layout1, layout1Government, layout2, layout4, layout4b, layout5, MEDIA } from './layouts.ts';
import { listed } from './plant.ts';
import { channelA, objectId, ROOT, UNIT } from './shell.ts';
import type { Planted } from './types.ts';

const CODE = '12370399K21216551K';
const body = (text: string): string => `<p>${text}</p><p>各有关单位要结合实际抓好落实，确保各项工作按期完成。</p>`;
const doc = (date: string, offset: number, order: number): string => `doc_${objectId(date, offset, order)}.html`;

const NUMBERS = [
  { number: '无文号', markup: 'table', date: '2024-01-16', index: `${CODE}/2024-5412001` },
  { number: '〔〕号', markup: 'dl', date: '2023-01-20', index: `${CODE}/2023-None` },
  { number: '', markup: 'li', date: '2022-01-19', index: '/2022-5265770' },
  { number: '青测〔2021〕3号', markup: 'spans', date: '2021-01-22', index: '3700306/2021-5126856' },
  { number: '', markup: 'lines', date: '2020-12-30', index: `${CODE}/2020-None` },
] as const;

const numbers = listed(
  '文号和索引号',
  channelA('1605680765.6309'),
  NUMBERS.map(({ number, markup, date, index }, i) => {
    const title = `${UNIT}${date.slice(0, 4)}年工作要点`;
    return {
      file: doc(date, [0, 45, 181, -3, 13][i] ?? 0, i),
      listDate: date,
      answer: layout1(
        { title, date, index, number, issuer: '区测绘中心', body: body(`现将${title}印发给你们。`) },
        markup,
        i === 0 ? MEDIA : '',
      ),
      truth: {
        title,
        dates: { claimed: [date] },
        metadata: { title, index, number, issuer: '区测绘中心', publishedOn: date },
        holds: ['抓好落实'],
        lacks: ['电子书', '打印', '索引号', '网站标识码'],
      },
    };
  }),
);

const timed = listed('日期带时刻', `${ROOT}channel_6076a26b1887a377796bb38b/`, [
  {
    file: doc('2023-02-17', 0, 1),
    listDate: '2023-02-17 09:13:17',
    answer: layout1({
      title: '关于开展测绘质量检查的通知',
      date: '2023-02-17 09:13:17',
      index: `${CODE}/2023-5300001`,
      body: body('现将有关事项通知如下。'),
    }),
    truth: {
      title: '关于开展测绘质量检查的通知',
      dates: { claimed: ['2023-02-17'] },
      metadata: { publishedOn: '2023-02-17 09:13:17' },
    },
  },
]);

const government = listed('区政府年报', '/gongkai/channel_c_5f9f696d489871774b4da7ed_n_1605680532.0536/', [
  {
    file: doc('2024-02-18', 0, 1),
    listDate: '2024-02-18',
    answer: layout1Government({
      title: '青石区人民政府2023年政府信息公开工作年度报告',
      printed: '青石区人民政府　2023年政府信息公开&nbsp;工作年度报告',
      date: '2024-02-18',
      index: '11370399004219181C/2024-5430001',
      number: '〔〕号',
      issuer: '青石区人民政府',
      body: body('本报告由总体情况等六部分组成。'),
    }),
    truth: {
      title: '青石区人民政府 2023年政府信息公开 工作年度报告',
      dates: { claimed: ['2024-02-18'] },
      metadata: { number: '〔〕号', issuer: '青石区人民政府' },
      holds: ['六部分'],
      lacks: ['手机', '首页'],
    },
  },
]);

const POLICY = {
  title: '青石区测绘成果管理办法',
  date: '2021-03-26',
  index: '3700306/2021-5226856',
  number: '青测发〔2021〕7号',
  issuer: '青石区测绘服务中心',
  written: '2021-03-25',
  theme: '综合政务-文秘工作',
  validity: '有效',
  body: body('第一条 为规范测绘成果管理，制定本办法。'),
};
const policy = listed(
  '政策文件',
  `${ROOT}channel_shifubanwenjian/`,
  (['table', 'spans'] as const).map((markup, i) => ({
    file: `doc_zcwj${i}-2021.html`,
    listDate: '2021-03-26',
    answer: layout2(POLICY, markup),
    truth: {
      title: POLICY.title,
      dates: { claimed: ['2021-03-26'], written: ['2021-03-25'] },
      metadata: {
        title: POLICY.title,
        issuer: POLICY.issuer,
        number: POLICY.number,
        index: POLICY.index,
        writtenOn: '2021-03-25',
        publishedOn: '2021-03-26',
        theme: POLICY.theme,
        validity: '有效',
      },
      holds: ['第一条'],
      lacks: ['综合政务'],
    },
  })),
  'tr',
);

const unlabelled = listed(
  '无标签版面',
  `${ROOT}channel_jns_qsqchfwzx_75d/`,
  (['li', 'span'] as const).map((markup, i) => {
    const index = `1237039904493090752${i}`.slice(0, 18);
    const title = `青石区测绘中心公开目录（${i + 1}）`;
    return {
      file: doc('2025-04-14', -823, i),
      listDate: '2025-04-14',
      answer: layout4(
        {
          title,
          date: '2025-04-14',
          index: `${index}/2025-532034${i}`,
          issuer: '区测绘中心',
          body: body('目录包括以下内容。'),
        },
        markup,
      ),
      truth: {
        title,
        dates: { claimed: ['2025-04-14'] },
        metadata: { index: `${index}/2025-532034${i}`, issuer: '区测绘中心', publishedOn: '2025-04-14' },
        holds: ['目录包括'],
        lacks: ['打印整页', '区测绘中心'],
      },
    };
  }),
  'div',
);

const plain = listed('仅隐藏日期', `${ROOT}channel_j_qingshiquchfwzx_22c/`, [
  {
    file: doc('2023-03-01', 66, 1),
    listDate: '',
    answer: layout4b({
      title: '青石区测绘服务中心部门职责说明',
      date: '2023-03-01 13:31:56',
      body: body('本中心承担全区基础测绘工作。'),
    }),
    truth: {
      title: '青石区测绘服务中心部门职责说明',
      dates: { claimed: ['2023-03-01'] },
      metadata: {},
      holds: ['基础测绘'],
      lacks: ['字号'],
    },
  },
]);

const liaocheng = listed('另一种无标签版面', '/channel_t_283_16517/', [
  {
    file: doc('2019-06-12', 1400, 1),
    listDate: '2019-06-12',
    answer: layout5({
      title: '青石区政府第12次常务会议',
      date: '2019-06-12',
      index: '1237039904493090752/2019-5320999'.replace('0752/', '075/'),
      issuer: '区政府办公室',
      body: '<p>会议时间：2019年6月11日</p><p>列席：各部门负责人</p><p>议题：研究测绘工作</p><p>会议解读：</p>',
    }),
    truth: {
      title: '青石区政府第12次常务会议',
      dates: { claimed: ['2019-06-12'], body: ['2019-06-11'] },
      metadata: { index: '123703990449309075/2019-5320999', issuer: '区政府办公室' },
      holds: ['会议时间：2019年6月11日', '议题：研究测绘工作'],
      lacks: ['【字号'],
    },
  },
]);

export const metadataColumns: readonly Planted[] = [numbers, timed, government, policy, unlabelled, plain, liaocheng];
