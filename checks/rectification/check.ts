import { defineCheck, type Recheck, recheck, shift, waivedBy, z } from '../kit.ts';
import { judgeFeedback } from './feedback.ts';

/** Findings named in one text; the rest is counted. */
const NAMED = 3;

export default defineCheck({
  id: 'rectification',
  title: '问题整改和反馈',
  judges: 'registers',
  after: true,
  topics: ['other'],
  registers: ['feedback', 'waivers'],
  basis: [{ document: '临政办字〔2021〕8号', clause: '第十三条第4项' }],
  messages: {
    'feedback-late': {
      text: '{quarter}问题整改情况应于{due}前反馈，{state}',
      fix: '请将{quarter}通报所列问题的整改情况逐项报区政府办公室，由其在整改反馈台账登记反馈日期',
    },
    'not-fixed': {
      text: '{quarter}通报的问题仍有{count}项没有整改（期限{rectifyBy}）：{items}',
      fix: '请逐项整改后反馈。其中第一项：{fix}',
    },
  },
  params: z.strictObject({}),
  subject: ({ period }) => shift(period, -1).id,
  run({ asOf, period, register, cite, verdicts, bulletin, report }) {
    const told = bulletin();
    const rows = register('feedback');
    const before = shift(period, -1);
    const feedback = judgeFeedback(rows, before, asOf, told);
    const about = { subject: before.id, message: 'feedback-late' } as const;
    const quarter = `${before.year}年${before.index}季度`;
    if (feedback.kind === 'unknown') report.inconclusive(feedback.notKnown, about);
    else if (feedback.kind === 'not-applicable') report.notApplicable(feedback.reason, feedback.text, about);
    else {
      const evidence = cite('feedback', feedback.text);
      if (feedback.kind === 'in-time') report.pass(feedback.text, [evidence], about);
      else {
        const { due, state } = feedback;
        report.fail('feedback-late', { quarter, due, state }, [evidence], { subject: before.id });
      }
    }

    if (told === null) return report.notApplicable('nothing-due', '没有登记本季度以前的通报', { message: 'not-fixed' });
    const place = { subject: told.period.id, message: 'not-fixed' } as const;
    const items = told.items.filter(({ group }) => group !== null);
    if (items.length === 0) return report.notApplicable('nothing-due', '上次通报没有减分问题', place);
    if (asOf <= told.rectifyBy) return report.notApplicable('not-due', `整改期限为${told.rectifyBy}`, place);
    const isWaived = waivedBy(register('waivers') ?? [], asOf);
    const seen = items.map((item) => recheck(item, verdicts(), told.rectifyBy, isWaived));
    const open = seen.filter((one) => one.kind === 'open');
    const [first] = open;
    if (first) {
      const named = `${open.slice(0, NAMED).map(textOf).join('；')}${open.length > NAMED ? '等' : ''}`;
      const values = {
        quarter: `${told.period.year}年${told.period.index}季度`,
        count: open.length,
        rectifyBy: told.rectifyBy,
        items: named,
        fix: first.fix,
      };
      const [evidence, ...more] = open.flatMap((one) => one.evidence);
      if (evidence) return report.fail('not-fixed', values, [evidence, ...more], { subject: told.period.id });
    }
    const unread = seen.find((one) => one.kind === 'unknown');
    if (unread) return report.inconclusive({ ...unread, detail: `“${unread.item.text}”是否整改` }, place);
    const fixed = seen.filter((one) => one.kind === 'fixed');
    if (fixed.length === 0)
      return report.notApplicable('nothing-due', '上次通报的减分问题已豁免或不再按原问题判定', place);
    const whole = `上次通报的${items.length}项减分问题`;
    report.pass(
      fixed.length === items.length
        ? `${whole}复查时均已整改`
        : `${whole}中，${fixed.length}项复查时已整改，其余已豁免或不再按原问题判定`,
      fixed.flatMap((one) => one.evidence),
      place,
    );
  },
});

const textOf = ({ item }: Recheck): string => item.text;
