import { MEDIA } from './layouts.ts';
import { doc, leaf, text } from './odd.ts';
import { leaders, paged } from './places.ts';
import { listed } from './plant.ts';
import { CITY, channelA, MIRROR, ROOT, shell, UNIT } from './shell.ts';
import type { Planted } from './types.ts';

const OLD = '/col/col68799/index.html';

/** Every digit run a span of its own, as Word pastes it: no character is lost in the page. */
const pasted = (line: string): string =>
  `<p class="MsoNormal">${(line.match(/\d|[^\d]+/g) ?? []).map((part) => `<span style="font-size:21px"><font face="仿宋">${part}</font></span>`).join('')}</p>`;

const reports = listed('粘贴自文字处理软件', channelA('160568133449'), [
  leaf(
    {
      title: `${UNIT} 2022年政府信息公开工作年度报告`,
      printed: `${UNIT}　2022年<br>政府信息公开工作年度报告`,
      metaTitle: `${UNIT}&nbsp;2022年政府信息公开工作年度报告`,
      date: '2023-01-20',
      media: MEDIA,
      body: `${pasted('本报告所列数据的统计期限自2022年1月1日起至2022年12月31日止，依据〔2021〕30号文件编制。')}${pasted('地址：地址：[具体地名]镇人民政府，电话0533-7100321。')}`,
      truth: {
        title: `${UNIT} 2022年政府信息公开工作年度报告`,
        dates: { claimed: ['2023-01-20'], body: ['2022-01-01', '2022-12-31'] },
        holds: ['自2022年1月1日起至2022年12月31日止', '〔2021〕30号', '[具体地名]镇人民政府', '地址：地址：'],
        lacks: ['H5'],
      },
    },
    1,
  ),
]);

const HEADER = ['序号', '抽查任务名称', '检查对象', '检查方式', '检查时间'];
const ROW = ['1', '测绘资质巡查', '持证单位', '实地核查', '7-12'];
const random = listed(
  '双随机一公开',
  `${ROOT}channel_c6437/`,
  [
    leaf(
      {
        title: '区测绘中心2022年度随机抽查事项清单',
        date: '2022-06-06',
        offset: 45,
        body: `<table><tr>${HEADER.map((cell) => `<td><p>${cell === '检查时间' ? '检查</p><p>时间' : cell}</p></td>`).join('')}</tr><tr>${ROW.map((cell) => `<td><p>${cell}</p></td>`).join('')}</tr></table>`,
        truth: { table: [HEADER, ROW] },
      },
      1,
    ),
  ],
  'tr',
);

const mixed = listed('各类文件', channelA('1605680990.3939'), [
  leaf(
    {
      title: '关于2023年度无重大行政决策事项的情况说明',
      date: '2023-06-29',
      body: text('2023年上半年，本中心无重大行政决策事项，特此说明。'),
      truth: { holds: ['特此说明'] },
    },
    1,
  ),
  leaf(
    {
      title: '转发市2023年5月份环境空气质量状况通报',
      date: '2023-06-19',
      offset: 13,
      body: text('、环境空气质量状况', '5月份全市细颗粒物浓度为35<sub></sub>µg/m<sup>3</sup>。'),
      truth: { holds: ['、环境空气质量状况', '35µg/m3'] },
    },
    2,
  ),
  leaf(
    {
      title: '关于青石区2022年度预算执行情况的审计工作报告',
      printed: '关于青石区2022年度预算执行情况的<br>审计工作报告',
      metaTitle: '关于青石区2022年度预算执行情况的审计报告',
      date: '2023-10-08',
      body: text('——2023年9月26日在区人大常委会会议上', '主任、各位副主任：现报告审计情况。'),
      truth: { holds: ['2023年9月26日'], dates: { claimed: ['2023-10-08'], body: ['2023-09-26'] } },
    },
    3,
  ),
  ...(['2009-05-12', '2014-02-21'] as const).map((date, i) =>
    leaf(
      {
        title: `${date.slice(0, 4)}年测绘工作总结`,
        date,
        offset: Math.round((Date.parse('2020-12-17') - Date.parse(date)) / 86_400_000),
        body: text('一年来，各项工作平稳有序。', '二○○九年五月八日'),
        truth: { dates: { claimed: [date], body: ['2009-05-08'] } },
      },
      10 + i,
    ),
  ),
  leaf({ title: '测绘资质认定结果', date: '2023-04-03', body: text('合格。'), truth: { holds: ['合格'] } }, 20),
  {
    file: OLD,
    listDate: '2019-03-04',
    answer: null,
    truth: { title: '原栏目留下的旧通知', dates: {}, unread: 'not-found' },
  },
  {
    file: `http://${CITY}/gongkai/channel_c_5f9fa491ab327f36e4c13066_n_1605682659.8205/${doc('2022-12-01', 0, 30)}`,
    listDate: '2022-12-01',
    answer: null,
    truth: { title: '全市环境空气质量月报', dates: {}, unread: 'out-of-scope' },
  },
  {
    file: `http://${MIRROR}${ROOT}channel_c6437/${doc('2022-06-06', 45, 1)}`,
    listDate: '2022-06-06',
    answer: null,
    truth: { title: '区测绘中心抽查清单镜像页面', dates: {}, unread: 'out-of-scope' },
  },
  {
    file: '/art/2018/8/3/art_19724_2744411.html',
    listDate: '2018-08-03',
    answer: shell(
      '迁移的旧文章',
      `<div class="q2">关于旧系统停用的通知</div><div class="q3">发布日期：2018-08-03</div><div class="q4">${text('旧系统自即日起停用。')}</div>`,
    ),
    truth: { title: '关于旧系统停用的通知', dates: { claimed: ['2018-08-03'] }, holds: ['停用'] },
  },
]);

const EMPTY = channelA('1605681421.6765');
const GONE = channelA('1605681553.1537');
const MOVED = channelA('1605681736.2144');
export const oddities: readonly Planted[] = [
  reports,
  random,
  mixed,
  leaders,
  paged,
  { name: '空栏目', path: EMPTY, documents: [], pages: { [EMPTY]: shell('空栏目', '<h3>空栏目</h3><p>暂无信息</p>') } },
  { name: '失效栏目', path: GONE, documents: [], gaps: ['not-found'], pages: {} },
  {
    name: '跳转到镜像的栏目',
    path: MOVED,
    documents: [],
    gaps: ['out-of-scope'],
    pages: { [MOVED]: { status: 302, headers: { location: `http://${MIRROR}${MOVED}` }, body: '' } },
  },
];
