import { fileKind } from '../../extract/files/kind.ts';
import { unwritable } from '../../registers/edit-table.ts';
import { readCsv } from '../../registers/read-csv.ts';
import { readRows } from '../../registers/read-rows.ts';
import { readXlsx } from '../../registers/read-xlsx.ts';
import { isBlank, type SheetRow } from '../../registers/sheet.ts';
import { located, type TableProblem, tableOf } from '../../registers/table.ts';
import { ruledDefinition } from '../registers/ruled-definition.ts';
import type { UploadLimits } from './limits.ts';
import { refusedUpload } from './refuse-upload.ts';
import { repacked } from './repacked.ts';
import type { RegisterTask } from './upload-task.ts';

/** No register has a tenth of them; each costs a look at every row. */
const MOST_COLUMNS = 100;
/** Characters of all cells together: a workbook may name one long text in every cell. */
const MOST_TEXT = 10_000_000;
/** Mistakes that are told one by one; nobody reads more. */
const MOST_TOLD = 500;
/** Characters of a cell that are told with its mistake. */
const LONGEST_VALUE = 80;

/** An uploaded register as texts, with all mistakes of its rows. */
export interface UploadedRegister {
  readonly sheet: readonly SheetRow[];
  readonly problems: readonly TableProblem[];
}

/** What the thread does with an uploaded register. Throws UserError (exit code 2) for a file that is none. */
export async function readUploadedRegister({
  bytes,
  name,
  limits,
  id,
  rules,
}: RegisterTask): Promise<UploadedRegister> {
  const sheet = (await sheetIn(bytes, name, limits)).filter((row) => !isBlank(row));
  requireModest(sheet, name, limits);
  const definition = ruledDefinition(id, rules);
  const { problems } = readRows(definition, sheet, name);
  return {
    sheet,
    problems: told(located([...problems, ...unwritable(sheet, name)], tableOf(definition, sheet)), name),
  };
}

async function sheetIn(bytes: Uint8Array, name: string, limits: UploadLimits): Promise<readonly SheetRow[]> {
  const kind = fileKind(bytes);
  if (kind === 'text') return readCsv(bytes, name);
  if (kind === 'zip') return readXlsx(await repacked(bytes, name, limits), name);
  const remedy = '请用 Excel 或 WPS 打开后另存为 .xlsx（不加密码）或 .csv，再上传';
  if (kind === 'ole-locked') throw refusedUpload(name, '文件设有密码', remedy);
  if (kind === 'ole-sheet') throw refusedUpload(name, '是旧格式的 .xls 文件', remedy);
  throw refusedUpload(name, '不是 .xlsx 或 .csv 文件', remedy);
}

function requireModest(sheet: readonly SheetRow[], name: string, { rows }: UploadLimits): void {
  const remedy = '请只保留台账本身的行和列';
  if (sheet.length - 1 > rows) throw refusedUpload(name, `超过${rows}行`, remedy, `${sheet.length - 1} 行`);
  if (sheet.some(({ cells }) => cells.length > MOST_COLUMNS))
    throw refusedUpload(name, `超过${MOST_COLUMNS}列`, remedy);
  let text = 0;
  for (const { cells } of sheet) for (const cell of cells) text += cell.length;
  if (text > MOST_TEXT) throw refusedUpload(name, '单元格文字过多', remedy, `${text} 个字符`);
}

function told(problems: readonly TableProblem[], name: string): readonly TableProblem[] {
  const first = problems.slice(0, MOST_TOLD).map(({ value, ...problem }) => {
    return value === undefined ? problem : { ...problem, value: short(value) };
  });
  if (problems.length <= MOST_TOLD) return first;
  const what = `另有${problems.length - MOST_TOLD}处错误没有列出`;
  return [...first, { place: { file: name }, what, remedy: '请先改正以上各处，再上传', row: null, columnId: null }];
}

/** A hostile cell may be megabytes long. */
const short = (value: string): string => (value.length > LONGEST_VALUE ? `${value.slice(0, LONGEST_VALUE)}…` : value);
