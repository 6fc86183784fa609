import { describe, expect, it } from 'vitest';
import { isRepost } from './repost.ts';

const repost = (fullName: string, title: string, number = ''): boolean =>
  isRepost(
    { title, metadata: number === '' ? {} : { number: { label: '文号', value: number } } },
    {
      superiorMarks: ['国', '中办', '中发', '鲁', '淄'],
      superiorNames: ['国务院', '中共中央', '山东省', '淄博市'],
      unit: { fullName, aliases: [] },
    },
  );

describe('a document posted again', () => {
  it.each([
    ['安岭市云溪区教育局', '安岭市教育局关于做好中考工作的通知', ''],
    ['云溪区教育局', '云溪区人民政府办公室关于印发教育规划的通知', ''],
    ['云溪区教育局', '安岭市云溪区人民政府关于印发教育规划的通知', ''],
    ['云溪区教育局', '中共云溪区委办公室关于印发教育规划的通知', ''],
    ['云溪区教育局', '关于印发教育规划的通知', '云政办字〔2022〕1号'],
    ['云溪区石桥镇人民政府', '关于印发规划的通知', '云政发〔2022〕1号'],
    ['淄博市临淄区教育局', '关于印发规划的通知', '淄教发〔2022〕1号'],
  ])('by %s: %s %s', (unit, title, number) => expect(repost(unit, title, number)).toBe(true));

  it.each([
    ['安岭市云溪区教育局', '安岭市云溪区教育局关于做好中考工作的通知', '云教发〔2022〕1号'],
    ['安岭市教育局', '安岭市教育局关于规划的通知', '安教发〔2022〕1号'],
    ['云溪区人民政府办公室', '云溪区人民政府关于印发规划的通知', '云政发〔2022〕1号'],
    ['云溪区石桥镇人民政府', '石桥镇人民政府关于印发规划的通知', '石政发〔2022〕1号'],
    ['云溪区云水镇人民政府', '关于印发规划的通知', '云政发〔2022〕1号'],
    ['云溪区教育局', '云溪区教育局 云溪区人民政府教育督导室关于规划的通知', '云教发〔2022〕1号'],
    ['云溪区政务服务局', '关于规划的通知', '云政务发〔2022〕1号'],
    ['淄川区教育局', '关于印发规划的通知', '淄教发〔2022〕1号'],
  ])('is none of %s own: %s %s', (unit, title, number) => expect(repost(unit, title, number)).toBe(false));
});
