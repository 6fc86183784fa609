import { join } from 'node:path';
import type { Audit } from '../model/audit.ts';
import { serialiseAudit } from '../report/audit-json.ts';
import { bulletinDocx } from '../report/docx/bulletin.ts';
import { renderHtml } from '../report/html/render.tsx';
import { renderUnitSheet } from '../report/html/unit-sheet.tsx';
import type { ReportModel } from '../report/report-model.ts';
import { unitWorkbook } from '../report/xlsx/unit-sheet.ts';
import { workbook } from '../report/xlsx/workbook.ts';
import { fileNames } from './file-name.ts';

/** A file to be written: its path within the folder of reports, and what it holds. */
export type ReportFile = readonly [path: string, content: string | Uint8Array];

const SHEETS = '自查表';

/** Whether a file is of the bulletin itself, which is kept as it went out, and no sheet of a single unit. */
export const isOfBulletin = ([path]: ReportFile): boolean => !path.startsWith(SHEETS);

/** Every form of the report, the bulletin first; then the self-check sheets of the units named, in the order of targets.yaml. */
export async function reportFiles(
  report: ReportModel,
  audit: Audit,
  units: ReadonlySet<string>,
): Promise<readonly ReportFile[]> {
  const sheets: ReportFile[] = [];
  const inOrder = report.units.toSorted((one, other) => one.order - other.order);
  const names = fileNames(inOrder.map(({ name }) => name));
  for (const [i, unit] of inOrder.entries()) {
    if (!units.has(unit.id)) continue;
    const path = join(SHEETS, `${names[i]}自查表_${audit.period}`);
    sheets.push([`${path}.xlsx`, await unitWorkbook(unit, report)]);
    sheets.push([`${path}.html`, renderUnitSheet(unit, report)]);
  }
  const forms: ReportFile[] = [];
  for (const form of BULLETIN_FORMS) forms.push(await bulletinForm(form, report, audit));
  return [...forms, ...sheets];
}

/** The forms that a bulletin is kept in, itself first. */
export const BULLETIN_FORMS = ['docx', 'xlsx', 'html', 'json'] as const;
export type BulletinForm = (typeof BULLETIN_FORMS)[number];

/** One form of the report. */
export async function bulletinForm(form: BulletinForm, report: ReportModel, audit: Audit): Promise<ReportFile> {
  const draft = report.publication ? '' : '（征求意见稿）';
  switch (form) {
    case 'docx':
      return [`${report.quarter}政务公开通报${draft}.docx`, await bulletinDocx(report)];
    case 'xlsx':
      return [`${report.quarter}政务公开考核工作簿.xlsx`, await workbook(report)];
    case 'html':
      return ['report.html', renderHtml(report)];
    case 'json':
      return ['audit.json', serialiseAudit(audit)];
  }
}
