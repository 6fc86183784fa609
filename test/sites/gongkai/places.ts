import { leaf, text } from './odd.ts';
import { listed } from './plant.ts';
import { channelA, listPage, ROOT, shell, UNIT } from './shell.ts';
import type { Planted } from './types.ts';

/** One person a page, told apart only by a key in the query. */
const LEADERS = `${ROOT}channel_5fc4b785f867d82dbc565b7e/`;
const PERSONS = [
  ['1606898238116', '石青山', '主持中心全面工作。'],
  ['1606898238245', '林远舟', '分管测绘成果管理工作。'],
] as const;
const person = ([, name, duty]: (typeof PERSONS)[number]): string =>
  `<div class="q2">${name}</div><div class="q4"><p>${name}，男，汉族，现任${UNIT}负责人。</p><p>工作分工：${duty}</p></div>`;
const names = `<div class="q6">${PERSONS.map(([key, name]) => `<span><a href="?key=${key}">${name}</a></span>`).join('')}</div>`;
export const leaders: Planted = {
  name: '领导分工',
  path: LEADERS,
  documents: PERSONS.map(([, name, duty]) => ({ title: name, dates: {}, holds: [duty] })),
  pages: {
    [LEADERS]: shell(`${UNIT} - 领导分工`, `${names}${person(PERSONS[0])}`),
    ...Object.fromEntries(
      PERSONS.map((one) => [
        `${LEADERS}?key=${one[0]}`,
        shell(`${UNIT} - 领导分工 - ${one[1]}`, `${names}${person(one)}`),
      ]),
    ),
  },
};

const PAGED = channelA('1605681302.1016');
const numbered = Array.from({ length: 23 }, (_, i) =>
  leaf(
    {
      title: `关于第${i + 1}期测绘成果汇交情况的通报`,
      date: `2023-0${(i % 9) + 1}-11`,
      body: text('本期成果已全部汇交。'),
      truth: {},
    },
    100 + i,
  ),
);
const pageAt = (page: number): string => (page === 1 ? PAGED : `${PAGED}?page=${page}`);
const turning = (page: number): string =>
  `<p>共23条 ${page > 1 ? `<a href="${pageAt(page - 1)}">上一页</a>` : ''} ${page < 3 ? `<a href="${pageAt(page + 1)}">下一页</a>` : ''}</p>`;
const whole = listed('分页栏目', PAGED, numbered);
export const paged: Planted = {
  ...whole,
  pages: {
    ...whole.pages,
    ...Object.fromEntries(
      [1, 2, 3].map((page) => [
        pageAt(page),
        listPage(
          '分页栏目',
          numbered
            .slice((page - 1) * 10, page * 10)
            .map(({ file, truth, listDate }) => ({ href: PAGED + file, title: truth.title, date: listDate })),
          'li',
          turning(page),
        ),
      ]),
    ),
  },
};
