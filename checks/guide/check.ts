import {
  type CivilDate,
  DATE_PLACES,
  type DateFact,
  type Document,
  defineCheck,
  monthDay,
  newestDate,
  onYear,
  refOf,
  refsOf,
  yearOf,
  z,
} from '../kit.ts';
import { differingContact, missingElements, oldWording } from './content.ts';
import { anyGuide, currentGuide, isGuideDocument } from './match.ts';

export default defineCheck({
  id: 'guide',
  title: '信息公开指南',
  topics: ['guide'],
  basis: [
    { document: '中华人民共和国政府信息公开条例（国务院令第711号）', clause: '第十二条' },
    { document: '临政办字〔2021〕8号', clause: '第十四条' },
  ],
  messages: {
    missing: {
      text: '未发布信息公开指南',
      fix: '请在“{column}”栏目发布{year}年信息公开指南',
    },
    stale: {
      text: '信息公开指南未更新至{year}年（最新日期{date}，见{place}）',
      fix: '请修订“{column}”栏目中的《{title}》并更新为{year}年日期',
    },
    incomplete: {
      text: '信息公开指南缺少要素：{elements}',
      fix: '请在《{title}》中补充：{elements}',
      advisory: true,
    },
    duplicate: {
      text: '两处信息公开指南的联系信息不一致：{difference}',
      fix: '请核对《{title}》与《{other}》，统一联系信息或只保留一份现行指南',
      advisory: true,
    },
    'old-law': {
      text: '信息公开指南沿用旧条例表述：“{passage}”',
      fix: '请按国务院令第711号修订《{title}》中的上述表述',
      advisory: true,
      basis: [{ document: '中华人民共和国政府信息公开条例（国务院令第711号）', clause: '第三十三条、第四十二条' }],
    },
  },
  params: z.strictObject({ chargeFrom: monthDay('04-01') }),
  subject: ({ asOf }) => String(yearOf(asOf)),
  run({ asOf, params, topic, report }) {
    const facts = topic('guide');
    const year = yearOf(asOf);
    const advisory = asOf < onYear(params.chargeFrom, year);
    const current = facts.find(currentGuide(facts, asOf));
    if (current.kind === 'unknown') return report.inconclusive(current, { advisory });
    if (current.kind === 'present') {
      const { value } = current;
      const seen = dateShown(value, asOf);
      const text = `信息公开指南已更新至${year}年（${seen.date}，见${DATE_PLACES[seen.place]}）`;
      report.pass(text, [refOf(value.ref, `${seen.text} ${value.title}`), ...refsOf(value).slice(1)], {
        column: value.column,
      });
      adviseOn(value);
      return;
    }

    const guides = facts.select(anyGuide(facts));
    if (guides.kind === 'unknown') return report.inconclusive(guides, { advisory });
    if (guides.kind === 'absent') {
      const [column] = facts.columns;
      return report.fail('missing', { year, column: column?.name ?? '' }, guides.coverage.refs, { advisory });
    }
    const dateOf = (one: Document): string => newestDate(one, asOf)?.date ?? '';
    const newest = guides.value.reduce((best, one) => (dateOf(one) > dateOf(best) ? one : best));
    const date = newestDate(newest, asOf);
    if (!date) {
      const detail = `《${newest.title}》未能识别出日期`;
      return report.inconclusive({ why: 'unparsed', detail, refs: [newest.ref] }, { advisory });
    }
    const values = {
      year,
      date: date.date,
      place: DATE_PLACES[date.place],
      title: newest.title,
      column: newest.column.name,
    };
    const evidence = [refOf(newest.ref, `${date.text} ${newest.title}`), ...current.coverage.refs] as const;
    report.fail('stale', values, evidence, { advisory, column: newest.column });

    function adviseOn(guide: Document): undefined {
      // Whatever is not read to the end may hold what seems to be missing.
      if (facts.whole().kind !== 'proven') return;
      const { title, column, ref } = guide;
      const elements = missingElements(guide);
      if (elements !== null && elements.length > 0)
        report.fail('incomplete', { title, elements: elements.join('、') }, refsOf(guide), { column });
      const passage = oldWording(guide);
      if (passage !== null) report.fail('old-law', { title, passage }, [refOf(ref, passage)], { column });
      for (const other of facts.documents) {
        if (other.column === column || isGuideDocument(facts)(other) !== true) continue;
        const difference = differingContact(guide, other);
        if (difference === null) continue;
        return report.fail('duplicate', { title, other: other.title, difference }, [ref, other.ref], { column });
      }
    }
  },
});

/** The date that shows a guide to be of this year; whoever found it has seen that there is one. */
function dateShown(guide: Document, asOf: CivilDate): DateFact {
  const fact = newestDate(guide, asOf);
  if (!fact) throw new Error('a current guide has no date of the year');
  return fact;
}
