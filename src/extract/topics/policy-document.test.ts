import { describe, expect, it } from 'vitest';
import { isPolicyDocument } from './policy-document.ts';

const isPolicy = (title: string, number?: string): boolean =>
  isPolicyDocument({ title, metadata: number === undefined ? {} : { number: { label: '文号', value: number } } });

describe('a policy document', () => {
  it.each([
    '云溪区人民政府关于印发《云溪区节水办法》的通知',
    '云溪区人民政府关于印发《云溪区节水办法》',
    '《云溪区节水办法》',
    '云溪区节水办法(2023年修订版)',
    '云溪区招生工作实施方案（2022—2025年）',
    '关于节水的通知 云教发〔2022〕3号',
    '关于节水的通知（云教发〔2022〕3号）',
    '关于做好政策解读工作的通知',
    '关于学习宣传节水办法的通知',
    '云溪区科研项目研究经费管理办法',
    '云溪区学习型社区建设实施方案',
  ])('is titled %s', (title) => expect(isPolicy(title)).toBe(true));

  it.each([
    '《云溪区学前教育管理办法》政策解读',
    '一图读懂《云溪区学前教育管理办法》',
    '云溪区教育局召开年度工作方案部署会',
    '云溪区教育局召开会议研究制定招生方案',
    '区教育局学习贯彻《关于加强师德建设的意见》',
    '关于征求《云溪区节水办法（征求意见稿）》意见的公告',
    '对区十届人大一次会议第3号建议的答复意见',
    '关于加强节水的通知（解读）',
    '云溪区教育局权责清单',
  ])('is not %s', (title) => expect(isPolicy(title)).toBe(false));

  it('may be known by its number alone, unless it speaks about another', () => {
    expect(isPolicy('云溪区教育局2023年工作要点', '云教发〔2023〕3号')).toBe(true);
    expect(isPolicy('《云溪区节水办法》政策解读', '云教发〔2023〕3号')).toBe(false);
  });
});
