import { squeeze } from '../../html.ts';
import { plain } from '../../numerals.ts';
import { yearsOfTitle } from '../double-random.ts';

const YEAR = '(?:[(（]?(?:20)?\\d\\d年?(?:年?度)?[)）]?)?';
const REPORT = new RegExp(
  `(?:政府信息|政务信息|信息|政务)公开(?:工作)?(?:情况)?的?${YEAR}(?:年度)?(?:工作)?(?:情况)?(?:年度)?(?:总结)?(?:报告|年报)`,
);
/** Documents about such reports, and reports on something else. */
const OTHER =
  /解读|图解|读懂|汇总|格式|模板|模版|指南|编制|撰写|报送|培训|做好|统计表|报表|考核|评估|检查|通报|目录$|学年|公共企事业/;
/** The day of signing, in brackets behind the title. */
const SIGNED = /[（(][^（(]{4,5}年[^（(]{1,3}月[^（(]*[）)]$/;

/** Whether a title is that of an annual report on disclosure, whatever its year; not that of a notice about one. */
export function isAnnualReport(title: string): boolean {
  const flat = squeeze(plain(title));
  return REPORT.test(flat) && !OTHER.test(flat);
}

/** The years that a report's title names, in order, each once; none where it names none. */
export function annualReportYears(title: string): number[] {
  return yearsOfTitle(squeeze(title).replace(SIGNED, ''));
}
