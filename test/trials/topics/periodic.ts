import type { Random } from '../../../demo/random.ts';
import type { CivilDate } from '../../../src/model/civil-date.ts';
import type { Cadence } from '../../../src/model/period.ts';
import type { Due } from '../../../src/model/plan.ts';
import type { Topic } from '../../../src/model/topic.ts';
import { day, later, monthEnd, monthOf, spoken, yearOf } from '../days.ts';
import { grid, hand } from '../html.ts';
import type { Article, Case } from '../types.ts';
import type { Scene } from './guide.ts';
import { nameOf, PER_YEAR, type Slot, slot } from './slots.ts';

interface Matter {
  readonly topic: Topic;
  readonly name: string;
  readonly subjects: readonly [string, ...string[]];
  readonly every: Cadence;
  readonly rows: readonly [string, ...string[]];
}
const MATTERS: readonly [Matter, ...Matter[]] = [
  {
    topic: 'statistics',
    name: '统计信息',
    subjects: ['主要经济指标完成情况', '全县经济运行简况', '规上工业运行数据'],
    every: 'month',
    rows: ['地区生产总值', '固定资产投资', '社零额'],
  },
  {
    topic: 'water-quality',
    name: '饮用水监测',
    subjects: ['城区供水厂出水水质检测结果', '集中式饮用水水源水质状况'],
    every: 'quarter',
    rows: ['浑浊度', '余氯', '菌落总数'],
  },
  {
    topic: 'air-quality',
    name: '空气质量',
    subjects: ['环境空气质量通报', '空气质量状况'],
    every: 'month',
    rows: ['PM2.5', '优良天数', 'O3'],
  },
  {
    topic: 'medical-aid',
    name: '医疗救助',
    subjects: ['城乡医疗救助资金发放情况', '医疗救助人次及支出公示'],
    every: 'quarter',
    rows: ['救助人次', '支出金额'],
  },
  {
    topic: 'elderly-allowance',
    name: '高龄津贴',
    subjects: ['80周岁以上老年人津贴发放汇总', '高龄补贴发放统计'],
    every: 'quarter',
    rows: ['发放人数', '发放金额'],
  },
  {
    topic: 'direct-funds',
    name: '直达资金',
    subjects: ['中央直达资金使用公示', '直达资金支付进度'],
    every: 'half-year',
    rows: ['下达', '支出', '进度'],
  },
  {
    topic: 'employment',
    name: '就业信息',
    subjects: ['城镇新增就业情况', '公益性岗位补贴拨付情况'],
    every: 'quarter',
    rows: ['新增就业', '失业再就业'],
  },
  {
    topic: 'audit-report',
    name: '审计结果',
    subjects: ['本级预算执行和其他财政收支的审计工作报告', '预算执行审计结果公告'],
    every: 'year',
    rows: ['问题金额', '整改金额'],
  },
  {
    topic: 'fees',
    name: '收费清单',
    subjects: ['行政事业性收费目录清单', '涉企收费目录'],
    every: 'year',
    rows: ['不动产登记费', '诉讼费'],
  },
];

/** The earliest and the latest day that anybody could take for the last in time; the truth keeps off the days between. */
function dueOf(
  every: Cadence,
  random: Random,
): { readonly due: Due; readonly last: (slot: Slot) => readonly [CivilDate, CivilDate] } {
  if (every === 'year') {
    const month = random.pick(['03', '06', '09', '10'] as const);
    return {
      due: { kind: 'date', monthDay: `${month}-28` as never, yearsLater: 1 },
      last: ({ year }) => [day(year + 1, Number(month), 28), day(year + 1, Number(month), 28)],
    };
  }
  const days = random.pick([15, 20, 30]);
  return random.chance(2)
    ? {
        due: { kind: 'working-days', days },
        last: ({ end }) => [later(end, Math.floor(days * 1.4)), later(end, Math.ceil(days * 1.4) + 18)],
      }
    : { due: { kind: 'days', days }, last: ({ end }) => [later(end, days), later(end, days + 12)] };
}

interface Series {
  readonly scene: Scene;
  readonly matter: Matter;
  readonly subject: string;
}

