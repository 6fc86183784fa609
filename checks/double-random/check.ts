import { type Document, defineCheck, monthDay, onYear, type Ref, refOf, refsOf, yearOf, z } from '../kit.ts';
import { layoutOf, modelHeader } from './layout.ts';
import { isFor } from './match.ts';

export default defineCheck({
  id: 'double-random',
  title: '双随机、一公开',
  topics: ['double-random'],
  models: ['double-random-plan'],
  enforcementOnly: true,
  basis: [
    { document: '优化营商环境条例（国务院令第722号）', clause: '第五十四条' },
    { document: '国发〔2019〕5号', clause: '随机抽查事项公开' },
  ],
  messages: {
    'no-plan': {
      text: '未发布{year}年度“双随机、一公开”抽查工作计划',
      fix: '请在“{column}”栏目发布{year}年度抽查工作计划',
    },
    'no-results': {
      text: '未发布{last}年度抽查情况和查处结果',
      fix: '请在“{column}”栏目发布{last}年度抽查情况和查处结果',
    },
    'no-items': {
      text: '未发布随机抽查事项清单',
      fix: '请在“{column}”栏目发布随机抽查事项清单',
      advisory: true,
    },
    'plan-layout': {
      text: '《{title}》的计划表与参照样式不一致（相似度{similarity}）',
      fix: '请参照样式页面的表头调整《{title}》中的计划表',
      advisory: true,
    },
  },
  params: z.strictObject({
    /** A missing plan is pointed out from this day on, */
    planFrom: monthDay('04-01'),
    /** and charged from this one on. */
    planChargeFrom: monthDay('07-01'),
    resultsFrom: monthDay('04-01'),
    /** Share of common headings from which a plan is laid out like the model. */
    similarity: z.number().min(0).max(1).default(0.7),
  }),
  subject: ({ asOf }) => String(yearOf(asOf)),
  run({ unit, asOf, params, topic, model, report }) {
    const facts = topic('double-random');
    const year = yearOf(asOf);
    const column = facts.columns[0]?.name ?? '';
    const passed = (document: Document, message: 'no-plan' | 'no-results' | 'no-items', what: string): undefined =>
      report.pass(`${what}：《${document.title}》`, refsOf(document), { message, column: document.column });

    const plan = facts.find(isFor('plan', year, unit));
    const advisory = asOf < onYear(params.planChargeFrom, year);
    if (plan.kind === 'present') passed(plan.value, 'no-plan', `已发布${year}年度抽查工作计划`);
    else if (asOf < onYear(params.planFrom, year))
      report.notApplicable('not-due', `${year}年度抽查工作计划`, { message: 'no-plan' });
    else if (plan.kind === 'unknown') report.inconclusive(plan, { message: 'no-plan', advisory });
    else report.fail('no-plan', { year, column }, plan.coverage.refs, { advisory });

    const last = year - 1;
    const results = facts.find(isFor('results', last, unit));
    if (results.kind === 'present') passed(results.value, 'no-results', `已发布${last}年度抽查情况和查处结果`);
    else if (asOf < onYear(params.resultsFrom, year))
      report.notApplicable('not-due', `${last}年度抽查结果`, { message: 'no-results' });
    else if (results.kind === 'unknown') report.inconclusive(results, { message: 'no-results' });
    else report.fail('no-results', { last, column }, results.coverage.refs);

    const items = facts.find(isFor('items', null, unit));
    if (items.kind === 'present') passed(items.value, 'no-items', '已发布随机抽查事项清单');
    else if (items.kind === 'unknown') report.inconclusive(items, { message: 'no-items', advisory: true });
    else report.fail('no-items', { column }, items.coverage.refs);

    if (plan.kind === 'present') judgeLayout();

    function judgeLayout(): undefined {
      const pinned = model('double-random-plan');
      if (pinned === null) return;
      const about = { message: 'plan-layout', advisory: true } as const;
      const header = modelHeader(pinned);
      if (header.kind === 'unknown') return report.inconclusive(header, about);
      // The unit's own plan is judged; one that several units share is not the unit's to lay out.
      const own = facts.select(isFor('own-plan', year, unit));
      if (own.kind === 'unknown') return report.inconclusive(own, about);
      if (own.kind === 'absent') return;
      const judged = own.value.map((document) => layoutOf(document, header.cells));
      const alike = judged.find((one) => one.similarity !== null && one.similarity >= params.similarity);
      if (alike) {
        const { document } = alike;
        return report.pass(`《${document.title}》的计划表与参照样式一致`, refsOf(document), {
          message: 'plan-layout',
          column: document.column,
        });
      }
      const unread = judged.find((one) => one.unread !== null);
      if (unread?.unread) {
        const { unsure: why, detail, refs = [] } = unread.unread;
        return report.inconclusive({ why, detail, refs }, about);
      }
      const best = judged.reduce((a, b) => ((b.similarity ?? 0) > (a.similarity ?? 0) ? b : a));
      const { title, ref, column: place } = best.document;
      const similarity = `${Math.round((best.similarity ?? 0) * 100)}%`;
      const evidence: readonly [Ref, ...Ref[]] = [
        refOf(ref, `表头：${best.header.join('、')}`),
        ...refsOf(best.document).slice(1),
        header.ref,
      ];
      return report.fail('plan-layout', { title, similarity }, evidence, { column: place });
    }
  },
});
