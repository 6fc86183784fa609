import { dirname } from 'node:path';

/** More files of one folder than this are told by their number. */
const MOST = 12;

/** What was written, in order, a line each; a folder of many files (a sheet for every unit) is one line. */
export function writtenLines(files: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const file of files) counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1);
  const lines = files.map((file) => {
    const count = counts.get(dirname(file)) ?? 0;
    return count > MOST ? `已生成：${dirname(file)}（共${count}个文件）` : `已生成：${file}`;
  });
  return [...new Set(lines)];
}
