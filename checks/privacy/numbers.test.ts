import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CivilDate, Table } from '../kit.ts';
import { findInTable } from './in-tables.ts';
import { findInText } from './in-text.ts';
import { cardNumber, cardNumbers, digits18, mobiles, residentNumber, residentNumbers } from './numbers.fixture.ts';
import { isCardNumber, isMobile, isResidentNumber, longNumbers } from './numbers.ts';

const until = '2023-08-08' as CivilDate;
const inText = (text: string, about = '') => findInText(text, about, new Set(), until).map(({ kind }) => kind);
const inTable = (rows: Table['rows'], about = '') =>
  findInTable({ caption: '', rows }, about, until).map(({ kind }) => kind);

describe('a resident number', () => {
  it('is known by its check digit: one digit off is none', () => {
    fc.assert(
      fc.property(residentNumbers, fc.nat(16), fc.integer({ min: 1, max: 9 }), (number, at, by) => {
        expect(isResidentNumber(number, until)).toBe(true);
        const other = (Number(number[at]) + by) % 10;
        expect(isResidentNumber(number.slice(0, at) + other + number.slice(at + 1), until)).toBe(false);
      }),
    );
  });
  it.each([
    ['a day that is none', residentNumber('19900230', 12)],
    ['a birth to come', residentNumber('20300101', 12)],
    ['a birth in another century', residentNumber('18500101', 12)],
  ])('is none with %s', (_, number) => {
    expect(isResidentNumber(number, until)).toBe(false);
  });

  it('is found beside its label, in a line, in a cell and under a heading', () => {
    fc.assert(
      fc.property(residentNumbers, (number) => {
        expect(inText(`李某明，身份证号码：${number}，住本村。`)).toEqual(['id-number']);
        expect(inText(`序号 姓名 身份证号 金额\n1 李测明 ${number} 500`)).toEqual(['id-number']);
        expect(
          inTable([
            ['序号', '身份证号码'],
            ['1', number],
          ]),
        ).toEqual(['id-number']);
        expect(inTable([['身份证号', number]])).toEqual(['id-number']);
        expect(
          inTable([
            ['序号', '姓名', '备注'],
            ['1', '李测明', number],
          ]),
        ).toEqual(['id-number']);
      }),
    );
  });

  it('is never seen in 18 digits without a word or a name about them', () => {
    fc.assert(
      fc.property(fc.oneof(digits18, residentNumbers), (number) => {
        expect(inText(`本期流水${number}已入库。`)).toEqual([]);
        expect(inText(`设备 ${number} 运行正常`)).toEqual([]);
        expect(inText(`李测明，账号${number}`)).toEqual([]);
        expect(
          inTable([
            ['序号', '数值'],
            ['1', number],
          ]),
        ).toEqual([]);
        for (const heading of ['银行账号', '统一社会信用代码', '流水号', '项目编号', '索引号', '执法证件编号'])
          expect(
            inTable([
              ['姓名', heading],
              ['李测明', number],
            ]),
          ).toEqual([]);
      }),
    );
  });

  it.each([
    ['masked', '身份证号370399********0012'],
    ['masked with crosses', '身份证号370399××××××××0012'],
    ['part of a longer number', `身份证号${residentNumber('19850101', 1)}88`],
    ['part of a code', `身份证号A${residentNumber('19850101', 1)}`],
  ])('is none where it is %s', (_, text) => {
    expect(inText(text)).toEqual([]);
  });

  it('of fifteen digits needs its own word', () => {
    expect(inText('身份证号：370399850101001')).toEqual(['id-number']);
    expect(inText('李测明 370399850101001')).toEqual([]);
    expect(
      inTable([
        ['姓名', '执法证件号码'],
        ['李测明', '370399850101001'],
      ]),
    ).toEqual([]);
  });

  it('is read in groups and in full width', () => {
    const number = residentNumber('19850101', 1);
    const grouped = `${number.slice(0, 6)} ${number.slice(6, 14)} ${number.slice(14)}`;
    const wide = number.replace(/[\dX]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));
    for (const text of [grouped, wide, number.toLowerCase()])
      expect(inText(`身份证号：${text}`)).toEqual(['id-number']);
  });
});

describe('a card number', () => {
  it('is known by its issuer and its check digit', () => {
    fc.assert(
      fc.property(cardNumbers, (number) => {
        expect(isCardNumber(number)).toBe(true);
        const last = (Number(number.at(-1)) + 1) % 10;
        expect(isCardNumber(number.slice(0, -1) + last)).toBe(false);
        expect(isCardNumber(`0${number.slice(1)}`)).toBe(false);
      }),
    );
  });
  const card = cardNumber('621799000000000001');
  it.each([
    ['of a person', `户名：李测明，银行卡号：${card}`, ['bank-card']],
    ['of an office', `户名：临淄区测试局，账号：${card}`, []],
    ['for deposits', `联系人：李测明。收款人：李测明，保证金账号：${card}`, []],
    ['without a holder', `银行账号：${card}`, []],
  ])('%s', (_, text, kinds) => {
    expect(inText(text)).toEqual(kinds);
  });
});

describe('a mobile phone', () => {
  it('is found in lists of citizens only', () => {
    fc.assert(
      fc.property(mobiles, (phone) => {
        expect(isMobile(phone)).toBe(true);
        const list = (...headings: string[]) => [headings, ['1', '李测明', phone, '甲']];
        expect(inTable(list('序号', '姓名', '联系电话', '村居'), '高龄津贴发放名单')).toEqual(['phone']);
        expect(inTable(list('序号', '姓名', '联系电话', '职务'), '高龄津贴发放名单')).toEqual([]);
        expect(inTable(list('序号', '姓名', '联系电话', '村居'), '村级河长名单')).toEqual([]);
        expect(inTable(list('序号', '姓名', '联系电话', '河段'), '河长公示牌')).toEqual([]);
        expect(inTable(list('序号', '联系人', '联系电话', '地址'), '救助站服务电话')).toEqual([]);
        expect(
          inTable(
            [
              ['姓名', '电话'],
              ['值班室', phone],
            ],
            '困难群众救助值班表',
          ),
        ).toEqual([]);
      }),
    );
  });
  it.each([
    ['of a letter writer', '来信人：李测明，联系电话：13900000000。', ['phone']],
    ['of an office', '咨询电话：13900000000', []],
    ['to be called by applicants', '申请人可拨打电话13900000000咨询。', []],
    ['of a contact for a tender', '联系人：李测明，电话：13900000000', []],
    ['masked', '来信人：李测明，联系电话：139****0000。', []],
  ])('%s', (_, text, kinds) => {
    expect(inText(text)).toEqual(kinds);
  });
  it('is found in a list that came as lines', () => {
    const lines = '序号 姓名 联系电话 补贴金额\n1 李测明 13900000000 500';
    expect(inText(lines, '临时救助发放名单')).toEqual(['phone']);
    expect(inText(lines.replace('补贴金额', '职务'), '值班表')).toEqual([]);
  });
});

describe('long numbers', () => {
  it('are found whole, where they stand', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{11,24}$/), (number) => {
        expect(longNumbers(`号${number}，`)).toEqual([{ digits: number, from: 1, to: 1 + number.length }]);
      }),
    );
  });
});
