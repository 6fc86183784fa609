import { createHash } from 'node:crypto';
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import { writeXlsx } from 'hucre/xlsx';
import { openEvidence } from '../src/evidence/evidence-store.ts';
import type { WarcRecordDraft } from '../src/evidence/record.ts';
import type { CaptureResult, View } from '../src/model/capture.ts';
import { type Ref, refOf } from '../src/model/evidence.ts';
import type { CaptureDraft } from '../src/store/capture-row.ts';
import { openStore } from '../src/store/open-store.ts';

/** One look to be kept. */
export interface KeptLook {
  readonly url: string;
  readonly payload: Uint8Array | string;
  readonly contentType: string;
  readonly view?: View;
  readonly page?: number;
  readonly result?: CaptureResult;
  readonly encoding?: string;
}

/** Keeps looks in a data folder as a run of their own, at noon of a day, and returns the references to them. */
export async function keepLooks(data: string, day: string, looks: readonly KeptLook[]): Promise<Ref[]> {
  const at = `${day}T12:00:00.000Z`;
  const store = await openStore(data, { mode: 'write' });
  const committed = await store.committed();
  const evidence = await openEvidence({ dataDir: data, committed, software: 'xunjian/0', now: () => new Date(at) });
  const run = await store.runs.begin({
    ...{ id: `run-${day}`, plan: 'p', reading: 'r', units: ['qyjj'], mode: 'full', night: 0, startedAt: at },
  });
  const appended = await evidence.append(looks.map((look) => draftOf(look, at)));
  const captures = looks.map(({ url, payload, contentType, view = 'http', page = 1, result }, index): CaptureDraft => {
    const record = appended.records[index] ?? '';
    return {
      ...{ runId: run.id, url, finalUrl: url, view, page, capturedAt: at, contentType, record, payloadRecord: record },
      result: result ?? { tag: 'responded', status: 200, judgement: 'ok' },
      sha256: createHash('sha256').update(payload).digest('hex'),
    };
  });
  await store.commit({
    runId: run.id,
    steps: [{ task: null, outcome: 'done', captures, children: [], looks: [], listings: [], events: [] }],
    lengths: new Map([[appended.file, appended.length]]),
    cost: { requests: 1, bytes: 1, cpuMs: 0, browserCpuMs: 0, ms: 0 },
  });
  await evidence.close();
  await store.close();
  return captures.map((capture) => refOf(capture));
}

function draftOf({ url, payload, contentType, view = 'http', encoding }: KeptLook, date: string): WarcRecordDraft {
  const bytes = Buffer.from(payload);
  if (view !== 'http') return { type: 'resource', url, date, contentType, payload: bytes };
  const headers = [
    `Content-Type: ${contentType}`,
    ...(encoding === undefined ? [] : [`Content-Encoding: ${encoding}`]),
  ];
  return {
    ...{ type: 'response', url, date, contentType: 'application/http; msgtype=response', payload: bytes },
    httpHead: Buffer.from(`HTTP/1.1 200 OK\r\n${headers.join('\r\n')}\r\n\r\n`),
  };
}

const cell = (text: string): TableCell => new TableCell({ children: [new Paragraph(text)] });

export const docx = (): Promise<Buffer> =>
  Packer.toBuffer(
    new Document({
      sections: [
        {
          children: [
            new Paragraph('值守人员名单 <script>alert(1)</script>'),
            new Table({
              rows: [
                ['姓名', '职务'],
                ['张三', '组长'],
              ].map((row) => new TableRow({ children: row.map(cell) })),
            }),
          ],
        },
      ],
    }),
  );

/** A sheet with more rows than are shown. */
export const xlsx = async (rows: number): Promise<Uint8Array> =>
  writeXlsx({
    sheets: [
      { name: '一', rows: [['序号', '事项'], ...Array.from({ length: rows }, (_, at) => [at + 1, `第${at + 1}项`])] },
    ],
  });

/** A PDF of one line, its font not embedded. */
export function pdf(text: string): Buffer {
  const hex = Buffer.from(text, 'utf16le').swap16().toString('hex');
  const content = `BT /F1 14 Tf 60 700 Td <${hex}> Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /FontDescriptor 7 0 R >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
  ];
  let out = '%PDF-1.4\n';
  const offsets = objects.map((object, at) => {
    const offset = out.length;
    out += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  return Buffer.from(
    `${out}xref\n0 8\n0000000000 65535 f \n${rows}trailer\n<< /Size 8 /Root 1 0 R >>\nstartxref\n${out.length}\n%%EOF\n`,
    'latin1',
  );
}

/** The smallest JPEG. */
export const DOT = Buffer.from(
  '/9j/4AAQSkZJRgABAQEAYABgAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0aHBwgJC4nICIsIxwcKDcpLDAxNDQ0Hyc5PTgyPC4zNDL/wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAACf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AKp//2Q==',
  'base64',
);
