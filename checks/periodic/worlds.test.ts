import fc from 'fast-check';
import { describe, it } from 'vitest';
import { addDays, type CivilDate, lastDay, period } from '../kit.ts';
import { articlePage, type ExpectedVerdict, listPage, type Page, paragraphs, table, testCheck } from '../testing.ts';
import periodic from './check.ts';

const AS_OF = '2023-08-08' as CivilDate;
const LAST = 6;
const DUE = { kind: 'working-days', days: 20 } as const;

interface Post {
  readonly title: string;
  readonly date: string;
  readonly body: string;
  readonly file?: { readonly name: string; readonly page: Page };
}
/** How one month's figures are published; the months are written by the generator alone. */
type Style = (month: number) => Omit<Post, 'date'>;

const FIGURES = table(['序号', '指标', '数值'], ['1', '样品', '25']);
const plainly = (title: string): Omit<Post, 'date'> => ({ title, body: `${paragraphs('主要数据见下表。')}${FIGURES}` });
const csv = (...rows: readonly (readonly string[])[]): Page => ({
  body: rows.map((row) => row.join(',')).join('\n'),
  type: 'text/csv; charset=utf-8',
});
const CHINESE = ['', '一', '二', '三', '四', '五', '六'];
const SINGLE: readonly Style[] = [
  (m) => plainly(`区测试局2023年${m}月份主要指标`),
  (m) => plainly(`２０２３年${'０１２３４５６'[m]}月份指标`),
  (m) => plainly(`二〇二三年${CHINESE[m]}月主要指标`),
  (m) => plainly(`主要指标（2023.0${m}）`),
  (m) => plainly(`主要指标（2023-0${m}）`),
  (m) => plainly(`${m}月份主要指标`),
  (m) => plainly(`2023年度主要指标（${m}月份）`),
  (m) => plainly(`2023年${m}月1日至${lastDay(period('month', 2023, m)).slice(8)}日处罚信息`),
  (m) => ({ title: '主要指标公布', body: `${paragraphs(`2023年${m}月，全区主要指标如下。`)}${FIGURES}` }),
  (m) => ({
    title: '主要指标公布',
    body: `${paragraphs('数据如下。')}<table><caption>2023年${m}月指标</caption>${FIGURES.slice(18)}`,
  }),
  (m) => ({
    title: '主要指标公布',
    body: paragraphs('数据见附件，欢迎社会监督。'),
    file: { name: `2023年${m}月指标.csv`, page: csv(['指标', '数值'], ['样品', '25']) },
  }),
  (m) => ({
    title: '主要指标公布',
    body: paragraphs('数据见附件，欢迎社会监督。'),
    file: { name: '附件.csv', page: csv([`2023年${m}月指标`], ['指标', '数值'], ['样品', '25']) },
  }),
  (m) => ({
    title: `关于2023年${m}月指标的情况说明`,
    body: paragraphs(`2023年${m}月，因系统检修，我局未产生需要公开的指标。`),
  }),
];
const JOINT: readonly ((months: readonly number[]) => Omit<Post, 'date'> | null)[] = [
  (months) => plainly(`2023年${months.map((m) => `${m}月`).join('、')}份指标`),
  (months) => plainly(`2023年${months.join('、')}月指标`),
  ([first = 0, ...rest]) => (first === 1 ? null : plainly(`2023年${first}-${rest.at(-1)}月指标`)),
  (months) => (months.join() === '1,2' ? plainly('2023年1-2月指标') : null),
  (months) => (months.join() === '4,5,6' ? plainly('2023年第二季度指标') : null),
  (months) => (months.join() === '4,5,6' ? plainly('2023Q2指标') : null),
  (months) =>
    months.length < 3
      ? null
      : {
          title: '2023年指标情况',
          body: `${paragraphs('各月数据如下。')}${table(['月份', '数值'], ...months.map((m) => [`${m}月`, '25']), ['12月', ''])}`,
        },
  (months) => ({
    title: '指标情况',
    body: `${paragraphs('各月数据如下。')}${table(...months.map((m) => [`2023年${m}月指标`, '25']))}`.replace(
      '各月数据如下',
      `2023年${months.map((m) => `${m}月`).join('、')}数据如下`,
    ),
  }),
];
const NOISE: readonly Post[] = [
  '关于印发临政办字〔2023〕5号文件的通知',
  '自2023年5月1日起施行的办法',
  '联系电话0533-7202305',
  '2023年第5号公告',
  '6月5日环境日活动',
].map((title, i) => ({ title, date: `2022-03-1${i}`, body: paragraphs('请社会各界知悉，如有疑问请来电。') }));
const BARE: Style = (m) => ({ title: `2023年${m}月份说明`, body: paragraphs(`2023年${m}月份无相关信息，特此说明。`) });

