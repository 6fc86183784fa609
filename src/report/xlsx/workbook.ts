import { writeXlsx } from 'hucre/xlsx';
import type { ReportModel } from '../report-model.ts';
import { deductionSheet } from './deductions.ts';
import { evidenceSheet } from './evidence.ts';
import { findingSheet } from './findings.ts';
import { ledgerSheet } from './ledger.ts';
import { scoreSheet } from './scores.ts';
import { FONT } from './style.ts';
import { unreadSheet } from './unread.ts';
import { yearSheet } from './year.ts';

/**
 * The quarter's working papers as a workbook: scores, deductions, findings, evidence, what could not be read, the
 * rectification ledger and, where there is one, the year.
 */
export function workbook(report: ReportModel): Promise<Uint8Array> {
  const year = yearSheet(report);
  return writeXlsx({
    defaultFont: FONT,
    properties: { title: `${report.quarter}政务公开考核工作簿`, creator: report.district },
    sheets: [
      scoreSheet(report),
      deductionSheet(report),
      findingSheet(report),
      unreadSheet(report),
      ledgerSheet(report),
      evidenceSheet(report),
      ...(year ? [year] : []),
    ],
  });
}
