import { type Document, defineCheck, judgeDocuments, refOf, TOPIC_IDS, z } from '../kit.ts';
import { ruleFor } from './rules.ts';

export default defineCheck({
  id: 'misplaced',
  title: '信息栏目归类',
  topics: ['other', ...TOPIC_IDS.filter((topic) => topic !== 'other')],
  judges: 'documents',
  basis: [{ document: '临政办字〔2021〕8号', clause: '第十三条（二）' }],
  messages: {
    'wrong-column': {
      text: '{kind}《{title}》发布在“{column}”栏目，“{right}”栏目中没有',
      fix: '请将该文件移至“{right}”栏目，或在该栏目同时发布',
      advisory: true,
    },
  },
  params: z.strictObject({}),
  subject: ({ unit }) => unit.id,
  run(context) {
    const { all, topic } = context;
    judgeDocuments(context, all(), {
      ruledOutByTitle: () => true,
      judge(document) {
        const rule = ruleFor(document);
        const right = rule ? topic(rule.topic) : null;
        const [column] = right?.columns ?? [];
        if (!rule || !right || !column) return [];
        const there = right.find({
          match: (other: Document) => other.url === document.url || rule.isSame(document.title, other.title),
          ruledOutByTitle: (title) => !rule.isSame(document.title, title),
        });
        if (there.kind === 'present') return [];
        if (there.kind === 'unknown') return { unsure: there.why, detail: there.detail, refs: there.refs };
        const { title } = document;

        const values = { kind: rule.kind, title, column: document.column.name, right: column.name };
        const evidence = [refOf(document.ref, title), ...there.coverage.refs] as const;
        return [{ message: 'wrong-column', values, evidence }];
      },
    });
  },
});
