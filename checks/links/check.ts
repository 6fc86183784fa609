import {
  type Document,
  defineCheck,
  isFileAddress,
  type NonEmpty,
  type Ref,
  refOf,
  TOPIC_IDS,
  type TopicFacts,
  z,
} from '../kit.ts';

export default defineCheck({
  id: 'links',
  title: '链接有效性',
  topics: ['other', ...TOPIC_IDS.filter((topic) => topic !== 'other')],
  judges: 'documents',
  basis: [{ document: '政府网站与政务新媒体检查指标（国办秘函〔2019〕19号）', clause: '链接可用性' }],
  messages: {
    dead: {
      text: '{place}的链接“{text}”已失效：{address}',
      fix: '请在“{column}”栏目更正或删除该链接；页面误删的，请恢复',
      advisory: true,
    },
  },
  params: z.strictObject({}),
  subject: ({ unit }) => unit.id,
  run({ unit, report, all, columns }) {
    const facts = all();
    const gone = goneIn(facts);
    const told = new Set<string>();
    for (const document of facts.documents) {
      const [first, ...others] = document.body.ok
        ? document.body.value.links.flatMap(({ url, text }) => deadLink(gone.get(url), text || url))
        : deadLink(document.inline ? undefined : gone.get(document.url), document.title);
      const { column, url, title, ref } = document;
      const once = `${column.topic} ${url}`;
      if (!first || told.has(once)) continue;
      told.add(once);
      const place = document.body.ok ? `《${title}》正文` : `“${column.name}”栏目列表`;
      const values = { place, text: first.text, address: first.answer.url, column: column.name };
      const evidence: NonEmpty<Ref> = [refOf(ref, first.text), first.answer, ...others.map(({ answer }) => answer)];
      report.fail('dead', values, evidence, { subject: url, column });
    }
    const about = { subject: unit.id };
    const open = firstUnread(columns());
    if (open) return report.inconclusive(open, about);
    return report.pass(`已检查${facts.documents.length}件文档，其中${told.size}件有失效链接`, facts.refs, about);
  },
});

interface DeadLink {
  readonly text: string;
  readonly answer: Ref;
}
const deadLink = (answer: Ref | undefined, text: string): readonly DeadLink[] => (answer ? [{ text, answer }] : []);

/** Pages that were asked for and are certainly gone, by address; files are not this check's. */
function goneIn({ documents, gaps }: TopicFacts): ReadonlyMap<string, Ref> {
  const answers = [
    ...documents.flatMap(({ url, body }) => (body.ok ? [] : [{ url, why: body.why, ref: body.ref }])),
    ...gaps,
  ];
  return new Map(
    answers.flatMap(({ url, why, ref }) =>
      why === 'not-found' && ref !== null && !isFileAddress(url) ? [[url, ref] as const] : [],
    ),
  );
}

/** The first list that was not read, or page that was not, for another reason than that it is gone. */
function firstUnread(columns: readonly TopicFacts[]) {
  for (const { gaps, documents } of columns) {
    for (const { why, url, detail, ref } of gaps) return { why, detail: `${url} ${detail}`, refs: ref ? [ref] : [] };
    for (const { title, body } of documents as readonly Document[])
      if (!body.ok && body.why !== 'not-found')
        return { why: body.why, detail: `《${title}》${body.detail}`, refs: body.ref ? [body.ref] : [] };
  }
  return null;
}
