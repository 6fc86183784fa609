import type { Element } from 'domhandler';
import type { MetadataField } from '../model/document.ts';
import { squeeze } from './html.ts';

/** What sites call each field, white space left out. */
const FIELD_LABELS: Readonly<Record<MetadataField, string>> = {
  title: '标题 信息名称 文件名称 名称',
  issuer:
    '发布机构 发文机关 发文单位 发文机构 发布单位 发布机关 制发机关 制发单位 制定机关 发文部门 发布部门 公开机构 公开主体 公开责任部门 公开单位 公开机关 印发单位 印发机关 制作单位 制作机关 成文单位 成文机关 信息发布机构 信息公开单位',
  number: '文号 发文字号 文件编号 公文字号 文件字号 公文文号 文件文号 发文文号 发文号 文件号 公文号 发文编号 文件号码',
  index:
    '索引号 信息索引号 公开索引号 索引 索引码 索取号 信息索取号 索引编号 政府信息索引号 政务信息索引号 信息索引 信息索引码',
  writtenOn:
    '成文日期 成文时间 生成日期 生成时间 签署日期 制发日期 形成日期 印发日期 成文日 制定日期 制定时间 制文日期 制作日期 签发日期 签发时间 落款日期 印发时间',
  publishedOn:
    '发布日期 发布时间 公开日期 公开时间 发文日期 发文时间 发稿时间 公布日期 上网日期 公布时间 上网时间 信息发布日期 信息发布时间 信息公开日期 信息公开时间 公开发布日期 公开发布时间',
  theme:
    '主题分类 主题 分类 主题类别 主题类型 组配分类 信息分类 信息类别 公文主题 信息主题 所属主题 所属分类 内容分类 文件分类 公开类别 政策主题',
  validity:
    '有效性 效力状态 时效性 有效状态 是否有效 信息时效性 信息有效性 信息时效期 文件效力 文件状态 有效期 文件有效性 公文有效性 规范性文件有效性 政策有效性 效力 时效 时效状态 文件时效 文件时效性 政策时效 政策时效性 政策有效期 有效期限 有效期至 是否废止 是否现行有效 现行有效性 效力情况',
};

/** Labels that only end the value before them. */
const OTHER_LABELS =
  '公开方式 公开范围 公开形式 公开目录 公文目录 废止日期 失效日期 主题词 关键词 体裁分类 体裁 服务对象 来源 信息来源 文章来源 作者 浏览次数 点击数 点击率 阅读次数 访问量 字号 责任编辑 编辑 审核 登记日期 登记号 统一编号 规范性文件编号 实施日期 施行日期 生效日期 内容概述 语种 时间 更新时间 更新日期 分享 视力保护色';

const FIELDS = new Map<string, MetadataField | null>();
for (const label of OTHER_LABELS.split(' ')) FIELDS.set(label, null);
for (const [field, labels] of Object.entries(FIELD_LABELS))
  for (const label of labels.split(' ')) FIELDS.set(label, field as MetadataField);

const spaced = (label: string): string => Array.from(label).join('\\s*');
const LONGEST_FIRST = [...FIELDS.keys()].sort((a, b) => b.length - a.length).map(spaced);
/** 索引号：, 【索引号】, 【索引号】： */
const ANY_LABEL = LONGEST_FIRST.join('|');
const WITH_COLON = new RegExp(
  `(?<![一-龥])(?:[\\[【]\\s*(${ANY_LABEL})\\s*[\\]】]\\s*[:：]?|(${ANY_LABEL})\\s*[:：])`,
  'g',
);
const AROUND = /^[\s[【（(]+|[\s\]】）):：]+$/g;

export interface LabelPair {
  readonly label: string;
  /** null for a known label that is no field of ours. */
  readonly field: MetadataField | null;
  readonly value: string;
  /** What holds the value; null where only the label's own element is known. */
  readonly holder?: Element | null;
}

/** The field a text names, where it is a label and nothing else; undefined for any other text. */
export function labelField(text: string): MetadataField | null | undefined {
  return text.length > 20 ? undefined : FIELDS.get(squeeze(text).replace(AROUND, ''));
}

export const cleanLabel = (text: string): string => text.replace(AROUND, '');

/** All `标签：值` of a line, in order. */
export function colonPairs(line: string): LabelPair[] {
  if (!/[:：\]】]/.test(line)) return [];
  const matches = [...line.matchAll(WITH_COLON)];
  return matches.map((match, i) => {
    const label = match[1] ?? match[2] ?? '';
    const end = matches[i + 1]?.index ?? line.length;
    const value = line
      .slice(match.index + match[0].length, end)
      .replace(/[\s|｜【[]+$/, '')
      .trim();
    return { label, field: FIELDS.get(squeeze(label)) ?? null, value };
  });
}
