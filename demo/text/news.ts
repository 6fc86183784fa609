import { addDays, type CivilDate } from '../../src/model/civil-date.ts';
import { chineseDate, escapeHtml, paragraphs, wordPaste } from '../html.ts';
import { type Random, randomFor } from '../random.ts';
import { AS_OF, onWorkday } from '../schedule.ts';
import type { DemoUnit, Draft } from '../types.ts';

const SUBJECTS = [
  '防汛应急演练',
  '消防器材使用培训',
  '节水宣传周活动',
  '反电信诈骗宣传',
  '志愿清洁家园行动',
  '青年读书分享会',
  '防溺水安全提醒',
  '机关作风建设座谈会',
  '无偿献血活动',
  '文明交通劝导',
  '保密知识学习',
  '困难群众走访慰问',
  '秸秆禁烧巡查',
  '食品安全知识进社区活动',
  '业务骨干轮训',
  '重点企业走访服务',
  '垃圾分类入户宣传',
  '安全用电检查',
  '燃气使用安全提醒',
  '古树名木看护巡查',
  '全民阅读推广活动',
  '网格员技能比武',
  '档案整理规范化培训',
  '敬老爱老活动',
] as const;
const VERBS = ['开展', '组织开展', '扎实开展', '积极组织'] as const;
const OPENINGS = [
  '近日，为进一步提升服务水平，{unit}{verb}{subject}，机关干部和一线工作人员共{n}人参加。',
  '日前，{unit}结合工作实际{verb}{subject}，活动分{k}个小组同步进行，覆盖{n}户家庭和沿街商铺。',
  '{unit}围绕群众关心的身边小事，于本周{verb}{subject}，现场收集意见建议{n}条。',
] as const;
const MIDDLES = [
  '活动现场，工作人员通过展板、实物和问答的形式讲清要点，发放明白纸{n}份，得到群众认可。',
  '带队负责人要求，要把问题记在本子上、办在当天里，对一时不能解决的列出清单，逐项对账销号。',
  '过程中，参加人员边学边练，对照操作规程逐一过关，现场指出不规范动作{k}处并当场纠正。',
  '各小组沿预定路线分头行动，重点查看了{n}处点位，对发现的{k}项薄弱环节提出改进办法。',
] as const;
const ENDINGS = [
  '下一步，{unit}将坚持常抓不懈，及时总结经验做法，让服务更贴近群众需要。',
  '今后，{unit}将把这项工作纳入日常安排，每季度回头看一次，防止问题反弹。',
  '通过此次活动，大家统一了思想、熟悉了流程，为后续工作打下了良好基础。',
] as const;

function fill(text: string, unit: DemoUnit, words: { verb: string; subject: string }, random: Random): string {
  return text
    .replaceAll('{unit}', unit.name)
    .replaceAll('{verb}', words.verb)
    .replaceAll('{subject}', words.subject)
    .replaceAll('{n}', String(random.int(12, 180)))
    .replaceAll('{k}', String(random.int(2, 9)));
}

/** A link to a former path of the site, which leads nowhere. */
const OLD_PATH = '<p>延伸阅读：<a href="/col/col19985/index.html">往期回顾</a></p>';
/** A link to a look-alike of the official host; nothing of it may be fetched or believed. */
const LOOK_ALIKE = '<p>转自：<a href="http://www.linzi-gov-cn.example/gongkai/news.html">临淄资讯</a></p>';

/** Items that fill the column 工作动态; a few of them as odd as on real sites. */
export function newsDrafts(unit: DemoUnit, count: number): Draft[] {
  const random = randomFor(`news ${unit.id}`);
  const subjects = random.some(SUBJECTS, count);
  let date = addDays(AS_OF, -random.int(2, 12));
  return subjects.map((subject, i): Draft => {
    const words = { verb: random.pick(VERBS), subject };
    const texts = [random.pick(OPENINGS), ...random.some(MIDDLES, 2), random.pick(ENDINGS)].map((text) =>
      fill(text, unit, words, random),
    );
    const title = `${unit.name}${words.verb}${subject}`;
    const at = onWorkday(date);
    date = addDays(date, -random.int(9, 38));
    const form = i % 8;
    const base = { title, date: at };
    if (form === 2) return { ...base, body: () => wordPaste(texts) };
    if (form === 3) return { ...base, ...pictureOnly(title) };
    if (form === 5) return { ...base, titleHtml: spaced(unit, words), body: () => paragraphs(texts) };
    if (form === 6) {
      const own = `<p style="text-align:center"><strong>${escapeHtml(unit.fullName)}：${escapeHtml(subject)}侧记</strong></p>`;
      return { ...base, body: () => `${own}\n${paragraphs(texts)}` };
    }
    const extra =
      unit.name === '区教体局' && i === 0 ? OLD_PATH : unit.name === '区民政局' && i === 0 ? LOOK_ALIKE : '';
    return { ...base, body: () => `${paragraphs(texts)}${extra}` };
  });
}

