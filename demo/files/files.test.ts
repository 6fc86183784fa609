import { readXlsx } from 'hucre/xlsx';
import mammoth from 'mammoth';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { FileDraft } from '../types.ts';
import { fileBytes } from './index.ts';

const draft: FileDraft = {
  name: '清单',
  type: 'docx',
  title: '行政执法人员资格清单',
  paragraphs: ['本清单按月更新，接受社会监督。'],
  grids: [{ header: ['姓名', '执法证号'], rows: [['某甲', '150312345']] }],
};
const types = ['docx', 'xlsx', 'pdf', 'png'] as const;

async function pdfText(bytes: Uint8Array): Promise<string> {
  const cMapUrl = `${new URL('../../node_modules/pdfjs-dist/cmaps/', import.meta.url).pathname}`;
  const pdf = await getDocument({ data: new Uint8Array(bytes), cMapUrl, cMapPacked: true, verbosity: 0 }).promise;
  const page = await pdf.getPage(1);
  const { items } = await page.getTextContent();
  return items.map((item) => ('str' in item ? item.str : '')).join('');
}

afterEach(() => vi.useRealTimers());

describe('files of the demonstration district', () => {
  it('are Word files that mammoth reads, table and all', async () => {
    const { value } = await mammoth.convertToHtml({ buffer: await fileBytes(draft) });
    expect(value).toContain('行政执法人员资格清单');
    expect(value).toMatch(/<table>.*执法证号.*150312345.*<\/table>/s);
  });

  it('are Excel files that hucre reads, header in the first row', async () => {
    const { sheets } = await readXlsx(await fileBytes({ ...draft, type: 'xlsx' }));
    expect(sheets[0]?.rows).toEqual([
      ['姓名', '执法证号'],
      ['某甲', '150312345'],
    ]);
  });

  it('are PDF files whose Chinese text can be read', async () => {
    const text = await pdfText(await fileBytes({ ...draft, type: 'pdf' }));
    expect(text).toContain('行政执法人员资格清单');
    expect(text).toContain('本清单按月更新，接受社会监督。');
  });

  it.each(types)('%s has the same bytes whatever the clock says', async (type) => {
    vi.useFakeTimers({ now: new Date('2023-08-08T01:00:00Z'), toFake: ['Date'] });
    const then = await fileBytes({ ...draft, type });
    vi.setSystemTime(new Date('2031-02-03T04:05:06Z'));
    expect((await fileBytes({ ...draft, type })).equals(then)).toBe(true);
  });
});
