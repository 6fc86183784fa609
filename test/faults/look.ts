import { firstHeader } from '../../src/crawl/answer-collector.ts';
import { type Captured, captured } from '../../src/crawl/captured.ts';
import { type Followed, follow } from '../../src/crawl/follow.ts';
import { Gate } from '../../src/crawl/gate.ts';
import { HostClock } from '../../src/crawl/host-clock.ts';
import { HttpClient } from '../../src/crawl/http.ts';
import { realTime } from '../../src/crawl/real-time.ts';
import { decodeBody } from '../../src/evidence/decode.ts';
import type { WarcRecordDraft } from '../../src/evidence/record.ts';
import type { CrawlCaps } from '../../src/model/plan.ts';

export const HOST = 'gk.example';
const HOME = `http://${HOST}/gongkai/`;

const CAPS: CrawlCaps = {
  pageBytes: 100_000,
  fileBytes: 200_000,
  decompressedBytes: 1_000_000,
  redirects: 5,
  listPages: 20,
};

export interface Looked extends Captured {
  readonly followed: Followed;
  /** Why there was no answer, where there was none, as the evidence has it. */
  readonly failure: Readonly<Record<string, string>> | null;
}

/** One look at an address of a server on this port, as a crawl takes it, without its database. */
export async function lookAt(port: number, url: string, pinned = `127.0.0.1:${port}`): Promise<Looked> {
  const [address = '', pinnedPort] = pinned.split(/:(?=\d+$)/);
  const http = new HttpClient({
    pinned: new Map([[HOST, { address, port: Number(pinnedPort) }]]),
    connections: 1,
    userAgent: 'xunjian/9.9 (+audit@gk.example)',
    timeOuts: { connect: 400, headers: 400, body: 400, total: 1000 },
    now: () => new Date(0),
  });
  const clock = new HostClock({ inFlight: 1, minDelayMs: 0, maxDelayMs: 0 }, realTime);
  const gate = new Gate({
    site: { home: HOME, cms: 'auto', hosts: [HOST] },
    decode: async (_, payload) => ({ ok: true, body: payload }),
    fetchRobots: async (robots) => ({ hops: [], finalUrl: robots, date: '', end: NO_ROBOTS }),
    slowDown: () => {},
  });
  try {
    const { signal } = new AbortController();
    const followed = await follow(url, { http, clock, caps: CAPS, signal, may: (next) => gate.may(next) });
    const answer = await captured(followed, {
      url,
      home: HOME,
      caps: CAPS,
      mayRender: false,
      decode: (headers, payload, cap) => decodeBody(payload, firstHeader(headers, 'content-encoding'), cap),
      notThere: { judge: async () => 'ok' },
    });
    return { ...answer, followed, failure: failureOf(answer.records) };
  } finally {
    await http.close();
  }
}

const NO_ROBOTS = { tag: 'skipped', why: 'scope', detail: 'none in this test' } as const;

function failureOf(records: readonly WarcRecordDraft[]): Looked['failure'] {
  const record = records.find(({ type }) => type === 'metadata');
  return record ? JSON.parse(Buffer.from(record.payload).toString()) : null;
}
