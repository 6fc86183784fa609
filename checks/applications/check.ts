import { contains, defineCheck, firstDay, type RegisterRow, z } from '../kit.ts';
import { answerOf } from './answer.ts';

export default defineCheck({
  id: 'applications',
  title: '依申请公开答复',
  judges: 'registers',
  topics: ['other'],
  registers: ['applications'],
  basis: [
    { document: '中华人民共和国政府信息公开条例（国务院令第711号）', clause: '第三十三条' },
    { document: '临政办字〔2021〕8号', clause: '第八条' },
    { document: '临政办字〔2021〕8号', clause: '第十四条（四）' },
  ],
  messages: {
    late: {
      text: '{received}收到的政府信息公开申请（{channel}）应于{due}前答复，{state}',
      fix: '请依法答复申请人，并在依申请公开台账登记答复日期；确需延长的，应在期限内告知申请人并登记延期告知日期',
    },
  },
  params: z.strictObject({
    /** Working days from the day after an application is received. */
    workdays: z.int().min(1).default(20),
    /** Working days more where the applicant was told in time. */
    extension: z.int().min(0).default(20),
  }),
  subject: ({ period }) => period.id,
  run({ asOf, period, calendar, params, register, cite, report }) {
    const rows = register('applications');
    if (rows === null)
      return report.inconclusive({ why: 'no-register', detail: '依申请公开台账（applications）', refs: [] });
    const sameDay = new Map<string, number>();
    let inTime = 0;
    let hasTrouble = false;
    for (const row of rows.filter(({ received }) => received <= asOf)) {
      const nth = (sameDay.get(row.received) ?? 0) + 1;
      sameDay.set(row.received, nth);
      const about = { subject: row.received, ...(nth > 1 ? { apart: String(nth) } : {}) };
      const answer = answerOf(row, asOf, calendar, params);
      if (answer.kind === 'calendar-gap') {
        hasTrouble = true;
        const detail = `${row.received}收到的申请的答复期限`;
        report.inconclusive({ why: 'calendar-gap', detail, refs: [] }, { ...about, message: 'late' });
      } else if (answer.kind === 'in-time') {
        if (contains(period, answer.due)) inTime++;
      } else if (answer.kind === 'late') {
        // Charged once, in the quarter in which it became late; one that is still open later is pointed out again.
        const isOfQuarter = contains(period, answer.lateFrom);
        const isOldAndOpen = answer.lateFrom < firstDay(period) && answer.answered === null;
        if (!isOfQuarter && !isOldAndOpen) continue;
        hasTrouble = true;
        const state = answer.answered ? `实际于${answer.answered}答复` : `截至${asOf}尚未答复`;
        const values = { received: row.received, channel: row.channel || '渠道未登记', due: answer.due, state };
        report.fail('late', values, [cite('applications', told(row))], { ...about, advisory: !isOfQuarter });
      }
    }
    if (hasTrouble) return;
    if (inTime > 0) {
      const text = `本季度到期的${inTime}件政府信息公开申请均已按期答复`;
      return report.pass(text, [cite('applications', text)]);
    }
    return report.notApplicable('nothing-due', '没有在本季度到期的政府信息公开申请');
  },
});

const told = ({ received, channel, extended, answered }: RegisterRow<'applications'>): string =>
  [`收到${received}`, channel, extended ? `延期告知${extended}` : '', answered ? `答复${answered}` : '答复日期空白']
    .filter(Boolean)
    .join('，');
