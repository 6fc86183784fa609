import { defineCheck, lastDay, type Period, period as periodOf, type RegisterRow, z } from '../kit.ts';
import { isEnough } from './enough.ts';

export default defineCheck({
  id: 'submissions',
  title: '政务公开投稿',
  judges: 'registers',
  topics: ['other'],
  registers: ['submissions'],
  basis: [{ document: '临政办字〔2021〕8号', clause: '第十三条第5项' }],
  messages: {
    short: {
      text: '{quarter}投稿未达标：{months}',
      fix: '请自本月起每月向区政府办公室报送至少{perMonth}篇合格稿件，写政务公开工作的具体事项，每篇配图{pictures}张以上、不少于{characters}字',
    },
  },
  params: z.strictObject({
    /** Off where inspections may not count articles. */
    enabled: z.boolean().default(true),
    /** What forbids counting them; said where `enabled` is false. */
    disabledBy: z.string().default(''),
    /**
     * `sent-monthly`: something sent every month, and valid either every month or often enough in the quarter.
     * `valid-monthly`: something valid every month.
     */
    mode: z.enum(['sent-monthly', 'valid-monthly']).default('sent-monthly'),
    perMonth: z.int().min(1).default(1),
    /** Valid articles in the quarter that make up for months without one (`sent-monthly` only). */
    validInQuarter: z.int().min(1).default(4),
    /** What an article needs since August 2023; the register does not hold it, the reminder says it. */
    pictures: z.int().min(1).default(3),
    characters: z.int().min(1).default(400),
  }),
  subject: ({ period }) => period.id,
  run({ asOf, period, params, register, cite, report }) {
    if (!params.enabled) return report.notApplicable('not-assessed', params.disabledBy);
    const quarter = `${period.year}年${period.index}季度`;
    if (asOf <= lastDay(period)) return report.notApplicable('not-due', `${quarter}尚未结束`);
    const unknown = (detail: string): undefined => report.inconclusive({ why: 'no-register', detail, refs: [] });
    const all = register('submissions');
    if (all === null) return unknown('报送台账（submissions）');

    const rows = monthsOf(period).map((month) => ({ month, row: all.find((row) => row.month.id === month.id) }));
    // The register names every unit every month: who is not in it was left out, which is not «nothing sent».
    const without = rows.filter(({ row }) => !row).map(({ month }) => month.id);
    if (without.length > 0) return unknown(`报送台账没有登记本单位${without.join('、')}的报送数`);
    const counted = rows.flatMap(({ row }) => (row ? [row] : []));
    const months = counted.map(told).join('、');
    const evidence = cite('submissions', `${quarter}：${months}`);
    if (isEnough(counted, params)) return report.pass(`${quarter}投稿达标：${months}`, [evidence]);
    const { perMonth, pictures, characters } = params;
    return report.fail('short', { quarter, months, perMonth, pictures, characters }, [evidence]);
  },
});

const monthsOf = ({ year, index }: Period): Period[] =>
  [2, 1, 0].map((before) => periodOf('month', year, index * 3 - before));

const told = ({ month, sent, rejected }: RegisterRow<'submissions'>): string =>
  `${month.index}月${sent}篇${rejected > 0 ? `（不合格${rejected}篇）` : ''}`;
