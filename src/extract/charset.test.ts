import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeHtml, decodeText } from './charset.ts';

const TEXT = '<p>政府信息公开€㐂</p>';
const LONG = `${TEXT}<p>一页文字里有许多汉字，足以看出编码</p>`;
const gb = (text: string): Buffer => iconv.encode(text, 'gb18030');

describe('charsets', () => {
  it.each([
    ['by byte order mark, against the header', Buffer.from(`\ufeff${TEXT}`), 'text/html; charset=gbk'],
    ['by the header', gb(TEXT), 'text/html; charset=GBK'],
    ['by the header gb2312', gb(TEXT), 'text/html; charset="gb2312"'],
    ['by nothing, where it is UTF-8', Buffer.from(TEXT), 'text/html'],
    ['by nothing, where it is not UTF-8', gb(TEXT), ''],
    ['against a header that the bytes contradict', gb(TEXT), 'text/html; charset=utf-8'],
    ['against a header of GBK, where it is UTF-8', Buffer.from(LONG), 'text/html; charset=gbk'],
    ['against a header of Latin letters', gb(TEXT), 'text/html; charset=ISO-8859-1'],
    ['with an unknown label', Buffer.from(TEXT), 'text/html; charset=nonsense'],
  ])('are known %s', (_name, bytes, type) =>
    expect([TEXT, LONG]).toContain(decodeHtml(bytes, type).replace('\ufeff', '')),
  );
  it('are known by <meta>', () => {
    const page = `<meta http-equiv="Content-Type" content="text/html; charset=gb2312">${TEXT}`;
    expect(decodeHtml(gb(page), 'text/html')).toBe(page);
  });
  it.each([
    ['says GBK and is UTF-8', 'gbk', (page: string) => Buffer.from(page)],
    ['says UTF-8 and is GB18030', 'utf-8', gb],
    ['says Latin letters and is GB18030', 'iso-8859-1', gb],
  ])('are not believed where <meta> %s', (_name, label, encode) => {
    const page = `<meta charset="${label}">${LONG}`;
    expect(decodeHtml(encode(page), 'text/html')).toBe(page);
  });
  it('stay UTF-8 where a letter was cut in half', () => {
    const page = Buffer.concat([Buffer.from(LONG), Buffer.from('…'.repeat(30)), Buffer.from('青').subarray(0, 2)]);
    expect(decodeHtml(page, 'text/html; charset=utf-8')).toContain(LONG);
  });
  it('keep every letter of GB18030, four bytes long or two', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...'青石区政府㐂㐅𠀀𠮷龥€〇，。abc123')), (letters) => {
        const page = `<html><head><meta charset="gb2312"></head><body>${letters.join('')}</body></html>`;
        expect(decodeHtml(gb(page), 'text/html')).toBe(page);
      }),
    );
  });
  it('of plain text', () => {
    expect(decodeText(gb('目录'))).toBe('目录');
    expect(decodeText(Buffer.from('\ufeff目录', 'utf16le'))).toBe('目录');
  });
});
