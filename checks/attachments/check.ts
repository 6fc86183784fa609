import {
  type Attachment,
  type Document,
  defineCheck,
  type Fault,
  fileArrived,
  fileFault,
  GONE_FILE,
  isFileAddress,
  judgeDocuments,
  type NonEmpty,
  type Ref,
  refOf,
  superiors,
  TOPIC_IDS,
  type Unsure,
  z,
} from '../kit.ts';
import { missingFile } from './none.ts';

const messages = {
  none: {
    text: '《{title}》{lack}',
    fix: '请在“{column}”栏目该文件页面补充可下载的附件（Word或PDF）；正文所列附件已在别处公开的，请附上链接',
  },
  broken: {
    text: '《{title}》的附件无法取得：{files}',
    fix: '请在“{column}”栏目该页面重新上传上述附件，并确认可以正常下载和打开',
  },
} as const;

export default defineCheck({
  id: 'attachments',
  title: '附件下载',
  topics: ['policy-docs', ...TOPIC_IDS.filter((topic) => topic !== 'policy-docs')],
  judges: 'documents',
  basis: [{ document: '临政办字〔2021〕8号', clause: '第十三条（二）' }],
  messages,
  params: z.strictObject({
    /** Policy documents published on this day or later need a download. */
    since: z.iso.date().default('2021-04-01'),
    ...superiors,
  }),
  subject: ({ unit }) => unit.id,
  run(context) {
    const { report, all } = context;
    for (const { url, title, body, column, ref } of onceEach(all().documents)) {
      if (body.ok || body.why !== 'not-found' || body.ref === null || !isFileAddress(url)) continue;
      const values = { title, files: `“${title}”（${GONE_FILE}）`, column: column.name };
      report.fail('broken', values, [refOf(ref, title), body.ref], { subject: url, column });
    }
    judgeDocuments(context, all(), {
      judge(document): readonly Fault<typeof messages>[] | Unsure {
        const { title, column, attachments } = document;
        const broken = attachments.filter((one) => fileFault(one) !== null);
        if (broken.length > 0) {
          const values = { title, files: namesOf(broken), column: column.name };
          return [{ message: 'broken', values, evidence: seenIn(document, broken) }];
        }
        const unread = attachments.find((one) => !fileArrived(one));
        if (unread) return notHad(document, unread);
        const lack = missingFile(document, { ...context.params, unit: context.unit });
        if (lack === null) return [];
        if (typeof lack !== 'string') return lack;
        const evidence: NonEmpty<Ref> = [refOf(document.ref, title)];
        return [{ message: 'none', values: { title, lack, column: column.name }, evidence }];
      },
    });
  },
});

const MOST_NAMES = 3;

function namesOf(broken: readonly Attachment[]): string {
  const named = broken.slice(0, MOST_NAMES).map((one) => `“${one.name}”（${fileFault(one)}）`);
  return `${named.join('、')}${broken.length > MOST_NAMES ? `等${broken.length}个` : ''}`;
}

function notHad({ title }: Document, { name, reading }: Attachment): Unsure {
  const detail = `《${title}》的附件“${name}”未能取得`;
  return reading.ok ? { unsure: 'not-fetched', detail } : { unsure: reading.why, detail, refs: listOf(reading.ref) };
}

/** The page that links to the files, and what came in their place. */
function seenIn({ ref }: Document, files: readonly Attachment[]): NonEmpty<Ref> {
  const answers = files.flatMap(({ reading, name }) => (reading.ref ? [refOf(reading.ref, name)] : []));
  return [refOf(ref, `附件：${files.map(({ name }) => name).join('、')}`), ...answers];
}

/** A file that several columns of one topic list is told once. */
function onceEach(documents: readonly Document[]): readonly Document[] {
  return [...new Map(documents.map((one) => [`${one.column.topic} ${one.url}`, one])).values()];
}

const listOf = (ref: Ref | null): readonly Ref[] => (ref ? [ref] : []);
