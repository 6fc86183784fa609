import {
  type CivilDate,
  type Column,
  type Document,
  defineCheck,
  dueOf,
  isPastDue,
  newestDate,
  type Outcome,
  type Period,
  periodName,
  refOf,
  refsOf,
  TOPIC_IDS,
  type TopicFacts,
  z,
} from '../kit.ts';
import { coversSlot, fills, isWithoutReason, noticeOf, titleRulesOut } from './fill.ts';
import { slotsAfter, slotsToJudge } from './slots.ts';

export default defineCheck({
  id: 'periodic',
  title: '定期更新栏目',
  topics: ['other', ...TOPIC_IDS.filter((topic) => topic !== 'other')],
  columns: ({ every }) => every !== null,
  registers: ['no-event'],
  basis: [
    { document: '中华人民共和国政府信息公开条例（国务院令第711号）', clause: '第二十六条' },
    { document: '临政办字〔2021〕8号', clause: '第八条' },
  ],
  messages: {
    overdue: {
      text: '“{column}”栏目{slot}信息逾期未公开（期限{due}；{newest}）',
      fix: '请在“{column}”栏目补发{slot}信息；该期间确无事项的，请发布写明期间和原因的情况说明',
    },
    gap: {
      text: '“{column}”栏目缺少{slot}信息（期限{due}；{newest}）',
      fix: '请在“{column}”栏目补发{slot}信息；该期间确无事项的，请发布写明期间和原因的情况说明',
    },
  },
  params: z.strictObject({
    /** Working days by which a publication may be late without being late, except by a calendar date. */
    graceWorkdays: z.int().min(0).max(20).default(2),
  }),
  subject: ({ period }) => period.id,
  run({ unit, asOf, period, calendar, params, columns, register, bulletin, report }) {
    const told = new Set(bulletin()?.items.map(({ finding }) => finding));
    const quiet = register('no-event') ?? [];
    for (const facts of columns()) {
      const [column] = facts.columns;
      if (!column?.every) continue;
      const { every, name, topic } = column;
      const twins = unit.columns.filter((other) => other.topic === topic && other.every === every).length > 1;
      const grace = column.due?.kind === 'date' ? 0 : params.graceWorkdays;
      const pastDue = (slot: Period, day: CivilDate) => isPastDue(column.due, slot, day, calendar, grace);
      const asked = (slot: Period): Outcome<Document> =>
        facts.find({
          match: (document) => fills(document, slot, (earlier, day) => pastDue(earlier, day) === false),
          ruledOutByTitle: (title) => titleRulesOut(title, slot),
        });
      const newest = newestOf(facts);

      for (const { slot, isEarlier } of slotsToJudge(every, period, asOf, (one) => pastDue(one, asOf))) {
        const about = {
          column,
          subject: slot.id,
          ...(twins ? { apart: column.url } : {}),
          ...(isEarlier ? { advisory: true } : {}),
        };
        // What a bulletin told is answered in the quarter after it too: it is looked at again there.
        const isAsked = !isEarlier || isTold(column, slot, twins ? column.url : undefined);
        const isDue = pastDue(slot, asOf);
        if (isDue === false) {
          if (!isEarlier) report.notApplicable('not-due', `“${name}”栏目${periodName(slot)}信息`, about);
          continue;
        }
        const found = asked(slot);
        if (found.kind === 'present') {
          if (isAsked) passBy(found.value, slot, about);
          continue;
        }
        const notice = quiet.find(
          (row) => row.topic === topic && row.reason.trim() !== '' && coversSlot(row.period, slot),
        );
        if (notice) {
          if (isAsked)
            report.pass(`台账载明${periodName(slot)}无相关事项：${notice.reason}`, [], { ...about, state: 'no-event' });
          continue;
        }
        if (!isAsked && (found.kind === 'unknown' || isDue === null)) continue;
        if (isDue === null) {
          report.inconclusive(
            { why: 'calendar-gap', detail: `“${name}”栏目${periodName(slot)}的期限无法确定`, refs: [] },
            about,
          );
        } else if (found.kind === 'unknown') {
          report.inconclusive({ ...found, detail: `“${name}”栏目${periodName(slot)}信息：${found.detail}` }, about);
        } else {
          // A later document that cannot be read now was there when the list named it: the hole stays a hole.
          const hasLater = slotsAfter(slot, asOf).some((later) => asked(later).kind !== 'absent');
          const due = dueOf(column.due, slot, calendar) ?? '已过';
          const bare = facts.documents.find((document) => isWithoutReason(document, slot));
          const also = bare ? `；《${bare.title}》未写明原因` : '';
          const values = { column: name, slot: periodName(slot), due, newest: `${newest}${also}` };
          report.fail(isEarlier || hasLater ? 'gap' : 'overdue', values, found.coverage.refs, about);
        }
      }
    }

    function isTold({ topic }: Column, slot: Period, apart: string | undefined): boolean {
      const subject = [topic, slot.id, ...(apart === undefined ? [] : [apart])].join('/');
      return told.has(`${unit.id}/periodic/overdue/${subject}`) || told.has(`${unit.id}/periodic/gap/${subject}`);
    }

    function passBy(document: Document, slot: Period, about: { readonly subject: string }): undefined {
      const quietly = noticeOf(document);
      if (quietly === null)
        return report.pass(`已公开${periodName(slot)}信息：《${document.title}》`, refsOf(document), about);
      const text = `《${document.title}》说明${periodName(slot)}无相关事项：${quietly.reason}`;
      return report.pass(text, [refOf(document.ref, quietly.reason)], { ...about, state: 'no-event' });
    }
  },
});

function newestOf({ documents }: TopicFacts): string {
  const [newest] = documents
    .map((document) => ({ title: document.title, date: newestPublished(document) }))
    .sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
  return newest ? `最新一条为《${newest.title}》${newest.date}` : '栏目暂无内容';
}

const newestPublished = (document: Document): string =>
  newestDate({ ...document, dates: document.dates.filter(({ place }) => place === 'claimed' || place === 'list') })
    ?.date ?? '';
