import type { Table } from '../../model/document.ts';
import type { Sheet } from './sheet.ts';

/** What the directory of enforcement owes besides the list of staff: 执法职责, 执法权限, 执法岗位. */
export const ENFORCEMENT_ELEMENTS = { duties: '执法职责', powers: '执法权限', posts: '执法岗位' } as const;
export type EnforcementElement = keyof typeof ENFORCEMENT_ELEMENTS;

/** `perhaps`: it is spoken of in a way that may or may not be the information itself. */
export type Presence = 'published' | 'perhaps' | 'none';

const WORDS: Readonly<Record<EnforcementElement, RegExp>> = {
  // 岗位职责 is about posts.
  duties: /(?<!岗位)职责|职能|权责/,
  powers: /权限|职权|权责|权力清单/,
  posts: /岗位|执法岗/,
};
/** Duties of posts, where more than a column of a table says so, may stand for the unit's. */
const LOOSELY: Partial<Record<EnforcementElement, RegExp>> = { duties: /岗位职责/ };

/** Titles that speak of duties, powers or posts without giving them, unless they say that they do. */
const ABOUT_OTHER =
  /通知|意见|办法|制度|规定|方案|计划|培训|会议|考核|总结|报告|检查|竞赛|动员|学习|解读|统计|情况|处罚|许可|决定|招聘|任免|廉政|风险|练兵|标兵/;
/** Campaigns and vacancies, which never are the information. */
const NEVER = /练兵|标兵|竞赛|比武|招聘|招录|培训班/;
const GIVES = /公布|公示|公开|清单|信息|目录/;

const NUMBERING = /^(?:第[一二三四五六七八九十]+[章条节部分]*|[（(【]?[一二三四五六七八九十\d]{1,3}[)）】、.．])\s*/;
const WORD = '(?:职责|职能|权限|职权|权责|权力|岗位职责|岗位|执法岗)';
/** A heading, a label or a column heading that names the information and nothing else. */
const LABEL = new RegExp(
  `^.{0,18}?${WORD}(?:[和与及、及其以]*(?:行政)?(?:执法)?${WORD})*(?:信息|清单|公示|设置|说明|内容|范围|如下|一览|表|分工|目录|名称|类别|类型|依据|描述)*$`,
);
/** A title is about what it ends with: 安全生产监督检查职责, 统计执法岗位. */
const NAMED_LAST = new RegExp(`${WORD}$`);
const VERBS =
  /履行|落实|明确|规范|强化|加强|增强|严格|压实|厘清|监督|考核|培训|追究|制度|提升|完善|立足|围绕|依照|按照/;
/** Parts of names that would pass for verbs: 市场监督管理局, 监督检查职责. */
const NO_VERBS =
  /监督(?=检查|管理|执法|抽查|指导|检验|检测|[局所站科股]|[大支总中]队|中心)|(?:考核|培训)(?=[局办]|中心)|规范性/g;
const isDone = (words: string): boolean => VERBS.test(words.replace(NO_VERBS, ''));
const NOTHING_YET = /^(?:无|略|待(?:公布|补充|完善|定)|暂无|暂缺|正在.{0,8}|[-—/\\]+)?[。.]?$/;
const SENTENCE = new RegExp(
  `(?:执法|法定|主要|我局|本单位)(?:主体)?(?:的)?${WORD}(?:主要)?(?:为|是|包括|如下|有)[：:，,]?.{6,}`,
);
const MENTION = new RegExp(`.{0,8}执法(?:主体)?${WORD}`, 'g');

