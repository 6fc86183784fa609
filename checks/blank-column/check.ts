import { type Column, defineCheck, TOPIC_IDS, type Topic, yearOf, z } from '../kit.ts';

/** Topics whose own check speaks of their columns, empty ones too. */
export const JUDGED_ELSEWHERE: ReadonlySet<Topic> = new Set<Topic>([
  'guide',
  'annual-report',
  'leadership',
  'org-functions',
  'personnel',
  'policy-docs',
  'interpretation',
  'consultation',
  'double-random',
  'enforcement',
  'service-items',
  'mailbox',
]);

export default defineCheck({
  id: 'blank-column',
  title: '空白栏目',
  topics: ['other', ...TOPIC_IDS.filter((topic) => topic !== 'other')],
  judges: 'documents',
  columns: ({ every, topic }) => every === null && !JUDGED_ELSEWHERE.has(topic),
  registers: ['no-event'],
  basis: [{ document: '临政办字〔2021〕8号', clause: '第十三条（三）' }],
  messages: {
    empty: {
      text: '“{column}”栏目没有内容',
      fix: '请在“{column}”栏目发布应当公开的信息；本单位没有此类事项的，请在栏目中发布说明，或撤下该栏目',
    },
  },
  params: z.strictObject({}),
  subject: ({ unit }) => unit.id,
  run({ asOf, unit, columns, register, report }) {
    const notices = register('no-event') ?? [];
    for (const facts of columns()) {
      const [column] = facts.columns;
      if (!column) continue;
      const about = { subject: column.url, column };
      const [document] = facts.documents;
      const notice = notices.find(({ topic, period }) => topic === column.topic && period.year === yearOf(asOf));
      const list = facts.whole();
      if (document) report.pass(`“${column.name}”栏目有内容，如《${document.title}》`, facts.refs, about);
      else if (list.kind === 'unknown') report.inconclusive(list, about);
      else if (hasColumnsBelow(column, unit.columns))
        report.pass(`“${column.name}”栏目的内容在其下级栏目`, list.coverage.refs, about);
      else if (notice)
        report.pass(`“${column.name}”栏目没有内容，台账说明：${notice.reason}`, list.coverage.refs, {
          ...about,
          state: 'no-event',
        });
      else report.fail('empty', { column: column.name }, list.coverage.refs, about);
    }
  },
});

/** Whether other columns of the unit lie below this one's address. */
const hasColumnsBelow = ({ url }: Column, columns: readonly Column[]): boolean =>
  url.endsWith('/') && columns.some((other) => other.url !== url && other.url.startsWith(url));
