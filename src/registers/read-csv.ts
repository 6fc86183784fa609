import { CsvError, parse } from 'csv-parse/sync';
import { EXIT, UserError } from '../model/user-error.ts';
import { unguarded } from './formula-guard.ts';
import type { SheetRow } from './sheet.ts';

/**
 * The rows of a CSV file in UTF-8 (with or without BOM) or GB18030. Throws UserError (exit code 2) where the text is
 * in another encoding or its quotes do not match.
 */
export function readCsv(bytes: Uint8Array, file: string): SheetRow[] {
  const text = decode(bytes);
  if (text === null) {
    throw new UserError(EXIT.usage, [
      { place: { file }, what: '文件的文字编码无法识别', remedy: '请另存为 UTF-8 编码的 CSV，或存为 .xlsx' },
    ]);
  }
  try {
    let line = 1;
    return parse(text, { relaxColumnCount: true, info: true }).map((parsed): SheetRow => {
      const { record, info } = parsed as unknown as { record: string[]; info: { lines: number } };
      // The parser counts the line that a record ends in; a quoted cell may run over several.
      const row = { line, cells: record.map(unguarded) };
      line = info.lines + 1;
      return row;
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number(error.lines);
    throw new UserError(
      EXIT.usage,
      [
        {
          place: { file, ...(line > 0 ? { line } : {}) },
          what: '引号不成对',
          remedy: '请检查该行及以上各行的双引号；单元格内的双引号须写成两个',
        },
      ],
      { cause: error },
    );
  }
}

/** Null where the bytes are text in neither encoding. Nearly all GB18030 text is no valid UTF-8, so that comes first. */
function decode(bytes: Uint8Array): string | null {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // Not this one.
    }
  }
  return null;
}
