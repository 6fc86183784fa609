import type { Message } from '../kit.ts';

const FORM = { document: '国办公开办函〔2021〕30号', clause: '政府信息公开工作年度报告格式' } as const;
const PRACTICE = { document: '关于全区政务公开工作情况的通报（2023年第二季度）', clause: '附件4' } as const;
const PARTS_OF_LAW = { document: '中华人民共和国政府信息公开条例（国务院令第711号）', clause: '第五十条' } as const;

export const MESSAGES = {
  missing: {
    text: '未公开{year}年政府信息公开工作年度报告',
    fix: '请在“{column}”栏目公开{year}年政府信息公开工作年度报告',
  },
  late: {
    text: '{year}年度报告逾期公开：{detail}',
    fix: '请核实“{column}”栏目中《{title}》的公开日期；今后请于每年{due}前公开',
  },
  'title-doubled': {
    text: '{year}年度报告正文重复标题：“{detail}”',
    fix: '请在“{column}”栏目编辑《{title}》，删除正文开头重复的标题',
    basis: [PRACTICE],
  },
  copied: {
    text: '{year}年度报告总体情况与上年度雷同：{detail}',
    fix: '请按{year}年实际工作重新撰写“{column}”栏目中《{title}》的“一、总体情况”',
    basis: [PRACTICE],
  },
  sections: {
    text: '{year}年度报告六个部分不完整：{detail}',
    fix: '请按规定格式补全“{column}”栏目中《{title}》的六个部分，并按顺序排列',
    basis: [PARTS_OF_LAW, FORM],
  },
  'no-contact': {
    text: '{year}年度报告缺少联系方式：{detail}',
    fix: '请在“{column}”栏目中《{title}》的开头补充联系方式：{detail}',
    basis: [PRACTICE],
  },
  unbalanced: {
    text: '{year}年度报告表格数据勾稽关系不符：{detail}',
    fix: '请核对并更正“{column}”栏目中《{title}》的表格数据',
    basis: [FORM],
  },
  'image-broken': {
    text: '{year}年度报告有图片不能显示：{detail}',
    fix: '请在“{column}”栏目编辑《{title}》，重新上传不能显示的图片',
    basis: [PRACTICE],
  },
  signature: {
    text: '{year}年度报告落款错行：{detail}',
    fix: '请在“{column}”栏目编辑《{title}》，将落款单位和日期各排为一行',
    basis: [PRACTICE],
  },
  'part-six': {
    text: '{year}年度报告第六部分缺少：{detail}',
    fix: '请在“{column}”栏目中《{title}》的“六、其他需要报告的事项”部分补充：{detail}',
    basis: [FORM, PRACTICE],
  },
  'wrong-year': {
    text: '{year}年度报告年份有误：{detail}',
    fix: '请将“{column}”栏目中《{title}》的上述年份更正为{year}年',
    basis: [FORM],
  },
  'wrong-unit': {
    text: '{year}年度报告单位名称有误：{detail}',
    fix: '请将“{column}”栏目中《{title}》的上述名称更正为本单位名称',
    basis: [FORM],
  },
  placeholder: {
    text: '{year}年度报告留有未填写的内容：{detail}',
    fix: '请填写“{column}”栏目中《{title}》的上述内容',
    basis: [FORM],
  },
} as const satisfies Readonly<Record<string, Message>>;

/** What each message asks, for the text of a pass. */
export const QUESTIONS = {
  late: '公开期限',
  'title-doubled': '标题',
  copied: '总体情况与上年度比较',
  sections: '六个部分',
  'no-contact': '联系方式',
  unbalanced: '表格勾稽关系',
  'image-broken': '图片',
  signature: '落款',
  'part-six': '第六部分',
  'wrong-year': '年份',
  'wrong-unit': '单位名称',
  placeholder: '未填写内容',
} as const;
export type Question = keyof typeof QUESTIONS;
