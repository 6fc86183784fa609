import {
  type Document,
  daysBetween,
  defineCheck,
  isRepost,
  judgeDocuments,
  publishedOn,
  refOf,
  superiors,
  TOPIC_IDS,
  z,
} from '../kit.ts';

export default defineCheck({
  id: 'timeliness',
  title: '信息公开时限',
  topics: ['other', ...TOPIC_IDS.filter((topic) => topic !== 'other')],
  judges: 'documents',
  basis: [
    { document: '中华人民共和国政府信息公开条例（国务院令第711号）', clause: '第二十六条' },
    { document: '临政办字〔2021〕8号', clause: '第八条' },
  ],
  messages: {
    late: {
      text: '《{title}》{written}成文，{published}发布，超过{workdays}个工作日',
      fix: '今后文件成文后，请在{workdays}个工作日内发布到“{column}”栏目；如日期登记有误，请更正该文件页面上的成文日期或发布日期',
    },
  },
  params: z.strictObject({
    /** Documents written on this day or later. */
    since: z.iso.date().default('2020-12-01'),
    /** Working days from writing to publishing. */
    workdays: z.int().min(1).max(250).default(20),
    /** Working days by which a publication may be late without being late. */
    graceWorkdays: z.int().min(0).max(20).default(2),
    ...superiors,
  }),
  subject: ({ unit }) => unit.id,
  run(context) {
    const { params, calendar, all, unit } = context;
    const { workdays, graceWorkdays, since } = params;
    const unsure = (document: Document, detail: string) =>
      ({ unsure: 'unparsed', detail: `《${document.title}》${detail}`, refs: [document.ref] }) as const;

    judgeDocuments(context, all(), {
      judge(document) {
        const written = document.dates.filter(({ place }) => place === 'written');
        const [first] = written;
        // Without a date of writing the question does not arise: policy-format asks for it.
        if (!first || isRepost(document, { ...params, unit })) return [];
        if (written.every(({ date }) => date < since)) return [];
        if (written.length > 1 || !first.sure) return unsure(document, '的成文日期有多种读法');
        const published = publishedOn(document);
        if (published === null) return unsure(document, '未能识别发布日期');
        // As many days are never more working days.
        if (daysBetween(first.date, published) <= workdays + graceWorkdays) return [];
        const taken = calendar.workdaysBetween(first.date, published);
        if (taken === null)
          return { unsure: 'calendar-gap', detail: `《${document.title}》${first.date}至${published}` };
        if (taken <= workdays + graceWorkdays) return [];
        const values = {
          title: document.title,
          written: first.date,
          published,
          workdays,
          column: document.column.name,
        };
        const quote = `成文日期 ${first.date}，发布日期 ${published}`;
        return [{ message: 'late', values, evidence: [refOf(document.ref, quote)] }];
      },
    });
  },
});
