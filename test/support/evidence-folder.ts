import { join } from 'node:path';
import { openEvidence } from '../../src/evidence/evidence-store.ts';
import type { CaptureDraft } from '../../src/store/capture-row.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Listing, PageLook } from '../../src/store/pages.ts';
import { nightsOfEvidence, PAGES } from './evidence-nights.ts';

/** Writes a data folder as the two nights leave it, each with an evidence file of its own. */
export async function writeEvidenceFolder(dataDir: string): Promise<void> {
  const payloads = new Map<string, string>();
  for (const [night, kept] of nightsOfEvidence().entries()) {
    const store = await openStore(dataDir, { mode: 'write' });
    const evidence = await openEvidence({
      ...{ dataDir, committed: await store.committed(), software: 'xunjian/0' },
      now: () => new Date(`2023-08-0${7 + night}T14:00:00Z`),
    });
    const run = await store.runs.begin({
      ...{ id: `night-${night + 1}`, plan: 'p', reading: 'r', units: ['qyjj'], mode: 'full', night },
      startedAt: `2023-08-0${7 + night}T14:00:00.000Z`,
    });
    for (const { drafts, looks } of kept) {
      const appended = await evidence.append(drafts);
      const captures = looks.map((look): CaptureDraft => {
        const record = appended.records[look.index] ?? '';
        const payloadRecord = look.repeats ? (payloads.get(look.repeats) ?? '') : record;
        if (look.view === 'http' && !look.repeats) payloads.set(look.url, record);
        const { url, finalUrl = url, view, date, contentType, sha256: digest, status = 0 } = look;
        return {
          ...{ runId: run.id, url, finalUrl, view, page: look.page ?? 1, capturedAt: date, contentType },
          ...{ sha256: digest, record, payloadRecord },
          result: look.result ?? { tag: 'responded', status, judgement: 'ok' },
        };
      });
      await store.commit({
        runId: run.id,
        steps: [
          {
            task: null,
            outcome: 'done',
            captures,
            children: [],
            looks: looksOf(captures),
            listings: LISTINGS,
            events: [],
          },
        ],
        lengths: new Map([[appended.file, appended.length]]),
        cost: { requests: 1, bytes: 1, cpuMs: 0, browserCpuMs: 0, ms: 0 },
      });
    }
    await evidence.close();
    await store.close();
  }
}

const LISTINGS: readonly Listing[] = [
  {
    ...{ listUrl: PAGES.column, view: 'rendered', unit: 'qyjj', column: PAGES.column, whole: true },
    entries: [PAGES.document, PAGES.gbk].map((url) => ({ url, title: '', published: '2023-07-01' })),
  },
];

const looksOf = (captures: readonly CaptureDraft[]): PageLook[] =>
  captures.flatMap(({ url, view }) =>
    view === 'http' && url !== PAGES.robots
      ? [
          {
            ...{ url, unit: 'qyjj', column: PAGES.column, state: 'live', absences: 0, absentOn: '', readable: true },
            kind: url === PAGES.column ? 'column' : url === PAGES.attachment ? 'attachment' : 'document',
            payload: null,
          },
        ]
      : [],
  );

export const databaseOf = (dataDir: string): string => join(dataDir, 'xunjian.db');
