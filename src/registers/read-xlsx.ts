import { type CellValue, readXlsx as readWorkbook } from 'hucre/xlsx';
import { EXIT, UserError } from '../model/user-error.ts';
import type { SheetRow } from './sheet.ts';
import { isBlank, NOTES_SHEET } from './sheet.ts';

/**
 * The rows of the one sheet of a workbook that has any, the template's own notes aside. Dates become `YYYY-MM-DD`. Throws UserError (exit code 2)
 * where the file is no .xlsx or has several filled sheets: a register in the second one would be lost.
 */
export async function readXlsx(bytes: Uint8Array, file: string): Promise<SheetRow[]> {
  const refuse = (what: string, remedy: string, cause?: unknown): never => {
    throw new UserError(EXIT.usage, [{ place: { file }, what, remedy }], { cause });
  };
  const sheets = await workbook(bytes).catch((error: unknown) =>
    refuse('不是可以打开的 .xlsx 文件', '请用 Excel 或 WPS 打开后另存为 .xlsx（不加密码）', error),
  );
  const filled = sheets.filter(({ name, rows }) => name !== NOTES_SHEET && rows.some((row) => !isBlank(row)));
  if (filled.length > 1) {
    refuse(`有多张工作表填有内容：${filled.map(({ name }) => name).join('、')}`, '请只保留一张，其余移到别的文件');
  }
  return filled[0]?.rows ?? [];
}

async function workbook(bytes: Uint8Array): Promise<{ name: string; rows: SheetRow[] }[]> {
  const { sheets } = await readWorkbook(bytes);
  return sheets.map(({ name, rows }) => ({
    name,
    rows: rows.map((row, i) => ({ line: i + 1, cells: row.map(cellText) })),
  }));
}

function cellText(value: CellValue | undefined): string {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return value === null || value === undefined ? '' : String(value);
}
