import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNames } from './names.ts';
import { readPartSix } from './part-six.ts';
import { readPlaceholders } from './placeholders.ts';
import { OPENING, SIX } from './report.fixture.ts';
import { readReportContact } from './report-contact.ts';
import { readSignOffs } from './sign-offs.ts';

describe('contact', () => {
  it('is found in a sentence, on lines of its own, in other words', () => {
    const forms = [
      OPENING,
      '地址：河岸路18号\n邮政编码：250000\n联系电话：5550100\n电子邮箱：a@b.cn',
      '（办公地址：河岸路18号，邮编250000，电话（0531）5550100，邮箱：[email protected]）',
      '地 址：河岸路18号 邮 编：250000 电 话：０５３１－５５５０１００ 邮 箱：ａ@b.cn',
    ];
    for (const form of forms) expect(readReportContact(form).missing, form).toEqual([]);
  });
  it.each([
    ['address', /地址：[^；]*；/],
    ['postcode', /邮编：\d+；/],
    ['phone', /电话：[\d-]+；/],
    ['email', /邮箱：[^）]*/],
  ])('lacks only %s', (item, words) => {
    expect(readReportContact(OPENING.replace(words, '')).missing).toEqual([item]);
  });
  it('is not the mailbox that a text speaks of', () => {
    expect(readReportContact('群众来信经区长信箱转来，热线办件按时答复，新增公交站点。').present).toEqual([]);
  });
});

describe('names', () => {
  it('are those of title, contact sentence and sign-off, and how the text says we', () => {
    const text = `${OPENING}\n我局安排专人，本局网站改版。全局工作平稳，我区示范，本办法施行，自我局限。`;
    const names = readNames(['云溪区水务局', '2023年政府信息公开工作年度报告'], OPENING, text, [
      { unit: '云溪区水利局', date: null, lines: ['云溪区水利局'], broken: false },
    ]);
    expect(names.map(({ place, name, count }) => [place, name, count])).toEqual([
      ['body-title', '云溪区水务局', 1],
      ['contact', '云溪区水务局', 1],
      ['signature', '云溪区水利局', 1],
      ['text', '局', 2],
    ]);
  });
  it('are no others that a sentence happens to name', () => {
    expect(readNames([], '', '加强与各级各部门的联系，向群众反映的问题负责。', [])).toEqual([]);
  });
});

describe('placeholders', () => {
  it.each([
    ['全年公开信息××条', '××'],
    ['XX局负责', 'XX'],
    ['20**年度', '20**年'],
    ['20××年1月1日起', '20××年'],
    ['于X月X日召开会议', 'X月X日'],
    ['[具体地名]镇人民政府', '[具体地名]'],
    ['登录网站（具体网址）查阅', '（具体网址）'],
    ['本报告由行政机关规范全称编制', '行政机关规范全称'],
    ['（地址：地址：河岸路18号）', '地址：地址：'],
    ['**镇人民政府', '**'],
    ['印发方案（云水〔〕号）', '〔〕'],
    ['印发方案（云水〔 〕5号）', '〔 〕'],
    ['培训情况待补充', '待补充'],
    ['请填写单位名称', '请填写单位'],
    ['召开会议____次', '____'],
    ['联系人：×××', '×××'],
    ['某某单位', '某某'],
    ['云溪区水务局 年 月 日', ' 年 月 日'],
  ])('%s', (text, found) => {
    expect(readPlaceholders(text).map((one) => one.text)).toEqual(found === '' ? [] : [found.trim()]);
  });
  it.each([
    '联系人电话138****1234',
    '身份证370***********1234',
    '当事人王××、李**已缴款',
    '面积3×4米，型号X100',
    '制度有待完善，力度亟待补充，专业力量待补充',
    '网址 http://xxgk.yunxi.example.cn/xxgk/年报',
    '附件见 http://a.cn/doc__1.html',
    '邮箱a__b@c.cn',
    '云水〔2023〕5号',
    '培训一次（具体名单附后），（具体内容见附件）',
    '填报机关全称和地址',
    '2023 年 1 月 5 日',
    'XXL号服装',
    '办理时填写交办单。\n编号：____\n现将申请人____的申请转来，请于__月__日前办结。',
  ])('is none: %s', (text) => {
    expect(readPlaceholders(text)).toEqual([]);
  });
  it('never are masked numbers', () => {
    const digits = fc.stringMatching(/^\d{2,6}$/);
    fc.assert(
      fc.property(digits, fc.constantFrom('****', '××××', 'XXXX', 'xxxx'), digits, (before, mask, after) => {
        expect(readPlaceholders(`登记号${before}${mask}${after}件`)).toEqual([]);
      }),
    );
  });
});

