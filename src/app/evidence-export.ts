import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Capture } from '../model/capture.ts';
import { EXIT, UserError } from '../model/user-error.ts';
import { caseIndex, evidenceFormat, evidenceReader } from './compose.ts';
import { type CaseChoice, capturesOfCase } from './evidence-case.ts';
import { gatherRecords } from './evidence-gather.ts';
import { caseIndexLines, casePages, pictureDrafts } from './evidence-replay.ts';
import { version } from './version.ts';
import { writeWholeFrom } from './write-stream.ts';

export interface ExportRequest extends CaseChoice {
  readonly data: string;
  /** The .wacz file to write; it must not exist yet. */
  readonly out: string;
  /** The clock, for the file's own date. */
  readonly now?: () => Date;
}

export interface ExportOutcome {
  readonly records: number;
  readonly pages: number;
}

/**
 * Writes the evidence of a case as WACZ. Its records are those of the data folder byte for byte; only a description and
 * the pictures under addresses of their own are added, so that viewers find them (docs/evidence.md).
 * Throws UserError: 2 where nothing was chosen or it is not in the evidence, or the file exists; 4 where evidence is
 * damaged; 5 where the file cannot be written.
 */
export async function exportCase(request: ExportRequest): Promise<ExportOutcome> {
  const { data, out, urls, units, findings, now = () => new Date() } = request;
  refuse(request);
  const index = await caseIndex(data);
  const evidence = evidenceReader(data);
  const read = async (capture: Capture): Promise<Uint8Array> => (await evidence.open(capture.payloadRecord)).body;
  try {
    const chosen = await capturesOfCase({ urls, units, findings }, data, index, read);
    const records = await gatherRecords(chosen.captures, data, await index.committed(), index.cases);
    const created = now();
    const software = `xunjian ${version()}`;
    const pictures = await pictureDrafts(chosen.captures, evidence.open);
    const made = await evidenceFormat.serialiseRecords([description(software, created), ...pictures]);
    const copied = records.map(({ file, offset, length }) => ({ path: join(data, file), offset, length }));
    const pages = await casePages(chosen, records, read);
    const stream = evidenceFormat.waczStream({
      title: `取证材料：${[...units, ...findings, ...urls].join('、')}`,
      description: DESCRIPTION,
      software,
      created,
      archive: [...made.map((bytes) => ({ bytes, length: bytes.length })), ...copied],
      cdxj: caseIndexLines(made, records, chosen.captures),
      pages,
    });
    await writeWholeFrom(out, stream);
    return { records: records.length, pages: pages.length };
  } finally {
    await evidence.close();
    await index.close();
  }
}

const DESCRIPTION = '由巡检程序导出。archive 中的取证记录与原始取证文件逐字节一致，可用 ReplayWeb.page 打开查看。';

function refuse({ urls, units, findings, out }: ExportRequest): void {
  const refusal = (what: string, value: string, remedy: string): UserError =>
    new UserError(EXIT.usage, [{ place: {}, what, ...(value && { value }), remedy }]);
  if (urls.length + units.length + findings.length === 0)
    throw refusal('没有指明要导出什么', '', '请用 --url、--unit 或 --finding 指定，可多次使用');
  // Evidence that was handed over may be at stake: it is never replaced in silence.
  if (existsSync(out)) throw refusal('文件已存在，未覆盖', out, '请换一个文件名，或先移走该文件');
}

const description = (software: string, created: Date) =>
  ({
    type: 'warcinfo',
    url: null,
    date: created.toISOString(),
    contentType: 'application/warc-fields',
    payload: Buffer.from(
      `software: ${software}\r\nformat: WARC File Format 1.1\r\ndescription: evidence of a case\r\n`,
    ),
  }) as const;
