import {
  callsForOpinions,
  contentOf,
  type Document,
  daysBetween,
  defineCheck,
  type Fault,
  givesReason,
  judgeDocuments,
  type OpenPeriod,
  publishedOn,
  readOpenPeriod,
  refOf,
  type Unsure,
  unreadIn,
  z,
} from '../kit.ts';
import { feedbackTo } from './feedback.ts';

const messages = {
  short: {
    text: '《{title}》征求意见{days}天（{from}至{to}），少于{least}天，且未说明原因',
    fix: '今后在“{column}”栏目征求意见，期限一般不少于{least}天；因情况紧急等原因需要缩短的，请在公告中说明',
  },
  'no-feedback': {
    text: '《{title}》征求意见已于{to}结束，超过{wait}天未公开意见收集和采纳情况',
    fix: '请在“{column}”栏目公开该事项的意见收集和采纳情况，没有收到意见的也请说明',
    advisory: true,
    basis: [{ document: '临政办字〔2022〕16号', clause: '附件1第32项、第33项' }],
  },
} as const;

export default defineCheck({
  id: 'consultation',
  title: '意见征集',
  topics: ['consultation'],
  basis: [
    { document: '重大行政决策程序暂行条例（国务院令第713号）', clause: '第十五条' },
    { document: '临政办字〔2022〕16号', clause: '附件1第33项' },
  ],
  messages,
  params: z.strictObject({
    /** Natural days that opinions are taken at least. */
    days: z.int().min(1).max(365).default(30),
    /** Natural days after closing until what came of it must be published. */
    feedbackDays: z.int().min(1).max(365).default(30),
    /** Calls published on this day or later: the regulation's first day. */
    since: z.iso.date().default('2019-09-01'),
  }),
  subject: ({ unit }) => unit.id,
  run(context) {
    const { asOf, params, calendar, topic } = context;
    const facts = topic('consultation');
    judgeDocuments(context, facts, {
      ruledOutByTitle: (title) => !callsForOpinions(title),
      judge(document): readonly Fault<typeof messages>[] | Unsure {
        const { title, column, body } = document;
        if (!callsForOpinions(title) || !body.ok) return [];
        const unsure = (detail: string): Unsure => ({
          ...{ unsure: 'unparsed', detail: `《${title}》${detail}`, refs: [document.ref] },
        });
        const published = publishedOn(document);
        if (published === null) return unsure('未能识别发布日期');
        if (published < params.since) return [];
        const { text } = body.value;
        const period = readOpenPeriod(text, published, (from, days) => calendar.addWorkdays(from, days));
        if (period === 'no-calendar') return { unsure: 'calendar-gap', detail: `《${title}》`, refs: [document.ref] };
        // The notice itself may say it in a file or a picture.
        if (period === null) return unreadIn(document) ?? unsure('未能识别征求意见的起止时间');
        const faults: Fault<typeof messages>[] = [];
        const { from, to, days } = period;
        if (isShort(document, period, params.days)) {
          // A reason may stand in a file of the notice, too.
          const unread = unreadIn(document);
          if (unread) return unread;
          const values = { title, days, from, to, least: params.days, column: column.name };
          faults.push({ message: 'short', values, evidence: [refOf(document.ref, period.text)] });
        }
        if (daysBetween(to, asOf) <= params.feedbackDays) return faults;
        const feedback = feedbackTo(document, facts);
        if (feedback.kind === 'unknown' && faults.length === 0)
          return { unsure: feedback.why, detail: feedback.detail, refs: feedback.refs };
        if (feedback.kind === 'absent') {
          const values = { title, to, wait: params.feedbackDays, column: column.name };
          const evidence = [refOf(document.ref, period.text), ...feedback.coverage.refs] as const;
          faults.push({ message: 'no-feedback', values, evidence });
        }
        return faults;
      },
    });
  },
});

/** Whether a notice gives less time than it should, and says nothing of why. */
const isShort = (document: Document, { days }: OpenPeriod, least: number): boolean =>
  days < least && !givesReason(contentOf(document).text);
