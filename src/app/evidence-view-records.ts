import { createHash } from 'node:crypto';
import type { Capture, OpenedCapture } from '../model/capture.ts';
import type { Ref } from '../model/evidence.ts';
import { EXIT, UserError } from '../model/user-error.ts';
import { caseIndex, evidenceReader } from './compose.ts';

/** A capture with its payload, which is what the index says. */
export interface Payload {
  readonly opened: OpenedCapture;
  /** Of a look that brought the same again: when the payload was first kept. Else null. */
  readonly keptAt: string | null;
}

/** What a reference points at, opened. All of it throws UserError (4) where evidence is missing, damaged or another. */
export interface CitedEvidence {
  /** The look itself. */
  readonly look: Capture;
  /** The picture of its page that is nearest to it; null where there is none. */
  picture(): Promise<Capture | null>;
  payload(capture: Capture): Promise<Payload>;
}

/** As a crawl names records: no other path is ever opened. */
const RECORD = /^evidence\/[A-Za-z0-9][A-Za-z0-9_-]*\.warc\.gz#(?:0|[1-9]\d{0,14})$/;

/**
 * Opens the data folder, finds what is cited, and closes it again. Throws UserError: 2 for a record that is none (the disk is
 * not touched then) or where nothing was crawled, 4 where the index knows no such look.
 */
export async function withCited<T>(data: string, ref: Ref, work: (cited: CitedEvidence) => Promise<T>): Promise<T> {
  if (!RECORD.test(ref.record))
    throw new UserError(EXIT.usage, [
      { place: {}, what: '取证记录编号无效', value: ref.record, remedy: '请从问题页面打开证据' },
    ]);
  const index = await caseIndex(data);
  const reader = evidenceReader(data);
  try {
    const look = await index.cases.look(ref);
    if (!look || look.sha256 !== ref.sha256) throw lost('取证索引中没有所引的取证记录', ref.record);
    return await work({
      look,
      picture: () => index.cases.picture(look),
      payload: async (capture) => {
        const { record, payloadRecord, sha256 } = capture;
        const own = await reader.open(record);
        const kept = payloadRecord === record ? own : await reader.open(payloadRecord);
        if (sha256 === '') return { opened: { ...capture, body: NOTHING }, keptAt: null };
        if (createHash('sha256').update(kept.payload).digest('hex') !== sha256)
          throw lost('取证内容与其摘要不符', payloadRecord);
        const keptAt = kept === own ? null : (kept.headers.get('warc-date') ?? null);
        return { opened: { ...capture, body: kept.body }, keptAt };
      },
    });
  } finally {
    await reader.close();
    await index.close();
  }
}

const NOTHING = new Uint8Array();

const lost = (what: string, record: string): UserError =>
  new UserError(EXIT.damaged, [
    { place: {}, what, value: record, remedy: '请运行 xunjian evidence verify 核对取证数据，并从备份恢复' },
  ]);
