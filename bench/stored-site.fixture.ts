import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exchangeRecords } from '../src/crawl/warc-drafts.ts';
import { openEvidence } from '../src/evidence/evidence-store.ts';
import type { CaptureDraft } from '../src/store/capture-row.ts';
import { openStore } from '../src/store/open-store.ts';
import { auditTargets } from './audit.ts';
import { type Address, allColumns, articlePath, Layout, listPath } from './site/layout.ts';
import { gzipOf } from './site/packed.ts';
import { Pages } from './site/pages.ts';

const ORIGIN = 'http://127.0.0.1:8000';
const DATE = '2023-08-08T14:00:00.000Z';

/** Writes evidence of the measured site (200 pages in two units) and its targets.yaml, as a crawl leaves them. */
export async function storeBenchSite(folder: string): Promise<{ readonly targets: string; readonly data: string }> {
  const dataDir = join(folder, 'data');
  mkdirSync(dataDir, { recursive: true });
  const targets = join(folder, 'targets.yaml');
  writeFileSync(targets, auditTargets(ORIGIN, 200));
  const store = await openStore(dataDir, { mode: 'write' });
  const evidence = await openEvidence({ dataDir, committed: await store.committed(), software: 'xunjian/0' });
  const run = await store.runs.begin({
    ...{ id: 'r1', plan: 'p', reading: 'r', units: [], mode: 'full', night: 0, startedAt: DATE },
  });
  for (const path of paths()) {
    const { url, contentType, payload, encoding } = answerOf(path);
    const { records, file, length } = await evidence.append(
      exchangeRecords(
        {
          ...{ url, date: DATE, requestHeaders: [['Host', '127.0.0.1']], status: 200, statusText: 'OK', payload },
          headers: [['Content-Type', contentType], ...encoding],
          cut: false,
        },
        0,
      ),
    );
    const [record = ''] = records;
    const capture: CaptureDraft = {
      ...{ runId: run.id, url, finalUrl: url, view: 'http', page: 1, capturedAt: DATE, contentType },
      ...{ sha256: createHash('sha256').update(payload).digest('hex'), record, payloadRecord: record },
      result: { tag: 'responded', status: 200, judgement: 'ok' },
    };
    await store.commit({
      runId: run.id,
      steps: [{ task: null, outcome: 'done', captures: [capture], children: [], looks: [], listings: [], events: [] }],
      lengths: new Map([[file, length]]),
      cost: { requests: 1, bytes: payload.length, cpuMs: 0, browserCpuMs: 0, ms: 0 },
    });
  }
  await evidence.close();
  await store.close();
  return { targets, data: dataDir };
}

const layout = new Layout(200, 1);
const pages = new Pages();

function paths(): string[] {
  const columns = allColumns().flatMap((unit) => unit.paths.map((_, i) => unit.unit * unit.paths.length + i));
  const ofColumns = columns.flatMap((column) => [
    ...Array.from({ length: layout.listPagesIn(column) }, (_, i) => listPath(column, i + 1)),
    ...layout.rows(column, 1).map(articlePath),
  ]);
  // The last file is never asked for, so that an attachment is unread.
  return [...ofColumns, ...Array.from({ length: 19 }, (_, number) => `/files/form_${number}.pdf`)];
}

function answerOf(path: string) {
  const { pieces } = pages.page(layout, layout.at(path) as Address);
  const isFile = path.endsWith('.pdf');
  const contentType = isFile ? 'application/pdf' : 'text/html; charset=utf-8';
  const payload = isFile ? Buffer.concat(pieces.map(({ plain }) => plain)) : gzipOf(pieces);
  const encoding: [string, string][] = isFile ? [] : [['Content-Encoding', 'gzip']];
  return { url: `${ORIGIN}${path}`, contentType, payload, encoding };
}
