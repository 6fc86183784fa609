import type { Random } from '../../demo/random.ts';

const SUBJECTS = [
  '各镇人民政府',
  '区直有关部门',
  '各街道办事处',
  '项目实施单位',
  '行政审批窗口',
  '社区网格员',
] as const;
const VERBS = ['按照要求完善', '抓紧组织开展', '会同有关单位核对', '依法公开', '分批次推进', '及时更新'] as const;
const OBJECTS = [
  ...['农村道路养护台账', '困难群众救助名册', '食品抽检结果', '营商环境问题清单', '防汛物资储备情况'],
  ...['中小学招生计划', '老旧小区改造进度', '财政专项资金使用情况', '安全生产检查记录', '公共文化活动安排'],
] as const;
const TAILS = [
  ...['，并于月底前报送备案', '，确保群众看得懂、找得到', '，做到账实相符', '，对发现的问题立行立改'],
  ...['，相关结果在网站专栏公布', '，逐项明确责任人和完成时限'],
] as const;
const KINDS = ['通知', '公告', '实施方案', '情况说明', '公示', '工作要点'] as const;

/** For names of places and projects, so that pages do not compress better than real ones. */
const LETTERS =
  '安北昌成春大德东丰福高光广桂海河红华怀惠吉嘉建江金锦景开康兰乐丽林龙绿满美民明南宁平启前青清仁荣瑞三山上胜石顺太泰天同万文西祥新星兴学雅阳义永玉源云泽长正志中忠州庄子';

const name = (random: Random): string =>
  Array.from({ length: random.int(2, 4) }, () => LETTERS[random.int(0, LETTERS.length - 1)]).join('');

function sentence(random: Random): string {
  const year = random.int(2019, 2023);
  const opening = random.chance(3) ? `${year}年${random.int(1, 12)}月，` : '';
  const place = `${name(random)}${random.pick(['村', '社区', '项目', '学校', '园区'])}`;
  const what = `${random.pick(VERBS)}${place}${random.pick(OBJECTS)}`;
  const people = `，由${name(random)}、${name(random)}牵头，${name(random)}配合`;
  const amount = `，涉及${name(random)}等${random.int(2, 400)}户，投入${random.int(10, 99_999)}元`;
  return `${opening}${random.pick(SUBJECTS)}${what}${people}${amount}${random.pick(TAILS)}。`;
}

export const titleOf = (random: Random): string =>
  `关于${random.pick(VERBS)}${random.pick(OBJECTS)}的${random.pick(KINDS)}`;

const RUN =
  'font-size:16.0pt;font-family:仿宋_GB2312;mso-hansi-font-family:仿宋_GB2312;mso-bidi-font-family:宋体;color:black;mso-font-kerning:0pt';

function paragraph(random: Random): string {
  const runs = Array.from({ length: random.int(1, 3) }, () => {
    const text = Array.from({ length: random.int(1, 3) }, () => sentence(random)).join('');
    return `<span style="${RUN}">${text}</span><span lang="EN-US" style="${RUN}"><o:p></o:p></span>`;
  });
  return `<p class="MsoNormal" align="left" style="margin:0cm;text-indent:32.0pt;line-height:28.0pt;mso-line-height-rule:exactly;mso-pagination:widow-orphan">${runs.join('')}</p>\n`;
}

function table(random: Random): string {
  const cell = (text: string): string =>
    `<td width="112" valign="top" style="width:84.0pt;border:solid windowtext 1.0pt;mso-border-alt:solid windowtext .5pt;padding:0cm 5.4pt 0cm 5.4pt"><p class="MsoNormal" style="line-height:20.0pt"><span style="font-size:12.0pt;font-family:宋体">${text}<o:p></o:p></span></p></td>`;
  const rows = Array.from({ length: random.int(6, 14) }, (_, i) => {
    const cells = [String(i + 1), `${name(random)}村`, random.pick(OBJECTS), `${random.int(1, 99_999)}元`];
    return `<tr style="mso-yfti-irow:${i}">${cells.map(cell).join('')}</tr>`;
  });
  return `<table class="MsoNormalTable" border="1" cellspacing="0" cellpadding="0" style="border-collapse:collapse;border:none;mso-yfti-tbllook:1184"><tbody>${rows.join('')}</tbody></table>\n`;
}

/** The inside of an article as an office pastes it from its word processor, about `bytes` long. */
export function pastedBody(random: Random, bytes: number): string {
  const parts: string[] = [];
  for (let length = 0; length < bytes; ) {
    const part = parts.length % 12 === 7 ? table(random) : paragraph(random);
    parts.push(part);
    length += Buffer.byteLength(part);
  }
  return parts.join('');
}
