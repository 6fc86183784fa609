import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeHtml, decodeText } from './charset.ts';

const TEXT = '<p>政府信息公开€㐂</p>';
const gb = (text: string): Buffer => iconv.encode(text, 'gb18030');

describe('charsets', () => {
  it.each([
    ['by byte order mark, against the header', Buffer.from(`\ufeff${TEXT}`), 'text/html; charset=gbk'],
    ['by the header', gb(TEXT), 'text/html; charset=GBK'],
    ['by the header gb2312', gb(TEXT), 'text/html; charset="gb2312"'],
    ['by nothing, where it is UTF-8', Buffer.from(TEXT), 'text/html'],
    ['by nothing, where it is not UTF-8', gb(TEXT), ''],
    ['against a header that the bytes contradict', gb(TEXT), 'text/html; charset=utf-8'],
    ['with an unknown label', Buffer.from(TEXT), 'text/html; charset=nonsense'],
  ])('are known %s', (_name, bytes, type) => expect(decodeHtml(bytes, type).replace('\ufeff', '')).toBe(TEXT));
  it('are known by <meta>', () => {
    const page = `<meta http-equiv="Content-Type" content="text/html; charset=gb2312">${TEXT}`;
    expect(decodeHtml(gb(page), 'text/html')).toBe(page);
  });
  it('of plain text', () => {
    expect(decodeText(gb('目录'))).toBe('目录');
    expect(decodeText(Buffer.from('\ufeff目录', 'utf16le'))).toBe('目录');
  });
});
