import { defineCheck, monthDay, type NotKnown, onYear, refsOf, yearOf, z } from '../kit.ts';
import type { Answer } from './answer.ts';
import {
  judgeContact,
  judgePartSix,
  judgeParts,
  judgePlaceholders,
  judgeSignature,
  judgeSums,
  judgeTitle,
  judgeYear,
} from './content.ts';
import { judgeCopied, type LastYear } from './copied.ts';
import { isGovernment, isOfGovernment } from './government.ts';
import { best, nameOver, ownOf, type Report, Reports } from './match.ts';
import { MESSAGES, QUESTIONS, type Question } from './messages.ts';
import { judgeNames } from './names.ts';
import { judgePictures } from './pictures.ts';
import { judgeDate } from './publication.ts';
import { unreadOf } from './unread.ts';

export default defineCheck({
  id: 'annual-report',
  title: '信息公开年报',
  topics: ['annual-report'],
  basis: [{ document: '中华人民共和国政府信息公开条例（国务院令第711号）', clause: '第四十九条' }],
  messages: MESSAGES,
  params: z.strictObject({
    /** The last day for the report on the year before. */
    due: monthDay('01-31'),
    /** The same for the report of the district's government (条例第四十九条第二款). */
    districtDue: monthDay('03-31'),
    /** Part one tells the same as last year's from this share of its text on. */
    copiedShare: z.number().gt(0).max(1).default(0.7),
    /** Over how many years, the one judged included, every report has to be there. */
    years: z.int().min(1).max(30).default(5),
  }),
  subject: ({ asOf }) => String(yearOf(asOf) - 1),
  run({ asOf, params, unit, topic, report }) {
    const facts = topic('annual-report');
    const reports = new Reports(facts);
    const year = yearOf(asOf) - 1;
    const dueOf = (government: boolean) => onYear(government ? params.districtDue : params.due, year + 1);
    const due = dueOf(isGovernment(unit.fullName));
    const column = facts.columns[0]?.name ?? '';

    const ofYear = (wanted: number) => {
      const { found, rest } = facts.sift(reports.about(wanted));
      return {
        copies: ownOf(
          found.map((document) => reports.read(document)),
          unit,
        ),
        rest,
      };
    };

    judgeEarlierYears();
    if (asOf <= due) return report.notApplicable('not-due', `${year}年政府信息公开工作年度报告（期限${due}）`);
    const { copies, rest } = ofYear(year);
    const judged = best(copies);
    if (!judged)
      return rest.kind === 'proven'
        ? report.fail('missing', { year, column }, rest.coverage.refs)
        : report.inconclusive(rest);
    // The unit's own may be what could not be read.
    if (rest.kind === 'unknown' && nameOver(judged, unit) === 'other') return report.inconclusive(rest);
    judgeReport(judged, copies, rest.kind === 'unknown' ? rest : null);

    /** Presence alone, from the oldest report on: a unit may be younger than the law's five years. */
    function judgeEarlierYears(): undefined {
      const known = facts.documents.flatMap((document) => {
        const about = document.captured ? reports.yearOf(document) : null;
        return typeof about === 'number' ? [about] : [];
      });
      const oldest = Math.max(Math.min(...known), year - params.years + 1);
      for (let earlier = oldest; earlier < year; earlier++) {
        const there = facts.find(reports.about(earlier));
        const about = { subject: String(earlier), message: 'missing', advisory: true } as const;
        if (there.kind === 'present')
          report.pass(`已公开${earlier}年度报告《${there.value.title}》`, there.refs, about);
        else if (there.kind === 'unknown') report.inconclusive(there, about);
        else
          report.fail('missing', { year: earlier, column }, there.coverage.refs, {
            subject: about.subject,
            advisory: true,
          });
      }
    }

    function lastYear(): LastYear {
      const before = ofYear(year - 1);
      const last = best(before.copies);
      if (!last) return before.rest.kind === 'proven' ? { kind: 'absent' } : before.rest;
      const unread = unreadOf(last);
      return unread ? { kind: 'unknown', ...unread } : { kind: 'present', report: last };
    }

    function judgeReport(one: Report, all: readonly Report[], open: NotKnown | null): undefined {
      const { document } = one;
      const about = { column: document.column } as const;
      const term = isOfGovernment(document.title) ? dueOf(true) : due;
      const dated = judgeDate(all, term, asOf);
      const unread = unreadOf(one);
      const last = unread ? null : lastYear();
      const answers: readonly (readonly [Question, Answer])[] = last
        ? [
            ['late', dated],
            ['title-doubled', judgeTitle(one)],
            ['copied', judgeCopied(one, last, unit, params.copiedShare)],
            ['sections', judgeParts(one)],
            ['no-contact', judgeContact(one)],
            ['unbalanced', judgeSums(one)],
            ['image-broken', judgePictures(one)],
            ['signature', judgeSignature(one)],
            ['part-six', judgePartSix(one)],
            ['wrong-year', judgeYear(one, year)],
            ['wrong-unit', judgeNames(one, unit)],
            ['placeholder', judgePlaceholders(one)],
          ]
        : [['late', dated]];
      const inOrder: string[] = [];
      const notes: string[] = [];
      for (const [message, answer] of answers) {
        if (answer.kind === 'in-order') {
          inOrder.push(QUESTIONS[message]);
          if (answer.note !== undefined) notes.push(answer.note);
        } else if (answer.kind === 'unknown') report.inconclusive(answer, { ...about, message });
        // Another copy, unread, may be in order.
        else if (open) report.inconclusive(open, { ...about, message });
        else {
          const { title } = document;
          const values = { year, column: document.column.name, title, detail: answer.detail, due: term.slice(5) };
          report.fail(message, values, answer.evidence, { ...about, advisory: answer.advisory === true });
        }
      }
      if (unread) return report.inconclusive(unread, about);
      if (inOrder.length === 0) return;
      const refs = [...refsOf(document), ...(last?.kind === 'present' ? refsOf(last.report.document) : [])];
      const note = notes.length > 0 ? `（${notes.join('；')}）` : '';
      report.pass(`《${document.title}》已公开，以下各项未见问题：${inOrder.join('、')}${note}`, refs, about);
    }
  },
});