const world = fc.record({
  months: fc.array(
    fc.record({
      filled: fc.boolean(),
      joined: fc.boolean(),
      /** Of one that is not filled: a notice without any reason stands there. */
      bare: fc.boolean(),
      style: fc.nat(),
      late: fc.integer({ min: 3, max: 180 }),
    }),
    { minLength: LAST, maxLength: LAST },
  ),
  noise: fc.subarray([...NOISE]),
});
type World = typeof world extends fc.Arbitrary<infer T> ? T : never;

/** Posts of a world, runs of joined months in one. */
function postsOf({ months, noise }: World): readonly Post[] {
  const posts: Post[] = [...noise];
  for (let i = 0; i < LAST; i += 1) {
    const start = months[i];
    if (!start) continue;
    // With something later, or its page alone would decide between overdue and gap.
    const hasLater = months.slice(i + 1).some(({ filled }) => filled);
    if (!start.filled && start.bare && hasLater) posts.push({ ...BARE(i + 1), date: '2023-08-01' });
    if (!start.filled) continue;
    const run = [i + 1];
    while (months[i]?.joined && months[i + 1]?.filled) {
      i += 1;
      run.push(i + 1);
    }
    const end = lastDay(period('month', 2023, run.at(-1) ?? 1));
    const due = addDays(end, start.late);
    const joint = JOINT.flatMap((write) => write(run) ?? []);
    const post =
      run.length === 1
        ? (SINGLE[start.style % SINGLE.length] as Style)(run[0] ?? 1)
        : (joint[start.style % joint.length] as Omit<Post, 'date'>);
    posts.push({ ...post, date: due < AS_OF ? due : AS_OF });
  }
  return posts;
}

function pagesOf(posts: readonly Post[]): Record<string, Page> {
  const pages: Record<string, Page> = {};
  const entries = posts.map(({ title, date, body, file }, i) => {
    const url = `/figures/doc_${i}.html`;
    const files = file ? [{ name: file.name, url: `/figures/${i}.csv` }] : [];
    pages[url] = articlePage({ title, date, body, files });
    if (file) pages[`/figures/${i}.csv`] = file.page;
    return { title, date, url };
  });
  pages['/figures/'] = listPage([...entries].sort((a, b) => (a.date < b.date ? 1 : -1)));
  return pages;
}

/** What must be said of each month: the generator knows which ones were written about. */
function expected({ months }: World): readonly ExpectedVerdict[] {
  return months.flatMap(({ filled }, i): readonly ExpectedVerdict[] => {
    const subject = `2023-0${i + 1}`;
    if (i < 3) return filled ? [] : [{ subject, verdict: 'fail', message: 'gap', advisory: true }];
    if (filled) return [{ subject, verdict: 'pass', message: null, advisory: false }];
    const message = months.slice(i + 1).some((later) => later.filled) ? 'gap' : 'overdue';
    return [{ subject, verdict: 'fail', message, advisory: false }];
  });
}

describe('random worlds', () => {
  // Each world is judged again with every page and file out, which may accuse nobody anew.
  it('months that nobody wrote about are missing, all others are not', async () => {
    await fc.assert(
      fc.asyncProperty(world, async (one) => {
        const posts = postsOf(one);
        await testCheck(periodic, [
          {
            name: posts.map(({ title }) => title).join(),
            asOf: AS_OF,
            period: '2023Q2',
            columns: [{ topic: 'statistics', name: '统计数据', url: '/figures/', every: 'month', due: DUE }],
            pages: pagesOf(posts),
            expect: expected(one),
          },
        ]);
      }),
      { numRuns: 12 },
    );
  });
});
