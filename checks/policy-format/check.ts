import { type Document, defineCheck, mayBePolicyTitle, type NonEmpty, type Ref, refOf, superiors, z } from '../kit.ts';
import { judgeFormat, lacks } from './format.ts';

export default defineCheck({
  id: 'policy-format',
  title: '政策文件统一格式',
  topics: ['policy-docs'],
  basis: [
    { document: '临政办字〔2022〕16号', clause: '附件1第36项' },
    { document: '临政办字〔2021〕8号', clause: '第十三条（二）' },
  ],
  messages: {
    unformatted: {
      text: '{since}年以来的政策文件有{count}件未按统一格式发布，如《{title}》缺少{missing}',
      fix: '请在“{column}”栏目中按统一格式补全各文件页面的元数据：发文机关、发文字号、索引号、成文日期、发布日期、主题分类、有效性',
    },
  },
  params: z.strictObject({
    /** Documents written from 1 January of this year on. */
    since: z.int().min(2000).max(2100).default(2016),
    ...superiors,
  }),
  subject: ({ unit }) => unit.id,
  run({ params, topic, report, unit }) {
    const scope = { ...params, unit };
    const facts = topic('policy-docs');
    const { found, rest } = facts.sift({
      match: (document) => judgeFormat(document, scope),
      ruledOutByTitle: (title) => !mayBePolicyTitle(title),
    });
    const [first, ...others] = found;
    if (first) {
      const evidence: NonEmpty<Ref> = [offence(first), ...others.map(offence)];
      const { title, column } = first;
      const values = {
        since: params.since,
        count: found.length,
        title,
        missing: lacks(first).join('、'),
        column: column.name,
      };
      return report.fail('unformatted', values, evidence, { column });
    }
    if (rest.kind === 'unknown') return report.inconclusive(rest);
    return report.pass(`${params.since}年以来的政策文件均已按统一格式发布`, rest.coverage.refs);
  },
});

const offence = (document: Document): Ref =>
  refOf(document.ref, `缺少${lacks(document).join('、')}：${document.title}`);
