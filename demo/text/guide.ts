import type { CivilDate } from '../../src/model/civil-date.ts';
import { chineseDate, heading, paragraphs } from '../html.ts';
import type { DemoUnit, Draft, FileDraft, InlineArticle } from '../types.ts';

const ONLINE = '临淄区人民政府网站政府信息公开专栏';

const applicationForm = (unit: DemoUnit): FileDraft => ({
  name: '政府信息公开申请表.docx',
  type: 'docx',
  title: `${unit.fullName}政府信息公开申请表`,
  paragraphs: ['申请人、联系方式、所需信息内容、获取方式，由申请人如实填写。'],
  grids: [
    {
      header: ['项目', '填写内容'],
      rows: [
        ['申请人', ''],
        ['联系方式', ''],
        ['所需信息', ''],
        ['获取方式', ''],
      ],
    },
  ],
});

/** The guide's text, in force in `year`. */
function guideHtml(unit: DemoUnit, year: number, date: string): string {
  return [
    paragraphs([
      `为方便公民、法人和其他组织获取${unit.fullName}的政府信息，依据《中华人民共和国政府信息公开条例》（国务院令第711号），编制本指南，并于每年更新。本指南为${year}年版，更新日期：${chineseDate(date)}。`,
    ]),
    heading('一、信息分类和编排体系'),
    paragraphs([
      '主动公开的信息分为机构职能、政策文件、业务工作、财政信息、建议提案办理、年度报告等类别。',
      '每条信息编有索引号，由统一社会信用代码、年份和流水号组成，可按类别和时间查找。',
    ]),
    heading('二、获取方式'),
    paragraphs([`●主动公开：可登录${ONLINE}查阅，也可到区档案馆、区图书馆和${unit.name}办公场所查阅。`]),
    paragraphs([
      '●依申请公开：填写《政府信息公开申请表》，通过当面提交、邮寄或网上提交的方式申请，自收到申请之日起二十个工作日内答复；需要延长的，最多延长二十个工作日并告知申请人。',
    ]),
    heading('三、公开机构'),
    paragraphs([
      `机构名称：${unit.fullName}办公室`,
      `办公地址：${unit.address}`,
      '办公时间：工作日8:30—12:00，13:30—17:30（夏季14:00—18:00）',
      `联系电话：${unit.phone}`,
      `传真号码：${unit.phone.replace('71', '72')}`,
      '邮政编码：255400',
      `电子邮箱：${unit.email}`,
    ]),
    heading('四、监督和救济'),
    paragraphs([
      '认为本单位未依法履行公开义务的，可以向区政府办公室投诉举报，也可以依法申请行政复议或者提起行政诉讼。',
    ]),
  ].join('\n');
}

const titleOf = (unit: DemoUnit): string => `${unit.fullName}政府信息公开指南`;

/** The guide printed on the column's own page. */
export function inlineGuide(unit: DemoUnit, date: CivilDate): InlineArticle {
  return {
    title: titleOf(unit),
    date,
    html: guideHtml(unit, Number(date.slice(0, 4)), '2023-02-10'),
    file: applicationForm(unit),
  };
}

/** Guides as documents of a list, one for each day; each is the version of that day's year. */
export function guideDrafts(unit: DemoUnit, dates: readonly CivilDate[]): Draft[] {
  return dates.map((date, i) => {
    const year = Number(date.slice(0, 4));
    return {
      title: `${titleOf(unit)}（${year}年版）`,
      date,
      // Old pages are given a new date year after year: the newest may be far older than it says.
      createdAfter: i === 0 && unit.name === '区行政审批服务局' ? -823 : 0,
      dateText: date,
      files: [applicationForm(unit)],
      body: () => guideHtml(unit, year, date),
    };
  });
}