function item({ scene, matter, subject }: Series, one: Slot, more: Partial<Article> = {}): Article {
  const { random, place, unit, asOf } = scene;
  const name = nameOf(one, random);
  const wished = later(one.end, random.int(3, 25));
  const date = wished > asOf ? asOf : wished;
  const title = random.pick([
    `${name}${subject}`,
    `${place.district}${name}${subject}`,
    `${unit.name}关于${name}${subject}的公示`,
    `${subject}（${name}）`,
  ]);
  const rows = [
    ['指标', '计量单位', '本期', '比上年同期'],
    ...matter.rows.map((row) => [row, '—', `${random.int(10, 900)}`, `${random.int(-9, 20)}.${random.int(0, 9)}`]),
  ];
  const html = random.chance(3)
    ? hand(random)([
        `${name}，${matter.rows.map((row) => `${row}${random.int(10, 999)}`).join('，')}。较上年同期总体平稳。`,
      ])
    : hand(random)(['现将有关数据公布如下：']) + grid({ rows, caption: title }, random);
  return { title, date, block: random.chance(2) ? 'plain' : 'none', html, ...more };
}

/** How a slot may be filled so that it looks empty. */
function disguised(series: Series, one: Slot): readonly [how: string, articles: readonly Article[], register?: true] {
  const { scene, subject, matter } = series;
  const { random, asOf, unit } = scene;
  const name = nameOf(one, random);
  const soon = later(one.end, random.int(5, 25));
  const date = soon > asOf ? asOf : soon;
  switch (random.int(1, one.every === 'month' ? 6 : one.every === 'quarter' ? 8 : one.every === 'half-year' ? 7 : 5)) {
    case 1:
      return ['published late', [item(series, one, { date: asOf })]];
    case 2: {
      const why = random.pick([
        `因${random.pick(['设备检修', '系统升级', '资金尚未下达'])}，${name}没有发生${subject}相关业务`,
        `经核实，${name}未产生此项支出，故无数据可公开`,
        `${name}未收到相关申请，${subject}为零`,
        `${name}，本辖区无符合条件的申请人，未发生发放业务`,
      ]);
      return [
        'no event, told',
        [
          {
            title: random.pick([`${name}${subject}情况说明`, `关于${name}${subject}无相关信息的说明`]),
            date,
            block: 'none',
            html: hand(random)([`${why}，特此说明。`, unit.fullName, spoken(date)]),
          },
        ],
      ];
    }
    case 3: {
      const rows = matter.rows.map((row) => [row, `${random.int(10, 900)}`]);
      const file = {
        name: `${name}${subject}.xlsx`,
        type: 'xlsx' as const,
        title: name,
        paragraphs: [],
        grids: [{ caption: `${name}${subject}`, header: ['项目', '数值'], rows }],
      };
      return [
        'period in the file alone',
        [{ title: `${subject}公示`, date, block: 'none', html: hand(random)(['详见附件。']), files: [file] }],
      ];
    }
    case 4: {
      const neutral = random.pick([`${subject}公示`, `${subject}`]);
      return [
        'title without period',
        [
          {
            title: `${neutral}（${random.int(3, 99)}）`,
            date,
            block: 'plain',
            html: hand(random)([`${name}${subject}如下：${matter.rows[0]}${random.int(5, 99)}。`]),
          },
        ],
      ];
    }
    case 5:
      return ['register of no events', [], true];
    case 7: {
      // Told in two halves, or in three parts, of the slot.
      const parts =
        one.every === 'quarter'
          ? [1, 2, 3].map((n) => slot('month', one.year, (one.n - 1) * 3 + n))
          : [1, 2].map((n) => slot('quarter', one.year, (one.n - 1) * 2 + n));
      return ['told in shorter periods', parts.map((part) => item(series, part))];
    }
    case 8: {
      const lines = [`截至${spoken(one.end)}，${matter.rows[0]}累计${random.int(20, 400)}，进展正常。`];
      return [
        'up to its last day',
        [
          {
            title: `${subject}进展（截至${one.year}年${monthOf(one.end)}月底）`,
            date,
            block: 'none',
            html: hand(random)(lines),
          },
        ],
      ];
    }
    default:
      if (one.every !== 'month') return ['in time', [item(series, one)]];
      return [
        'period by its days',
        [
          {
            title: `${one.year}年${one.n}月1日至${Number(monthEnd(one.year, one.n).slice(8))}日${subject}`,
            date,
            block: 'plain',
            html: hand(random)([`数值见表：${random.int(5, 99)}。`]),
          },
        ],
      ];
  }
}