/** How far a sheet publishes one of the three. */
export function readEnforcement(sheet: Sheet, element: EnforcementElement): Presence {
  const title = withoutOffice(sheet.title.replace(/\s/g, ''));
  if (NEVER.test(title)) return 'none';
  const word = WORDS[element];
  const isOther = ABOUT_OTHER.test(title) && !GIVES.test(title) && !(NAMED_LAST.test(title) && !/^关于/.test(title));
  const hasContent = sheet.text.replace(/\s/g, '').length >= 10 || sheet.tables.length > 0;
  const inTitle = word.test(title) && !isDone(title);
  if (inTitle && !isOther && hasContent) return 'published';
  const cells = new Set(sheet.tables.flatMap(({ rows }) => rows.flat()).map(squeeze));
  if (sheet.tables.some((table) => isTabulated(table, word))) return 'published';
  const lines = sheet.text
    .split('\n')
    .map(squeeze)
    .filter((line) => line !== '' && !cells.has(line));
  if (lines.some((line, i) => isHeading(line, lines[i + 1] ?? '', word) || isSentence(line, word))) return 'published';
  if (inTitle) return 'perhaps';
  if (isOther) return 'none';
  // A column's heading without anything below it was understood: there is nothing.
  const words = [...cells].filter((cell) => !isLabel(cell, word));
  if ([title, ...lines, ...words].some((one) => isMentioned(one, word))) return 'perhaps';
  return [title, ...lines].some((one) => LOOSELY[element]?.test(one)) ? 'perhaps' : 'none';
}

const squeeze = (text: string): string => text.replace(/\s/g, '');

/** The unit's name says nothing of what stands there: 市场监督管理局行政执法权限. */
const OFFICE =
  /^[^，。：《》]{2,30}(?:局|委员会|委|办公室|政府|办事处|中心|大队|支队|总队)(?=.{2})(?!(?:的|关于)?.{0,4}(?:通知|会))/;
function withoutOffice(title: string): string {
  const bare = title.replace(OFFICE, '');
  return bare.length >= 4 ? bare : title;
}

/** 一、执法职责, 执法权限：…… with something behind it. */
function isHeading(line: string, next: string, word: RegExp): boolean {
  const bare = line.replace(NUMBERING, '').replace(/^【(.*)】$/, '$1');
  const colon = bare.search(/[：:]/);
  const label = colon === -1 ? bare : bare.slice(0, colon);
  const behind = colon === -1 || colon === bare.length - 1 ? next : bare.slice(colon + 1);
  return label.length <= 30 && isLabel(label, word) && !NOTHING_YET.test(behind);
}

const isSentence = (line: string, word: RegExp): boolean => {
  const said = SENTENCE.exec(line)?.[0];
  return said !== undefined && word.test(said.slice(0, 14)) && !/详?见附件|另行|链接/.test(said);
};

const isLabel = (label: string, word: RegExp): boolean =>
  word.test(label) && LABEL.test(label) && !isDone(label) && !/[，。；]/.test(label);

const HEADER_ROWS = 6;
const LABEL_COLUMNS = 2;

/** A caption, a column or a row of a table that names it, with something in it. */
function isTabulated({ caption, rows }: Table, word: RegExp): boolean {
  if (isLabel(squeeze(caption), word)) return rows.some((row) => row.some((cell) => !NOTHING_YET.test(squeeze(cell))));
  return rows.some((row, r) =>
    row.some((text, c) => {
      const label = squeeze(text).replace(NUMBERING, '');
      if (label === '' || !isLabel(label, word)) return false;
      const below = r < HEADER_ROWS ? rows.slice(r + 1).map((other) => other[c] ?? '') : [];
      const beside = c < LABEL_COLUMNS ? row.slice(c + 1) : [];
      return [...below, ...(isHeaderRow(row) ? [] : beside)].some(
        (cell) => cell !== text && !NOTHING_YET.test(squeeze(cell)),
      );
    }),
  );
}

/** In a row of headings what stands beside one is another heading. */
const isHeaderRow = (row: readonly string[]): boolean =>
  new Set(row).size > 2 &&
  row.every((cell) => squeeze(cell).length <= 12) &&
  /序号|姓名|名称|依据|备注/.test(row.join());

function isMentioned(text: string, word: RegExp): boolean {
  for (const [found] of text.matchAll(MENTION)) if (word.test(found) && !isDone(found)) return true;
  return false;
}
