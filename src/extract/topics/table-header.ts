import type { Table } from '../../model/document.ts';

/** One word for each idea of a column heading; the first of a line stands for the others. */
const SYNONYMS: readonly string[] = [
  '事项 抽查事项 抽查事项名称 检查事项 检查事项名称 事项名称 抽查内容 检查内容 抽查项目 检查项目 抽查事项及内容',
  '任务 抽查任务 抽查任务名称 任务名称 抽查计划名称 计划名称 检查任务',
  '对象 抽查对象 检查对象 抽查对象范围 检查对象范围 抽查主体范围 被检查对象 监管对象 对象范围',
  '比例 抽查比例 抽查比例及频次 抽查比例和频次 抽取比例 检查比例 抽查数量 抽取数量 大约抽取数量 抽查户数',
  '频次 抽查频次 检查频次',
  '方式 抽查方式 检查方式 检查方法',
  '时间 抽查时间 检查时间 检查时间安排 抽查时间安排 实施时间 起止时间 抽查时限 完成时限 时间安排',
  '依据 抽查依据 检查依据 法律依据 执法依据 设定依据 检查法律依据',
  '主体 抽查主体 检查主体 实施单位 实施部门 牵头单位 牵头部门 发起单位 发起部门 责任单位 责任科室 检查单位 检查机关 实施主体 组织部门',
  '配合单位 参检单位 参与单位 参与部门 配合部门 联合部门 参加部门',
  '类别 抽查类别 抽查类型 事项类别 事项类型 检查类别 任务类型',
  '结果 抽查结果 检查结果 检查情况 抽查情况 查处结果 处理结果 处理情况 公示结果 抽查检查结果 检查结论',
  '姓名 执法人员姓名 人员姓名 执法人员 持证人姓名 持证人 持证人员 行政执法人员姓名 行政执法人员',
  '单位 所在单位 执法单位 执法机构 工作单位 所属单位 执法主体 执法部门 所在部门 单位名称 所属机构 执法主体名称 执法机关 行政执法主体 行政执法机关 所在机构 所属部门 执法单位名称 工作部门',
  '执法证号 证号 证件号码 证件编号 执法证编号 执法证件号 执法证件编号 行政执法证号 行政执法证件号 行政执法证编号 执法证号码 执法证件号码 行政执法证号码 证件号 证书编号 证书号码 执法证 执法证件 行政执法证 行政执法证件 行政执法证件编号 行政执法证件号码 执法证书编号 执法资格证号 执法资格证编号 执法证件证号 持证编号',
  '执法类别 执法区域 执法范围 执法类型 执法领域 执法地域 执法种类 执法业务 执法区域范围 执法证类别 执法证类型 行政执法类别 行政执法区域 执法事项类别 执法门类 执法专业 证件类别',
  '有效期 证件有效期 有效期限 有效期至 有效截止日期 有效日期 证件有效期至 有效时间 执法证有效期 执法证件有效期 有效期起止 有效起止日期 有效期截止 有效期截止日期 证件有效期限 有效期限至 执法证有效期至 证件有效日期 到期时间 到期日期 有效截止时间 有效期间',
  '职务 职务职级 职级 岗位 执法岗位',
  '性别',
];

const CANONICAL = new Map<string, string>();
for (const line of SYNONYMS) {
  const words = line.split(' ');
  for (const word of words) CANONICAL.set(word, words[0] as string);
}
const NO_MEANING = new Set(['', '序号', '编号', '备注', '说明', '号']);

/** The set of ideas in a header row: white space, brackets and synonyms gone, numbering and remarks left out. */
export function normaliseHeader(cells: readonly string[]): ReadonlySet<string> {
  const words = cells.map((cell) => {
    const bare = cell.replace(/[\s*]+/g, '').replace(/[（(【[].*$/, '');
    return CANONICAL.get(bare) ?? bare;
  });
  return new Set(words.filter((word) => !NO_MEANING.has(word)));
}

/** Share of common ideas among all ideas of two header rows, 0 to 1. */
export function headerSimilarity(a: readonly string[], b: readonly string[]): number {
  const left = normaliseHeader(a);
  const right = normaliseHeader(b);
  const common = [...left].filter((word) => right.has(word)).length;
  const all = left.size + right.size - common;
  return all === 0 ? 0 : common / all;
}

const HEADER_REACH = 6;

/**
 * What may be the header of a table: each of its first rows, and each with the row below it, cell by cell, for headers
 * of two rows (执法证 over 编号 and 有效期; a cell that spans both stands once).
 */
function headerCandidates({ rows }: Table): readonly (readonly string[])[] {
  return rows.slice(0, HEADER_REACH).flatMap((row, r) => {
    const below = rows[r + 1];
    if (!below || !isSplit(row)) return [row];
    return [row, row.map((cell, c) => (below[c] === cell ? cell : `${cell}${below[c] ?? ''}`))];
  });
}

/** A cell over several columns has its text repeated; over all of them it is a title. */
const isSplit = (row: readonly string[]): boolean =>
  new Set(row).size > 1 && row.some((cell, c) => cell !== '' && cell === row[c + 1]);

/**
 * The header row of a table: of its first rows the one with most known headings, so that captions and units of
 * measure above it do not count. null where no row has two.
 */
export function headerRow(table: Table): readonly string[] | null {
  let best: readonly string[] | null = null;
  let most = 1;
  for (const row of headerCandidates(table)) {
    const known = [...normaliseHeader(row)].filter((word) => CANONICAL.has(word)).length;
    if (known > most) [best, most] = [row, known];
  }
  return best;
}

/** A header row and how much it has in common with a model. */
export interface LikeHeader {
  readonly header: readonly string[];
  readonly similarity: number;
}

/** The header among tables that is most like the model, what looks like one of the first table where none is; null without a table. */
export function likestHeader(tables: readonly Table[], model: readonly string[]): LikeHeader | null {
  const [first] = tables;
  if (!first) return null;
  const none: LikeHeader = { header: headerRow(first) ?? first.rows[0] ?? [], similarity: 0 };
  return tables
    .flatMap(headerCandidates)
    .map((header) => ({ header, similarity: headerSimilarity(model, header) }))
    .reduce((best, one) => (one.similarity > best.similarity ? one : best), none);
}

/** Lines of a header in text without tables may be broken, each cell on a line of its own. */
const LINES_OF_HEADER = 14;
const LONGEST_HEADER = 90;

/**
 * Share of a model's ideas that a run of short lines names: the header of a table in a file whose tables are not
 * recognised, such as a PDF. Sentences do not count.
 */
export function headerInLines(text: string, model: readonly string[]): number {
  const ideas = [...normaliseHeader(model)];
  const lines = text.split('\n').map((line) => line.replace(/\s/g, ''));
  let best = 0;
  for (let from = 0; from < lines.length; from += 1) {
    let run = '';
    for (const line of lines.slice(from, from + LINES_OF_HEADER)) {
      if (/[，。；、]/.test(line) || run.length + line.length > LONGEST_HEADER) break;
      run += line;
    }
    const named = ideas.filter((idea) => wordsOf(idea).some((word) => run.includes(word))).length;
    best = Math.max(best, ideas.length === 0 ? 0 : named / ideas.length);
  }
  return best;
}

const wordsOf = (idea: string): readonly string[] =>
  SYNONYMS.find((line) => line.startsWith(`${idea} `))?.split(' ') ?? [idea];