/** A column that is due every so often: the quarter's slots, and those of the half-year and the year that are due. */
export function periodicCase(scene: Scene, taken: ReadonlySet<Topic>): Case | null {
  const { random, asOf, quarter, unit } = scene;
  const free = MATTERS.filter(({ topic }) => !taken.has(topic));
  const [matter] = random.some(free, 1);
  if (!matter) return null;
  const { due, last } = dueOf(matter.every, random);
  const series: Series = { scene, matter, subject: random.pick(matter.subjects) };
  const all = slotsBefore(matter.every, asOf);
  // A slot that is due, beyond doubt; those that may be or may not be are always filled.
  const isDue = (one: Slot): boolean => last(one)[1] < asOf;
  const mayBeDue = (one: Slot): boolean => last(one)[0] < asOf;
  const isJudged = (one: Slot): boolean =>
    matter.every === 'month' || matter.every === 'quarter'
      ? one.end >= quarter[0] && one.end <= quarter[1]
      : isDue(one);
  const judged = all.filter((one) => isJudged(one) && isDue(one));
  const isJudgedOnce = matter.every === 'year' || matter.every === 'half-year';
  const latest = judged.at(-1);
  // Where a later one may be due by now, it is that one's turn, and nobody's fault.
  const isOvertaken = all.some((one) => latest !== undefined && one.end > latest.end && isJudgedOnce && mayBeDue(one));
  const newest = isOvertaken ? undefined : latest;
  const roll = random.int(1, 10);
  const column = (articles: readonly Article[]) => [
    { topic: matter.topic, name: matter.name, every: matter.every, due, articles },
  ];
  const base = { check: 'periodic' };
  const published = all.filter((one) => one.end < asOf && (mayBeDue(one) || random.chance(2)));
  if (!newest || roll <= 3) {
    const months = matter.every === 'month' ? joint(series, published) : null;
    if (months)
      return { ...base, state: 'decoy', how: 'joint January and February', faults: [], columns: column(months) };
    return {
      ...base,
      state: 'order',
      how: `every ${matter.every}`,
      faults: [],
      columns: column(published.map((one) => item(series, one))),
    };
  }
  const picked = matter.every === 'year' || matter.every === 'half-year' ? newest : random.pick(judged as [Slot]);
  const others = published.filter((one) => one !== picked).map((one) => item(series, one));
  if (roll <= 7) {
    const [how, articles, register] = disguised(series, picked);
    const id = periodId(picked);
    const row = { unit: unit.id, topic: matter.topic, period: id, reason: '本期未发生', url: '' };
    return {
      ...base,
      state: 'decoy',
      how,
      faults: [],
      columns: column([...others, ...articles]),
      ...(register ? { registers: { 'no-event': [row] as never } } : {}),
    };
  }
  const isLast = !all.some((one) => one.end > picked.end && published.includes(one));
  const stops = random.chance(2) && !isLast;
  const kept = stops
    ? others.filter((_, i) => (published.filter((one) => one !== picked)[i]?.end ?? '') < picked.end)
    : others;
  const message = stops || isLast ? 'periodic/overdue' : 'periodic/gap';
  return {
    ...base,
    state: 'fault',
    how: `${matter.every} ${message}`,
    faults: [message],
    also: ['periodic/gap', 'periodic/overdue'],
    columns: column(kept),
  };
}

/** All slots of two years and more that ended before as-of. */
function slotsBefore(every: Cadence, asOf: CivilDate): Slot[] {
  const slots: Slot[] = [];
  for (let year = yearOf(asOf) - 2; year <= yearOf(asOf); year += 1)
    for (let n = 1; n <= PER_YEAR[every]; n += 1)
      if (slot(every, year, n).end < asOf && slot(every, year, n).end > later(asOf, every === 'month' ? -430 : -900))
        slots.push(slot(every, year, n));
  return slots;
}

function joint(series: Series, published: readonly Slot[]): Article[] | null {
  const { random, asOf } = series.scene;
  if (!random.chance(2)) return null;
  return published.flatMap((one) => {
    const isJoint = published.some(({ year, n }) => year === one.year && n === 2);
    if (one.n > 2 || !isJoint) return [item(series, one)];
    if (one.n === 1) return [];
    const name = random.pick([`${one.year}年1-2月`, `${one.year}年1—2月份`, `${one.year}年1至2月`]);
    const wished = later(one.end, 18);
    return [item(series, one, { title: `${name}${series.subject}`, date: wished > asOf ? asOf : wished })];
  });
}

const periodId = ({ year, n, every }: Slot) => ({
  ...{ cadence: every, year, index: n },
  id: {
    month: `${year}-${String(n).padStart(2, '0')}`,
    quarter: `${year}Q${n}`,
    'half-year': `${year}H${n}`,
    year: `${year}`,
  }[every],
});
