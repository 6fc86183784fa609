import type { OpenedCapture, View } from '../model/capture.ts';
import type { Column, Site } from '../model/plan.ts';
import { openPage, type ParsedPage } from './parsed-page.ts';

/** Pages and captures for the tests of this room. */
export const ORIGIN = 'http://www.example.gov.cn';
export const CHANNEL = `${ORIGIN}/gongkai/site_lzqcs/channel_c_5f9f6cdc1ebfe2f7fcddef00_n_1605680000.108/`;

export const site = (cms: Site['cms'] = 'gongkai'): Site => ({
  home: `${ORIGIN}/gongkai/`,
  cms,
  hosts: ['www.example.gov.cn'],
});

export const column: Column = {
  topic: 'guide',
  name: '信息公开指南',
  url: CHANNEL,
  every: null,
  due: null,
  key: false,
  advise: false,
};

export function captureOf(body: string | Uint8Array, url = CHANNEL, over: Partial<OpenedCapture> = {}): OpenedCapture {
  const view: View = 'http';
  return {
    id: 1,
    runId: 'r1',
    url,
    finalUrl: url,
    view,
    page: 1,
    capturedAt: '2023-08-08T00:00:00.000Z',
    result: { tag: 'responded', status: 200, judgement: 'ok' },
    contentType: 'text/html; charset=utf-8',
    sha256: 'ab'.repeat(32),
    record: 'evidence/test.warc.gz#0',
    payloadRecord: 'evidence/test.warc.gz#0',
    body: typeof body === 'string' ? Buffer.from(body) : body,
    ...over,
  };
}

export const html = (content: string, head = ''): string =>
  `<!DOCTYPE html><html><head><meta charset="utf-8">${head}</head><body>${content}</body></html>`;

export const pageOf = (content: string, cms: Site['cms'] = 'gongkai', url = CHANNEL): ParsedPage =>
  openPage(captureOf(html(content), url), site(cms));

export const docUrl = (n: number, folder = CHANNEL): string => `${folder}doc_${n.toString(16).padStart(24, '6')}.html`;