describe('sign-offs', () => {
  const end = (...lines: string[]) => readSignOffs(['六、其他需要报告的事项', '无。', ...lines].join('\n'));
  it('are unit and date, each on its line', () => {
    expect(end('云溪区水务局', '2024年1月15日')).toEqual([
      { unit: '云溪区水务局', date: '2024-01-15', lines: ['云溪区水务局', '2024年1月15日'], broken: false },
    ]);
  });
  it.each([
    [['云溪区水', '务局', '2024年1月15日']],
    [['云溪区', '水务局', '2024年1月15日']],
    [['云溪区人民', '政府办公室']],
    [['云溪区水务局', '2024年1月', '15日']],
    [['云溪区水务局', '2024年', '1月15日']],
    [['云溪区水务局', '2024年1月15', '日']],
  ])('are broken over lines: %s', (lines) => {
    expect(end(...lines)).toEqual([expect.objectContaining({ broken: true, lines })]);
  });
  it.each([
    [['云溪区水务局', '2024年1月']],
    [['云溪区水务局']],
    [['2024年1月15日']],
    [['云溪区水务局', '2024115']],
    [['云溪区水务局', '二〇二四年一月十五日']],
    [['无', '云溪区水务局', '2024年1月15日']],
    [['云溪区 水务局', '2024 年 1 月 15 日']],
    [['云溪区水务局　　2024年1月15日']],
  ])('are whole: %s', (lines) => {
    expect(end(...lines).filter(({ broken }) => broken)).toEqual([]);
    expect(end(...lines)).toHaveLength(1);
  });
  it('may be several', () => {
    expect(end('云溪区水务局', '2024年1月15日', '云溪区水务局', '2024年1月16日')).toHaveLength(2);
  });
  it('are none where the report ends in its text', () => {
    expect(end('以上工作由云溪区水务局承办。', '（二）答复建议，详见云溪区水务局网站')).toEqual([]);
  });
});

describe('part six', () => {
  it('tells of fees, key tasks, innovation and proposals', () => {
    expect(readPartSix(SIX.join('\n')).present).toEqual(['fees', 'keyTasks', 'innovation', 'proposals']);
    expect(readPartSix(SIX.slice(0, 2).join('\n')).present).toEqual(['fees', 'proposals']);
  });
  it.each(['无。', '无', '没有其他需要报告的事项。', '本年度无其他需要报告的事项', '无\n云溪区水务局\n2024年1月15日'])(
    'says nothing: %s',
    (text) => {
      expect(readPartSix(text)).toEqual({ present: [], nothing: true, more: false });
    },
  );
  it('tells of more only in an item that none of the known words is in', () => {
    const fees = '（一）本年度未收取信息处理费。';
    const innovation = '（二）创新情况\n开办村居公开讲堂，由业务骨干轮流讲解办事流程和时限。';
    const own = '（三）把惠企政策送到车间地头，累计服务八百余人次，反响良好。';
    expect(readPartSix(`${fees}\n${innovation}`).more).toBe(false);
    expect(readPartSix(`${fees}\n${own}`).more).toBe(true);
    expect(readPartSix(`${fees}\n（二）本年度没有其他需要报告的事项和情况。`).more).toBe(false);
  });
  it('says something where it tells of other things', () => {
    expect(readPartSix('无收费。全年组织开放日两次。').nothing).toBe(false);
  });
});
