import type { CivilDate } from '../../src/model/civil-date.ts';
import { chineseDate, escapeHtml, heading, paragraphs, signature, wordPaste } from '../html.ts';
import { randomFor } from '../random.ts';
import { onWorkday } from '../schedule.ts';
import { type Blame, blamed } from '../state.ts';
import type { DemoUnit, Draft, FileDraft, PlacedFile } from '../types.ts';
import { type PhraseBook, phrasesFor } from './report-phrases.ts';
import { disputesTable, publishedTable, requestsTable } from './report-tables.ts';

/** The report that the bulletin speaks of. */
const JUDGED = 2022;
const YEARS = [2017, 2018, 2019, 2020, 2021, 2022] as const;

/** Numbers of one year that text and tables share. */
function figures(unit: DemoUnit, year: number) {
  const random = randomFor(`report figures ${unit.id} ${year}`);
  const [policy, news, rest] = [random.int(4, 16), random.int(30, 120), random.int(10, 40)];
  return { policy, news, rest, total: policy + news + rest, asked: random.int(1, 9), people: random.int(12, 60) };
}

/** Picks the year's sentence of one kind and puts the numbers of `year` in. */
function phrase(unit: DemoUnit, year: number, textYear: number, kind: keyof PhraseBook): string {
  const values: Readonly<Record<string, number | string>> = { ...figures(unit, year), unit: unit.name };
  const sentence = randomFor(`report ${unit.id} ${kind} ${textYear}`).pick(phrasesFor(textYear)[kind]);
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}

const chart = (unit: DemoUnit, year: number): FileDraft => ({
  name: `${unit.id}-${year}.png`,
  type: 'png',
  title: '公开信息构成',
  paragraphs: [],
  grids: [],
});

/** The chart in part one: shown, pointing nowhere, or torn out of the layout, as the unit is blamed. */
function picture(unit: DemoUnit, year: number, files: readonly PlacedFile[]): string {
  const path = files[0]?.path ?? '';
  if (year === JUDGED && blamed(unit, 'report-image-missing')) {
    return `<p style="text-align:center"><img src="${unit.home}images/tu${year}.png" alt="公开信息构成"></p>`;
  }
  if (year === JUDGED && blamed(unit, 'report-image-layout')) {
    return `<p>公开信息<img src="${path}" alt="" width="1600" height="90" style="max-width:none;float:left;margin-left:-300px">构成见图。</p>`;
  }
  return `<p style="text-align:center"><img src="${path}" alt="公开信息构成" width="420"></p>`;
}

function titleInBody(unit: DemoUnit, title: string, year: number): string {
  if (year !== JUDGED || !blamed(unit, 'report-title-doubled')) return '';
  const lines = unit.kind === 'department' ? [title] : [unit.fullName, title.replace(unit.fullName, '')];
  return lines.map((line) => `<p style="text-align:center"><strong>${escapeHtml(line)}</strong></p>`).join('\n');
}

function signedBy(unit: DemoUnit, year: number, date: string): string {
  if (year !== JUDGED || !blamed(unit, 'report-signature')) return signature([unit.fullName, chineseDate(date)]);
  const [, month, day] = date.split('-').map(Number);
  return signature([
    `${unit.fullName.slice(0, 4)}`,
    `${unit.fullName.slice(4)}${year + 1}年`,
    `${month}月`,
    `${day}日`,
  ]);
}

function bodyOf(unit: DemoUnit, year: number, title: string, date: string, files: readonly PlacedFile[]): string {
  const is = (what: Blame): boolean => year === JUDGED && blamed(unit, what);
  const partOneYear = is('report-part-one-copied') ? year - 1 : year;
  const restYear = is('report-all-copied') ? year - 1 : year;
  const one = (kind: keyof PhraseBook): string => phrase(unit, year, partOneYear, kind);
  const rest = (kind: keyof PhraseBook): string => phrase(unit, year, restYear, kind);
  const write = year % 3 === 0 ? wordPaste : paragraphs;
  const contact = `如对本报告内容有疑问，请与${unit.fullName}办公室联系（地址：${unit.address}，邮编：255400，电话：${unit.phone}，邮箱：${unit.email}）。`;
  const other = is('report-part-six')
    ? ['本年度未收取信息处理费。']
    : [
        '（一）收取信息处理费情况。本年度未收取信息处理费。',
        `（二）年度工作要点落实情况。${rest('priorities')}`,
        '（三）建议提案办理情况。承办的建议提案均按期答复，可以公开的已公开。',
        `（四）政务公开工作创新情况。${rest('innovation')}`,
      ];
  return [
    titleInBody(unit, title, year),
    write([
      `本报告由${unit.fullName}按照《中华人民共和国政府信息公开条例》（国务院令第711号）和《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）要求编制。报告所列数据的统计期限自${year}年1月1日起，至${year}年12月31日止。`,
    ]),
    is('report-no-contact') ? '' : write([contact]),
    heading('一、总体情况'),
    write([
      `（一）主动公开情况。${one('open')}`,
      `（二）依申请公开情况。${one('request')}`,
      `（三）政府信息管理情况。${one('manage')}`,
    ]),
    picture(unit, year, files),
    write([`（四）政府信息公开平台建设情况。${one('platform')}`, `（五）监督保障情况。${one('oversight')}`]),
    heading('二、主动公开政府信息情况'),
    publishedTable(randomFor(`report table two ${unit.id} ${year}`)),
    heading('三、收到和处理政府信息公开申请情况'),
    requestsTable(figures(unit, year).asked),
    heading('四、政府信息公开行政复议、行政诉讼情况'),
    disputesTable(),
    heading('五、存在的主要问题及改进情况'),
    write([rest('shortfall'), rest('remedy')]),
    heading('六、其他需要报告的事项'),
    write(other),
    signedBy(unit, year, date),
  ].join('\n');
}

/** Annual reports of a unit on 2017 to 2022, each published in the January after. */
export function reportDrafts(unit: DemoUnit): Draft[] {
  return YEARS.map((year): Draft => {
    const random = randomFor(`report ${unit.id} ${year}`);
    const date = onWorkday(`${year + 1}-01-${random.int(12, 29)}` as CivilDate);
    const title = `${unit.fullName}${year}年政府信息公开工作年度报告`;
    return {
      title,
      date,
      ...(year < 2020 ? {} : { createdAfter: 0 }),
      mediaStrip: random.chance(3),
      files: [chart(unit, year)],
      body: (files) => bodyOf(unit, year, title, date, files),
    };
  });
}
