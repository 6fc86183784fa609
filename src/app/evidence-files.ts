import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = 'evidence';

/** Bytes of a file; null where it is not there. */
export function sizeOf(path: string): number | null {
  return statSync(path, { throwIfNoEntry: false })?.size ?? null;
}

const listed = (data: string): string[] =>
  !existsSync(join(data, FOLDER))
    ? []
    : readdirSync(join(data, FOLDER), { withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [entry.name] : []));

/** Every evidence file in the folder to its end, for an index that cannot tell what is committed. */
export const wholeLengths = (data: string): Map<string, number> =>
  new Map(
    listed(data)
      .filter((name) => name.endsWith('.warc.gz'))
      .map((name) => [`${FOLDER}/${name}`, sizeOf(join(data, FOLDER, name)) ?? 0]),
  );

/** What is in the folder without being committed, in Chinese. */
export function strangers(data: string, lengths: ReadonlyMap<string, number>): string[] {
  return listed(data).flatMap((name) => {
    const file = `${FOLDER}/${name}`;
    if (lengths.has(file)) return [];
    if (name.endsWith('.uncommitted')) return [`${file} 是中断时未入库的文件，已另行保留，不影响取证`];
    if (name.endsWith('.warc.gz')) return [`${file} 不在索引中，下次取证时自动另行保留`];
    return [`${file} 不是取证文件`];
  });
}
