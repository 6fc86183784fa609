import { type Document, defineCheck, type Fault, judgeDocuments, type Part, partsOf, TOPIC_IDS, z } from '../kit.ts';
import { CERTAIN_ERRORS } from './certain-errors.ts';
import { impossibleDates } from './dates.ts';
import { entrySchema } from './entry.ts';
import { type Found, listed, MOST_SHOWN, type Say, seen } from './found.ts';
import { cellsOf, placeholdersIn } from './placeholders.ts';
import { type Hit, steadyHits } from './steady.ts';
import { type Typo, typoFinder } from './typos.ts';

const messages = {
  typo: {
    text: '《{title}》有疑似错别字{count}处：{list}',
    fix: '请核对“{column}”栏目《{title}》的原文，确属笔误的在该页面或附件中更正',
    advisory: true,
  },
  placeholder: {
    text: '《{title}》正文留有未填写的模板内容{count}处：{list}',
    fix: '请在“{column}”栏目《{title}》中补填上述内容，或删去模板文字',
  },
  'impossible-date': {
    text: '《{title}》有不存在的日期或时间{count}处：{list}',
    fix: '请核对“{column}”栏目《{title}》中的上述日期或时间并更正',
    advisory: true,
  },
} as const;

export default defineCheck({
  id: 'wording',
  title: '文字表述',
  judges: 'documents',
  topics: TOPIC_IDS,
  basis: [{ document: '临政办字〔2021〕8号', clause: '第十三条（二）' }],
  messages,
  params: z.strictObject({
    /** Errors of the district's own, beside the built-in list. */
    more: z.array(entrySchema).default([]),
    /** Wrong forms of the built-in list that are not to be reported. */
    ignore: z.array(z.string().min(1)).default([]),
  }),
  subject: ({ unit }) => unit.id,
  run({ unit, report, all, params: { more, ignore } }) {
    const typosOf = typoFinder([...CERTAIN_ERRORS.filter(({ wrong }) => !ignore.includes(wrong)), ...more]);
    /** Parts that only one reading tells of. */
    const once = new Set<string>();
    const leftAside = (): string =>
      once.size > 0 ? `；另有${once.size}处正文或附件只能以一种方式读取文字，未作文字核查` : '';
    const judge = (document: Document): readonly Fault<typeof messages>[] => {
      const parts = partsOf(document).filter(({ content }) => content.text !== '');
      for (const { content, place, ref } of parts)
        if (!content.doubtful) once.add(`${place}\n${ref.record}\n${ref.url}`);
      return faultsIn(document, parts, typosOf);
    };
    return judgeDocuments({ unit, report }, all(), { judge, readsAttachments: true, leftAside });
  },
});

function faultsIn(
  document: Document,
  parts: readonly Part[],
  typosOf: (text: string) => readonly Typo[],
): readonly Fault<typeof messages>[] {
  const typos: Found<Typo>[] = [];
  const placeholders: Found<Hit>[] = [];
  const dates: Found<Hit>[] = [];
  for (const part of parts) {
    const { text, tables, doubtful } = part.content;
    if (!doubtful) continue;
    const cells = cellsOf(tables);
    const steady = <H extends Hit>(hits: readonly H[]): Found<H>[] =>
      steadyHits(part.content, hits).map((hit) => ({ hit, part }));
    typos.push(...steady(typosOf(text)));
    dates.push(...steady(impossibleDates(text, cells)));
    if (part.isPage) placeholders.push(...steady(placeholdersIn(document, text, cells)));
  }
  return [
    ...fault('typo', document, typos, ({ wrong, right }) => `“${wrong}”应为“${right}”`),
    ...fault('placeholder', document, placeholders, (_, text) => `“${text}”`),
    ...fault('impossible-date', document, dates, (_, text) => `“${text}”`),
  ];
}

function fault<H extends Hit>(
  message: keyof typeof messages,
  { title, column }: Document,
  found: readonly Found<H>[],
  say: Say<H>,
): readonly Fault<typeof messages>[] {
  const [first, ...others] = found;
  if (!first) return [];
  const values = { title, column: column.name, count: found.length, list: listed(found, say) };
  return [{ message, values, evidence: [seen(first), ...others.slice(0, MOST_SHOWN - 1).map(seen)] }];
}
