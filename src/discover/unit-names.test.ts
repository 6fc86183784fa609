import { describe, expect, it } from 'vitest';
import { districtIn, unitName } from './unit-names.ts';

const name = (text: string, district = '临淄区') => unitName(text, district);

describe('names of units', () => {
  it.each([
    ['临淄区教育和体育局', '区教体局', 'department'],
    ['临淄区市场监督管理局', '区市场监管局', 'department'],
    ['临淄区工业和信息化局', '区工信局', 'department'],
    ['区财政局', '区财政局', 'department'],
    ['财政局', '区财政局', 'department'],
    ['淄博市公安局临淄分局', '临淄公安分局', 'department'],
    ['淄博市医疗保障局临淄分局', '临淄医保分局', 'department'],
    ['临淄区敬仲镇人民政府', '敬仲镇', 'town'],
    ['敬仲镇', '敬仲镇', 'town'],
    ['临淄区人民政府稷下街道办事处', '稷下街道', 'subdistrict'],
    ['稷下街道', '稷下街道', 'subdistrict'],
    ['临淄区融媒体中心', '区融媒体中心', 'enterprise'],
    ['临淄区人民医院', '区人民医院', 'enterprise'],
    ['示例水务集团有限公司', undefined, 'enterprise'],
  ])('%s is %s (%s)', (text, short, kind) => {
    const found = name(text);
    expect(found?.kind).toBe(kind);
    if (short !== undefined) expect(found?.name).toBe(short);
  });

  it.each([
    ['沂源县卫生健康局', '沂源县', '县卫健局'],
    ['某某市住房和城乡建设局', '某某市', '市住建局'],
  ])('%s in %s is %s', (text, district, short) => {
    expect(name(text, district)).toMatchObject({ name: short, fullName: text });
  });

  it.each([
    '政府信息公开指南',
    '内设机构',
    '下属单位',
    '区政府部门',
    '各镇街道',
    '乡镇',
    '街道',
    '通知公告',
    '政府常务会议',
    '新闻中心',
    '数据中心',
    '办事大厅',
    '权责清单',
    '领导之窗',
    '2023',
    '更多',
  ])('%s is no unit', (text) => {
    expect(name(text)).toBeNull();
  });

  it('leaves a name that says another district as it is', () => {
    expect(name('青石区民政局')).toMatchObject({ name: '青石区民政局', fullName: '青石区民政局' });
    expect(name('经济开发区管委会')).toMatchObject({ fullName: '临淄区经济开发区管委会' });
  });

  it('finds the district in the title of its site', () => {
    expect(districtIn('临淄区人民政府 - 政府信息公开')).toBe('临淄区');
    expect(districtIn('淄博市临淄区人民政府')).toBe('临淄区');
    expect(districtIn('欢迎访问高青县人民政府网站')).toBe('高青县');
    expect(districtIn('政府信息公开平台')).toBe('');
  });
});
