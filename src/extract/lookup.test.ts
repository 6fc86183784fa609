import { expect, it } from 'vitest';
import type { Capture } from '../model/capture.ts';
import { askingOnce, type Lookup, readCapture } from './lookup.ts';

const CAPTURE: Capture = {
  id: 1,
  runId: '1',
  url: 'http://www.example.gov.cn/1.html',
  finalUrl: 'http://www.example.gov.cn/1.html',
  view: 'http',
  page: 1,
  capturedAt: '2023-08-08T00:00:00.000Z',
  contentType: 'text/html',
  sha256: '',
  record: 'evidence/a.warc.gz#1',
  payloadRecord: 'evidence/a.warc.gz#1',
  result: { tag: 'responded', status: 200, judgement: 'ok' },
};

it('asks for each address and view once, and has each capture read once by each reader', async () => {
  const asked: string[] = [];
  const read: string[] = [];
  const lookup: Lookup = async (url, view) => {
    asked.push(`${view} ${url}`);
    return [
      {
        ...CAPTURE,
        read: async (name, reader) => {
          read.push(name);
          return reader({ ...CAPTURE, body: new Uint8Array() });
        },
      },
    ];
  };
  const once = askingOnce(lookup);
  const values: unknown[] = [];
  for (const [name, view] of [
    ['document', 'http'],
    ['document', 'http'],
    ['file pdf', 'http'],
    ['document', 'rendered'],
  ] as const)
    for (const capture of await once(CAPTURE.url, view))
      values.push(await readCapture(capture, name, () => ({ name })));
  expect(asked).toEqual([`http ${CAPTURE.url}`, `rendered ${CAPTURE.url}`]);
  expect(read).toEqual(['document', 'file pdf', 'document']);
  expect(values).toEqual([{ name: 'document' }, { name: 'document' }, { name: 'file pdf' }, { name: 'document' }]);
  expect(values[0]).toBe(values[1]);
});