/** The title as it stands in old pages: with a no-break space, an ideographic space and a line break. */
function spaced(unit: DemoUnit, { verb, subject }: { verb: string; subject: string }): string {
  return `${escapeHtml(unit.name)}&nbsp;${escapeHtml(verb)}<br>　${escapeHtml(subject)}`;
}

/** A body that is nothing but a picture. */
function pictureOnly(title: string): Pick<Draft, 'files' | 'body'> {
  return {
    files: [{ name: `${title}.png`, type: 'png', title, paragraphs: [], grids: [] }],
    body: ([picture]) => `<p style="text-align:center"><img src="${picture?.path ?? ''}" alt=""></p>`,
  };
}

const NOTICES = [
  [
    '办公电话和办公时间调整的公告',
    '因线路检修，自{day}起我单位办公电话临时调整，检修结束后恢复。请来电来访的群众相互转告。',
  ],
  ['会议室整修期间暂停借用的公告', '会议室因整修暂停对外借用，整修期约{n}天，已预约的单位可与办公室联系改期。'],
  [
    '暂停办理窗口业务的公告',
    '因系统升级，窗口业务将于{day}下午暂停半天，急事可通过网上渠道办理，由此带来的不便敬请谅解。',
  ],
  ['办公用房防水施工公告', '办公楼顶层将进行防水施工，工期约{n}天，施工期间请来访群众由东门进出，注意安全。'],
  ['办公楼公共区域消毒的公告', '{day}下班后将对办公楼公共区域消毒，请提前关好门窗，次日正常办公。'],
  ['公务用车处置公告', '我单位拟按程序处置已达报废年限的公务用车{n}辆中的一部分，评估报告可到办公室查阅。'],
  ['物业服务满意度测评公告', '为改进物业服务，现面向办事群众开展满意度测评，共发放问卷{n}份，结果将另行公布。'],
  ['信访接待日安排公告', '每周三上午为接待日，由值班负责同志接待来访群众，请按秩序登记等候。'],
] as const;

/** Items of the column 通知公告, reaching back to what was carried over from the site before. */
export function noticeDrafts(unit: DemoUnit, count: number): Draft[] {
  const random = randomFor(`notices ${unit.id}`);
  let date = addDays(AS_OF, -random.int(10, 40));
  return Array.from({ length: count }, (_, i): Draft => {
    const [what, text] = NOTICES[(i + random.int(0, 1) * 3) % NOTICES.length] ?? NOTICES[0];
    const at = onWorkday(date);
    date = addDays(date, -random.int(40, i > count - 4 ? 1_100 : 120));
    const day = chineseDate(addDays(at, 2));
    const texts = [
      '有关单位和广大群众：',
      text.replace('{day}', day).replace('{n}', String(random.int(3, 90))),
      '特此公告。',
    ];
    const year = at.slice(0, 4);
    const title = `${unit.name}关于${year}年${what}`;
    const old = at < ('2019-01-01' as CivilDate) && unit.name === '区水利局';
    const base = { title, date: at, ...(old ? { header: '临淄区水利与渔业局', issuer: '临淄区水利与渔业局' } : {}) };
    if (i % 7 === 4) {
      const file = { name: `${title}.docx`, type: 'docx' as const, title, paragraphs: texts, grids: [] };
      return { ...base, files: [file], body: () => '' };
    }
    return { ...base, body: () => `${paragraphs(texts)}\n<p style="text-align:right">${signedOn(at, i)}</p>` };
  });
}

/** The date of the signature: plain, in Chinese numerals, or with a Latin O for the zero. */
function signedOn(date: CivilDate, variant: number): string {
  if (variant % 5 > 1) return chineseDate(date);
  const zero = variant % 5 === 0 ? '〇' : 'O';
  const digits = (text: string): string =>
    Array.from(text, (d) => (d === '0' ? zero : '一二三四五六七八九'[Number(d) - 1])).join('');
  const [year = '', month = '', day = ''] = date.split('-');
  return `${digits(year)}年${underHundred(Number(month))}月${underHundred(Number(day))}日`;
}

function underHundred(value: number): string {
  const digit = (n: number): string => '零一二三四五六七八九'[n] ?? '';
  if (value < 10) return digit(value);
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  return `${tens === 1 ? '' : digit(tens)}十${ones === 0 ? '' : digit(ones)}`;
}

/** Repost of a bulletin of the city, in a column of a unit that owes no such figures. */
export const CITY_REPOST: Draft = {
  title: '转发淄博市2023年5月份环境空气质量状况通报',
  date: '2023-06-21' as CivilDate,
  issuer: '淄博市生态环境局',
  createdAfter: 13,
  body: () =>
    `${paragraphs(['、环境空气质量状况', '本月全市良好天数比例较上年同期略有上升，主要指标见下表。'])}
<table class="tbl" border="1"><tr><td><table><tr><td>项目</td><td>浓度（µg/m<sup>3</sup>）</td></tr><tr><td>PM<sub>2.5</sub></td><td>33</td></tr></table></td></tr></table>`,
};
