import {
  type CivilDate,
  type Document,
  defineCheck,
  type Fault,
  judgeDocuments,
  type Part,
  partsOf,
  type Ref,
  refOf,
  TOPIC_IDS,
  z,
} from '../kit.ts';
import type { Finding, Kind } from './finding.ts';
import { findInTable } from './in-tables.ts';
import { findInText } from './in-text.ts';
import { longNumbers } from './numbers.ts';

const FIX = '请立即在“{column}”栏目撤下《{title}》或遮盖有关号码后重新发布，并核查同一名单在其他栏目、附件中是否公开';

const messages = {
  'id-number': {
    text: '《{title}》公开了未遮盖的居民身份证号码{count}个，如{sample}（{place}）',
    fix: FIX,
    alert: true,
  },
  phone: { text: '《{title}》公开了群众的手机号码{count}个，如{sample}（{place}）', fix: FIX, alert: true },
  'bank-card': { text: '《{title}》公开了群众的银行卡号{count}个，如{sample}（{place}）', fix: FIX, alert: true },
} as const;

export default defineCheck({
  id: 'privacy',
  title: '个人信息保护',
  judges: 'documents',
  topics: TOPIC_IDS,
  basis: [
    { document: '中华人民共和国政府信息公开条例（国务院令第711号）', clause: '第十五条' },
    { document: '中华人民共和国个人信息保护法', clause: '第二十八条、第三十四条' },
  ],
  messages,
  params: z.strictObject({}),
  subject: ({ unit }) => unit.id,
  run({ unit, asOf, report, all }) {
    const judge = (document: Document): readonly Fault<typeof messages>[] => faultsOf(document, asOf);
    return judgeDocuments({ unit, report }, all(), { judge, readsAttachments: true });
  },
});

function faultsOf(document: Document, asOf: CivilDate): readonly Fault<typeof messages>[] {
  const found = partsOf(document).flatMap((part) =>
    findIn(part, document.title, asOf).map((finding) => ({ part, finding })),
  );
  return KINDS.flatMap((kind): Fault<typeof messages>[] => {
    const ofKind = found.filter(({ finding }) => finding.kind === kind);
    const [first] = ofKind;
    if (!first) return [];
    const values = {
      title: document.title,
      column: document.column.name,
      count: new Set(ofKind.map(({ finding }) => finding.key)).size,
      sample: first.finding.sample,
      place: placeOf(first.part, first.finding),
    };
    const parts = new Map(ofKind.map(({ part, finding }) => [part, finding]).reverse() as [Part, Finding][]);
    const others = [...parts].filter(([part]) => part !== first.part).map(([part, finding]) => cited(part, finding));
    return [{ message: kind, values, evidence: [cited(first.part, first.finding), ...others] }];
  });
}

const KINDS: readonly Kind[] = ['id-number', 'phone', 'bank-card'];

function findIn({ place, isPage, content }: Part, title: string, asOf: CivilDate): readonly Finding[] {
  // Most documents hold no number of this length at all.
  if (longNumbers(content.text).length === 0) return [];
  const about = isPage ? title : `${title} ${place}`;
  const inTables = new Set(
    content.tables.flatMap(({ rows }) =>
      rows.flatMap((row) => row.flatMap((cell) => longNumbers(cell).map(({ digits }) => digits))),
    ),
  );
  return [
    ...content.tables.flatMap((table) => findInTable(table, about, asOf)),
    ...findInText(content.text, about, inTables, asOf),
  ];
}

const placeOf = ({ place }: Part, { position }: Finding): string => `${place}${position}`;

/** What is quoted is the masked number and nothing beside it. */
const cited = (part: Part, finding: Finding): Ref => refOf(part.ref, `${finding.sample}（${placeOf(part, finding)}）`);
