import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskedRef, maskNumbers } from './mask.ts';

describe('numbers of persons', () => {
  it.each([
    ['电话13900000000，', '电话139******00，'],
    ['电话 139 0000 0000', '电话 139********00'],
    ['身份证370399198501010011的', '身份证370*************11的'],
    ['身份证37039919850101001X', '身份证370*************1X'],
    ['卡号6217990000000000014', '卡号621**************14'],
    ['账号：901099000000000012', '账号：901*************12'],
    ['身份证号370399850101001', '身份证号370**********01'],
  ])('%s', (text, masked) => {
    expect(maskNumbers(text)).toBe(masked);
  });

  it.each([
    ['索引号11370305004221893W/2023-5565770'],
    ['http://www.example.gov.cn/art/13900000000/a.html'],
    ['http://www.example.gov.cn/?id=202305061234567890'],
    ['电话0533-7100099'],
    ['2023-05-06 2023-05-07'],
    ['已遮盖139****0000'],
    ['统一社会信用代码：123703990000000012'],
    ['合同编号 20230504123456789'],
    ['附件20230512123456789.docx'],
    ['收入13512345678.90元，支出13512345678元'],
  ])('are not %s', (text) => {
    expect(maskNumbers(text)).toBe(text);
  });

  it('stay masked, and every text keeps its length', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[号 \d-]{0,40}$/), (text) => {
        const masked = maskNumbers(text);
        expect(masked).toHaveLength(text.length);
        expect(maskNumbers(masked)).toBe(masked);
      }),
    );
  });

  it('are masked in quotes too', () => {
    const ref = { url: 'http://a/', capturedAt: '', sha256: '', record: '' };
    expect(maskedRef({ ...ref, quote: '电话13900000000' })).toEqual({ ...ref, quote: '电话139******00' });
    expect(maskedRef(ref)).toBe(ref);
  });
});
