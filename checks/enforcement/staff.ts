import {
  type Document,
  headerInLines,
  headerRow,
  type LikeHeader,
  likestHeader,
  type Match,
  normaliseHeader,
  type Question,
  type Reading,
  type Ref,
  type Sheet,
  sheetsOf,
  type Unknown,
} from '../kit.ts';
import { isOther, unreadOf } from './unread.ts';

/** What the list of staff shows where no model page says otherwise; 执法类别 and 执法区域 are one idea. */
export const BUILT_IN = ['姓名', '单位', '执法证号', '执法类别', '有效期'] as const;

export type ModelHeader = { readonly kind: 'header'; readonly cells: readonly string[]; readonly ref: Ref } | Unknown;

/** The header of the pinned model list. */
export function modelHeader(model: Reading<Document>): ModelHeader {
  if (!model.ok) return { kind: 'unknown', why: 'no-model', detail: model.detail, refs: model.ref ? [model.ref] : [] };
  const { title, ref } = model.value;
  const [cells] = sheetsOf(model.value).flatMap(({ tables }) =>
    tables.flatMap((table) => {
      const header = headerRow(table);
      return header ? [header] : [];
    }),
  );
  if (cells) return { kind: 'header', cells, ref };
  return { kind: 'unknown', why: 'no-model', detail: `《${title}》中没有可识别的执法人员清单`, refs: [ref] };
}

/** The list's words, where a file's tables are not recognised or a list is not laid out as a table. */
const STAFF_WORDS = /执法证|证号|证件|执法人员|姓名/;
/** At least so many certificate numbers make a run of headings the head of a list. */
const NUMBERS = /(?<![\d-])[A-Z]{0,3}\d{6,18}(?![\d-])/g;
const STAFF_TITLE = /人员|名单|名录|资格|清单|持证/;

/** A document with a list of staff laid out like one of the models. */
export function laidOutLike(models: readonly (readonly string[])[], similarity: number): Question {
  const match = (document: Document): Match => {
    const sheets = sheetsOf(document);
    if (sheets.some((sheet) => models.some((model) => isLike(sheet, model, similarity)))) return true;
    if (isOther(document.title, STAFF_TITLE)) return false;
    return sheets.find(isUntabled) ? untabled(document) : unreadOf(document);
  };
  return { match, ruledOutByTitle: (title) => isOther(title, STAFF_TITLE) };
}

function isLike({ text, tables }: Sheet, model: readonly string[], similarity: number): boolean {
  const like = likestHeader(tables, model);
  if (like && (like.similarity >= similarity || holdsAll(like.header, model))) return true;
  return tables.length === 0 && (text.match(NUMBERS)?.length ?? 0) > 1 && headerInLines(text, model) >= similarity;
}

/** A list with every heading of the model, and more besides, lacks nothing. */
function holdsAll(header: readonly string[], model: readonly string[]): boolean {
  const ideas = normaliseHeader(header);
  return [...normaliseHeader(model)].every((idea) => ideas.has(idea));
}

/** A sheet in words only that speaks of certificates with numbers: a list that was not understood. */
const isUntabled = ({ text, tables }: Sheet): boolean =>
  tables.length === 0 && STAFF_WORDS.test(text) && (text.match(NUMBERS)?.length ?? 0) > 1;

const untabled = ({ title, ref }: Document): Match => ({
  unsure: 'unparsed',
  detail: `《${title}》中的执法人员信息不是可识别的表格`,
  refs: [ref],
});

/** Whether a document is a list of enforcement staff, however laid out. */
export function isStaffList(document: Document): Match {
  const sheets = sheetsOf(document);
  if (/执法人员.{0,8}(?:清单|名单|名录|一览|信息|公示|目录|情况)/.test(document.title.replace(/\s/g, ''))) return true;
  if (sheets.some(({ tables }) => tables.some(isOfStaff))) return true;
  if (isOther(document.title, STAFF_TITLE)) return false;
  return sheets.some(isUntabled) ? untabled(document) : unreadOf(document);
}

const isOfStaff = (table: Sheet['tables'][number]): boolean => {
  const ideas = normaliseHeader(headerRow(table) ?? []);
  return ideas.has('姓名') && ideas.has('执法证号');
};

/** The table most like a model among the lists of staff, and where it stands; null where there is no list. */
export function nearest(
  documents: readonly Document[],
  models: readonly (readonly string[])[],
): { readonly document: Document; readonly like: LikeHeader | null } | null {
  const lists = documents.filter((document) => isStaffList(document) === true);
  const all = lists.flatMap((document) =>
    models.map((model) => ({
      document,
      like: likestHeader(
        sheetsOf(document).flatMap(({ tables }) => tables),
        model,
      ),
    })),
  );
  return all.sort((a, b) => (b.like?.similarity ?? -1) - (a.like?.similarity ?? -1))[0] ?? null;
}
