import { describe, expect, it } from 'vitest';
import { isGuide, readGuide } from './guide.ts';

const GUIDE = `为方便公众获取信息，编制本指南。
一、信息分类和编排体系
主动公开的信息分为机构职能、政策文件等类别，每条信息编有索引号。
二、获取方式
可登录网站 http://www.example.gov.cn 查阅。自收到申请之日起二十个工作日内答复。
三、公开机构
机构名称：青石区档案馆办公室
办公地址：淄博市青石区广场路1号
办公时间：8:30-12:00
联系电话：0533—7100009
传真号码：0533-7200009
电子邮箱：Dag@example.gov.cn
四、监督和救济
投诉受理机构：青石区人民政府办公室 联系电话：0533-7111111`;

describe('guides', () => {
  it.each([
    ['青石区档案馆信息公开指南', '', true],
    ['青石区档案馆政务公开指南（2023年）', '', true],
    ['内容说明', GUIDE, true],
    ['企业开办办事指南', GUIDE, false],
    ['关于编制信息公开指南的通知', '', false],
    ['2023年工作要点', '本指南', false],
  ])('%s', (title, text, expected) => expect(isGuide(title, text)).toBe(expected));
  it('have all nine elements where each is told in some wording', () => expect(readGuide(GUIDE).missing).toEqual([]));
  it('lack what is not told', () => {
    const without = GUIDE.replace(/^传真.*\n/m, '').replace(/^办公时间.*\n/m, '');
    expect(readGuide(without).missing).toEqual(['hours', 'fax']);
  });
  it('give comparable contact data of the unit itself', () => {
    expect(readGuide(GUIDE).contact).toEqual({
      phones: ['7100009'],
      faxes: ['7200009'],
      emails: ['dag@example.gov.cn'],
      addresses: ['青石区广场路1号'],
    });
  });
  it.each(['自收到申请之日起15个工作日内予以答复', '延长答复的期限最长不超过15个工作日'])(
    'show old wording: %s',
    (text) => {
      expect(readGuide(text).staleWording).toHaveLength(1);
    },
  );
  it('show no old wording where the terms are those of 2019', () => expect(readGuide(GUIDE).staleWording).toEqual([]));
});
