import { describe, expect, it } from 'vitest';
import { addDays, type CivilDate } from '../../model/civil-date.ts';
import { callsForOpinions, givesReason, tellsOfOpinions } from './consultation.ts';
import { readOpenPeriod } from './open-period.ts';

const PUBLISHED = '2023-05-01' as CivilDate;
const days = (text: string) => {
  const read = readOpenPeriod(text, PUBLISHED, (from, count) => addDays(from, count + Math.floor(count / 5) * 2));
  return read === null || read === 'no-calendar' ? read : read.days;
};

describe('a call for opinions', () => {
  it.each([
    ['关于《测试办法（征求意见稿）》公开征求意见的公告', true],
    ['关于公开征求测试规划草案意见的通知', true],
    ['《测试办法》意见征集', true],
    ['关于《测试办法（征求意见稿）》征求意见情况的公告', false],
    ['《测试办法》公开征求意见采纳情况', false],
    ['关于征集2024年民生实事的公告', false],
    ['关于征集民生实事意见建议的公告', false],
    ['关于印发《意见征集工作规定》的通知', false],
    ['测试局召开座谈会', false],
    ['《测试办法（征求意见稿）》起草说明', false],
  ])('%s: %s', (title, expected) => expect(callsForOpinions(title)).toBe(expected));

  it.each([
    ['征求意见时间：2023年5月1日至2023年5月30日。', 30],
    ['自2023年5月1日起至5月10日止，请反馈意见。', 10],
    ['公示时间为2023年5月1日—5月7日', 7],
    ['征集时间：2023-05-01 至 2023-05-30', 30],
    ['征集时间：2023-05-01 08:00—2023-05-30 17:00', 30],
    ['截止时间：2023-05-20', 20],
    ['请于2023年5月12日前将意见反馈至邮箱。', 12],
    ['意见反馈截止时间：5月12日。', 12],
    ['截止日期为2023年6月30日。', 61],
    ['征求意见期限为30天。', 30],
    ['公示期7日', 7],
    ['自公告发布之日起15日内提出', 15],
    ['公示期5个工作日', 8],
    ['请于2023年5月12日前反馈，征求意见期限为30日', 30],
    ['即日起至2023年5月30日，可通过信函反馈意见。', 30],
    ['自5月1日至5月30日公开征求意见', 30],
    ['从2023年5月1日开始，到2023年5月30日结束，公开征求意见。', 30],
    ['开始时间：2023-05-01　结束时间：2023-05-30', 30],
    ['自本公告发布之日起三十日内，将意见反馈我局', 30],
    ['意见征集期为1个月', 31],
    ['现公开征求意见，期限30天。', 30],
    ['第十条 行政机关应当自受理之日起7日内征求意见。', null],
    ['自20235月1日至20235月10日', null],
    ['欢迎提出意见。', null],
    ['根据2023年3月1日至2023年3月5日的调研，征求意见。', null],
    ['培训班于2023年5月3日至2023年5月5日举办。', null],
    ['请于2023年5月5日前报名。', null],
  ])('%s lasts %s days', (text, expected) => expect(days(text)).toBe(expected));

  it('is not counted where no calendar knows', () => {
    expect(readOpenPeriod('公示期5个工作日', PUBLISHED, () => null)).toBe('no-calendar');
  });
  it.each([
    ['因情况紧急，征求意见期限缩短为七日', true],
    ['因特殊原因，公示期为10日', true],
    ['现就《突发情况紧急处置办法》征求意见', false],
    ['鉴于该办法需尽快出台，征求意见期缩短至7天', true],
    ['因上级要求7月底前完成，征求意见期为7天', true],
    ['根据工作需要，征求意见时间调整为7天', true],
    ['为提高质量，现公开征求意见，时间为7天。因此请尽早反馈', false],
    ['请于5月12日前反馈', false],
  ])('gives a reason in %s: %s', (text, expected) => expect(givesReason(text)).toBe(expected));
  it.each([
    ['征求意见情况说明', true],
    ['期间共收到意见3条', true],
    ['征集期内未收到任何意见', true],
    ['请将意见反馈至邮箱', false],
  ])('was answered by %s: %s', (text, expected) => expect(tellsOfOpinions(text)).toBe(expected));
});
