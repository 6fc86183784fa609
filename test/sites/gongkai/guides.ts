import { layout3 } from './layouts.ts';
import { channelA, channelB, objectId, ROOT, UNIT } from './shell.ts';
import type { Planted } from './types.ts';

const PARTS = [
  '一、信息公开分类',
  '本中心主动公开的信息分为机构职能、法规公文、业务工作、财政信息、政府会议和年度报告等。',
  '二、获取形式',
  '●公开形式：区政府网站、政务公开查阅点。',
  '三、依申请公开',
  '受理机构：青石区测绘服务中心办公室，联系电话 0533—7100321，办公时间为工作日上午8:30至12:00。',
];
const TEXT = PARTS.map((part) => `<p>${part}</p>`).join('\n');
const HOLDS = ['一、信息公开分类', '0533—7100321', '●公开形式'];
/** A reader may take the time on the page for nothing else. */
const LACKS = ['时间:', '主办'];

const guide = (name: string, path: string, date: string, more: Partial<Planted> = {}): Planted => {
  const title = `${UNIT}信息公开指南`;
  return {
    name,
    path,
    documents: [
      { title, inline: true, dates: { claimed: [date] }, metadata: {}, holds: HOLDS, lacks: LACKS, attachments: [] },
    ],
    pages: { [path]: layout3({ title, date, body: TEXT }) },
    ...more,
  };
};

const renamed = channelB('5fb3c16ddd0092b848bb9a5b');
const formed = channelA('1605680780.108');
const form = `doc_${objectId('2024-03-01', 0, 3)}_c40bf8efdc4f89fdb726fece655ac213.txt`;

export const guides: readonly Planted[] = [
  guide('指南（单位首页）', ROOT, '2023-10-18'),
  guide('指南（一）', channelA('1605680736.0499'), '2024-05-15'),
  guide('指南（二）', channelA('1605680762.6817'), '2024-02-19'),
  {
    name: '更名单位的指南',
    path: renamed,
    documents: [
      {
        title: '青石区测绘和档案事业中心政务公开指南',
        ...{ inline: true, dates: { claimed: ['2022-07-18'] }, metadata: {} },
        holds: ['青石区测绘和档案事业中心'],
      },
    ],
    pages: {
      [renamed]: layout3({
        title: '青石区测绘和档案事业中心政务公开指南',
        printed: '青石区测绘和档案事业<br>中心政务公开指南',
        date: '2022-07-18',
        body: `<p>为方便公众，青石区测绘和档案事业中心编制本指南。</p>${TEXT}`,
      }),
    },
  },
  {
    name: '带申请表的指南',
    path: formed,
    documents: [
      {
        title: `${UNIT}信息公开指南`,
        ...{ inline: true, dates: { claimed: ['2024-03-01'] }, holds: HOLDS },
        attachments: [{ name: '信息公开申请表(1).txt', type: 'txt', holds: '申请人姓名' }],
      },
    ],
    pages: {
      [formed]: layout3({
        title: `${UNIT}信息公开指南`,
        date: '2024-03-01',
        body: TEXT,
        after: `<p>附件：<a href="${formed}${form}">信息公开申请表(1).txt</a></p>`,
      }),
      [formed + form]: { type: 'text/plain', body: '申请人姓名：\r\n联系电话：\r\n' },
    },
  },
];
