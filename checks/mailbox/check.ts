import {
  type CivilDate,
  daysBetween,
  defineCheck,
  type Fault,
  judgeDocuments,
  publishedOn,
  readLetter,
  refOf,
  type Unsure,
  z,
} from '../kit.ts';

const messages = {
  late: {
    text: '来信《{title}》{sent}收到，{answer}，超过{workdays}个工作日',
    fix: '请尽快办结“{column}”栏目中未答复的来信；今后收到来信后，请在{workdays}个工作日内答复并公开',
  },
} as const;

export default defineCheck({
  id: 'mailbox',
  title: '政府信箱',
  topics: ['mailbox'],
  basis: [{ document: '临政办字〔2021〕8号', clause: '第六条（四）' }],
  messages,
  params: z.strictObject({
    /** Working days from a letter to its answer. */
    workdays: z.int().min(1).max(250).default(5),
    /** Working days by which an answer may be late without being late. */
    graceWorkdays: z.int().min(0).max(20).default(2),
    /** Letters sent on this day or later: the local rule's first day. */
    since: z.iso.date().default('2021-04-01'),
  }),
  subject: ({ unit }) => unit.id,
  run(context) {
    const { asOf, params, calendar, topic } = context;
    const least = params.workdays + params.graceWorkdays;
    judgeDocuments(context, topic('mailbox'), {
      judge(document): readonly Fault<typeof messages>[] | Unsure {
        const { title, column, ref, body } = document;
        const letter = readLetter(document);
        const unsure = (detail: string): Unsure => ({
          unsure: 'unparsed',
          detail: `《${title}》${detail}`,
          refs: [ref],
        });
        if (!letter) return body.ok && !NO_LETTER.test(title) ? unsure('未能识别来信和答复时间') : [];
        if (letter.withheld) return { unsure: 'login', detail: `《${title}》未向公众公开`, refs: [ref] };
        const { sent, answered, isOpen, hasAnswer } = letter;
        if (sent === null) return unsure('未能识别来信时间');
        if (sent < params.since) return [];
        const until: CivilDate = answered ?? asOf;
        // As many days are never more working days.
        if (daysBetween(sent, until) <= least) return [];
        if (answered === null && hasAnswer && isSoon(sent, publishedOn(document), least)) return [];
        if (answered === null && isOpen !== true) return unsure('未能识别答复时间');
        const taken = calendar.workdaysBetween(sent, until);
        if (taken === null) return { unsure: 'calendar-gap', detail: `《${title}》${sent}至${until}`, refs: [ref] };
        if (taken <= least) return [];
        const answer = answered === null ? '至今未答复' : `${answered}答复`;
        const values = { title, sent, answer, workdays: params.workdays, column: column.name };
        return [{ message: 'late', values, evidence: [refOf(ref, `来信 ${sent}，${answer}`)] }];
      },
    });
  },
});

/** What a mailbox says of itself. */
const NO_LETTER = /须知|说明|简介|公告|指南|办法|规定|流程$/;

/** Whether a page that holds the answer was published so soon that the answer was in time, whatever its own date. */
const isSoon = (sent: CivilDate, published: CivilDate | null, days: number): boolean =>
  published !== null && published >= sent && daysBetween(sent, published) <= days;
