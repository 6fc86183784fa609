import { Document, type FileChild, Packer } from 'docx';
import { deductionText } from '../deduction-text.ts';
import type { Ranking, ReportModel, UnitReport } from '../report-model.ts';
import { dayName } from '../words.ts';
import { bulletinText } from './bulletin-text.ts';
import { fontTable, footers, PAGE } from './page.ts';
import { addressee, annexLine, annexMark, body, remark, signature, title } from './paragraphs.ts';
import { rankingTable, submissionTable } from './tables.ts';

interface Annex {
  readonly title: string;
  readonly content: readonly FileChild[];
}

/**
 * The quarter's bulletin as .docx, in the form of the official one: heading, text, and annexes with the ranked tables,
 * the submissions by month and what each unit lost points for. Submissions are left out where they are not counted.
 */
export async function bulletinDocx(report: ReportModel): Promise<Uint8Array> {
  const annexes = annexesOf(report);
  const office = `${report.district}人民政府办公室`;
  const day = report.publication?.publishedOn ?? report.asOf;
  const children = [
    title(office),
    title('关于全区政务公开工作情况的通报'),
    addressee('各镇人民政府、街道办事处，区政府各部门，有关企事业单位：'),
    ...bulletinText(report).map((text) => body(text)),
    body(''),
    ...annexes.map(({ title }, i) => annexLine(i === 0 ? '附件：' : '　　　', `${i + 1}．${title}`)),
    ...signature([office, dayName(day)]),
    ...annexes.flatMap(({ title: name, content }, i) => [annexMark(`附件${i + 1}`), title(name), ...content]),
  ];
  const document = new Document({
    creator: office,
    title: `${report.quarter}政务公开通报`,
    evenAndOddHeaderAndFooters: true,
    sections: [{ properties: PAGE, footers: footers(), children }],
  });
  return Packer.toBuffer(document, undefined, [{ path: 'word/fontTable.xml', data: fontTable() }]);
}

function annexesOf(report: ReportModel): readonly Annex[] {
  const { rankings, submissions, units, rulebook } = report;
  const points = {
    quarter: report.quarter.replace(/^\d+年第/, ''),
    whole: rulebook.base + rulebook.coverageMax,
    coverage: rulebook.coverageMax,
  };
  const ranked = (table: Ranking, name: string): Annex => ({ title: name, content: [rankingTable(table, points)] });
  const [departments, towns] = (['departments', 'towns'] as const).map((of) =>
    rankings.find((table) => table.of === of),
  );
  return [
    ...(departments ? [ranked(departments, '各部门政务公开工作情况')] : []),
    ...(towns ? [ranked(towns, '各镇、街道政务公开工作情况')] : []),
    ...(submissions
      ? [
          {
            title: '各单位政务公开工作投稿情况',
            content: [
              submissionTable({ ...submissions, rows: departmentsFirst(submissions.rows, units) }),
              remark('注：括号内为当月不符合条件的件数；“—”为台账中没有记录。'),
            ],
          },
        ]
      : []),
    {
      title: '各单位政务公开工作减分情况',
      content: townsFirst(units).map((unit) => body(deductionText(unit), `${unit.name}　`)),
    },
  ];
}

const isTown = ({ kind }: UnitReport): boolean => kind === 'town' || kind === 'subdistrict';
const byOrder = (one: UnitReport, other: UnitReport): number => one.order - other.order;

const townsFirst = (units: readonly UnitReport[]): readonly UnitReport[] =>
  units.toSorted((one, other) => Number(isTown(other)) - Number(isTown(one)) || byOrder(one, other));

function departmentsFirst<T extends { readonly unit: string }>(rows: readonly T[], units: readonly UnitReport[]): T[] {
  const places = new Map(
    units
      .toSorted((one, other) => Number(isTown(one)) - Number(isTown(other)) || byOrder(one, other))
      .map(({ id }, place) => [id, place]),
  );
  return rows.toSorted((one, other) => (places.get(one.unit) ?? 0) - (places.get(other.unit) ?? 0));
}
