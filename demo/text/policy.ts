import { addDays, type CivilDate } from '../../src/model/civil-date.ts';
import { chineseDate, heading, paragraphs, signature, wordPaste } from '../html.ts';
import { randomFor } from '../random.ts';
import { onWorkday } from '../schedule.ts';
import { blamed, mended } from '../state.ts';
import type { DemoUnit, Draft, FileDraft } from '../types.ts';

const MATTERS = [
  '安全生产标准化建设',
  '机关值班值守',
  '重点工作督查落实',
  '便民服务热线办理',
  '节能降耗工作',
  '业务培训组织',
  '项目资金使用',
  '档案规范整理',
  '突发事件应急处置',
  '优化服务流程',
  '诚信体系建设',
  '村居代办服务',
  '人居环境整治',
  '老旧设施改造',
  '重点人群关爱服务',
  '数据质量核查',
] as const;
const KINDS = [
  ['关于印发《', '实施方案》的通知', '实施方案'],
  ['关于进一步加强', '的通知', '通知'],
  ['关于印发《', '管理办法》的通知', '管理办法'],
  ['关于做好', '的实施意见', '实施意见'],
] as const;
const THEMES = ['综合政务-文秘工作', '综合政务-政务督查', '财政金融-财政', '劳动人事-其他', '城乡建设-其他'] as const;

/** First day that the layout rule covers (old pages show no date of writing), and the day from which a download must stand beside the text. */
const FORMATTED_SINCE = '2016-01-01' as CivilDate;
const DOWNLOADS_SINCE = '2021-04-01' as CivilDate;

/** Days on which the unit wrote a policy document, newest first, back to 2012. */
function writingDays(unit: DemoUnit, count: number): CivilDate[] {
  const random = randomFor(`policy days ${unit.id}`);
  const days: CivilDate[] = [];
  let day = addDays('2023-06-20' as CivilDate, -random.int(0, 60));
  for (let i = 0; i < count; i += 1) {
    days.push(onWorkday(day));
    day = addDays(day, -random.int(150, 410));
  }
  return days;
}

function textOf(
  unit: DemoUnit,
  matter: string,
  form: string,
  key: string,
): { intro: string; parts: [string, string][] } {
  const random = randomFor(`policy text ${key}`);
  const [a, b] = [random.int(3, 9), random.int(10, 28)];
  return {
    intro: `为规范${matter}，提高工作质效，根据上级要求，结合${unit.name}实际，${form === '通知' ? '现将有关事项通知如下' : `制定本${form}`}。`,
    parts: [
      ['一、目标要求', `围绕${matter}，用${a}个月时间理顺职责、补齐短板，做到底数清、任务明、责任实。`],
      [
        '二、重点任务',
        `各科室、站所于每月${b}日前报送进展，建立清单台账，对${a}类常见问题逐一明确办理标准和完成时限。`,
      ],
      ['三、保障措施', '明确一名负责同志牵头，定期会商研判；对推进迟缓的予以提醒，对成效明显的总结推广。'],
    ],
  };
}

function downloadsOf(title: string, texts: readonly string[]): FileDraft[] {
  const file = { title, paragraphs: texts, grids: [] };
  return [
    { ...file, name: `${title}.docx`, type: 'docx' },
    { ...file, name: `${title}.pdf`, type: 'pdf' },
  ];
}

/** Abbreviation that begins the unit's document numbers: 临司发〔2022〕3号. */
function numberOf(unit: DemoUnit, year: string, serial: number): string {
  const short = unit.name.replace(/^(区|临淄)/, '').replace(/(分局|局|镇|街道)$/, '');
  const stem =
    unit.kind === 'department' ? `临${short.slice(0, 2)}发` : unit.kind === 'town' ? `${short}政发` : `${short}办发`;
  return `${stem}〔${year}〕${serial}号`;
}

/**
 * Policy documents, newest first. Since 2016 they stand in the policy layout, except that blamed units left
 * several of them in the old one until they put it right; older ones are in the old layout everywhere.
 */
export function policyDrafts(unit: DemoUnit, count: number): Draft[] {
  const behind = blamed(unit, 'policy-format');
  const redone = mended(unit, 'policy-format');
  const random = randomFor(`policy ${unit.id}`);
  const start = random.int(0, MATTERS.length - 1);
  return writingDays(unit, count).map((written, i): Draft => {
    const year = written.slice(0, 4);
    const matter = MATTERS[(i * 5 + start) % MATTERS.length] ?? MATTERS[0];
    const [before, after, form] = KINDS[(i + random.int(0, 3)) % KINDS.length] ?? KINDS[0];
    const title = `${unit.fullName}${before}${matter}${after}`;
    const { intro, parts } = textOf(unit, matter, form, `${unit.id} ${i}`);
    const date = onWorkday(addDays(written, random.int(2, 9)));
    const published = date < written ? written : date;
    const number = numberOf(unit, year, 2 + ((i * 7) % 31));
    const left = published >= FORMATTED_SINCE && i % 3 !== 0;
    const newLayout = published >= FORMATTED_SINCE && !(behind && left);
    // What was redone draws from a well of its own, so that the documents after it stay as they are.
    const themes = redone && left ? randomFor(`theme ${unit.id} ${i}`) : random;
    const addressees = unit.kind === 'department' ? '各科室、局属各单位：' : '各村（社区）、各站所办公室：';
    const write = i % 4 === 1 ? wordPaste : paragraphs;
    const body = `${write([addressees, intro])}
${parts.map(([head, text]) => `${heading(head)}\n${write([text])}`).join('\n')}
${signature([unit.fullName, chineseDate(written)])}`;
    const plain = [intro, ...parts.flat(), unit.fullName, chineseDate(written)];
    return {
      title,
      date: published,
      number,
      linkKey: `${unit.id} policy ${i}`,
      createdAfter: 0,
      files: published >= DOWNLOADS_SINCE ? downloadsOf(title, plain) : [],
      body: () => body,
      ...(newLayout
        ? { layout: 'L2' as const, writtenOn: written, theme: themes.pick(THEMES), validity: '有效' }
        : {
            layout: 'L1' as const,
            index: `${unit.code}/${published.slice(0, 4)}-${5_060_000 + i * 37}`,
            dateText: published,
          }),
    };
  });
}

/** Interpretations of the newest policy documents, each within three working days of its document. */
export function interpretationDrafts(policies: readonly Draft[], unit: DemoUnit): Draft[] {
  return policies.slice(0, 5).map((policy): Draft => {
    const name = policy.title
      .replace(unit.fullName, '')
      .replace(/^关于印发/, '')
      .replace(/的通知$/, '');
    const title = `${name.startsWith('《') ? name : `《${policy.title}》`}政策解读`;
    return {
      title,
      date: policy.date,
      createdAfter: 0,
      ...(policy.linkKey ? { linkKey: policy.linkKey } : {}),
      body: () =>
        [
          heading('一、起草背景'),
          paragraphs([`为回应基层反映较多的实际问题，${unit.name}在调研基础上形成了本文件。`]),
          heading('二、制定依据'),
          paragraphs(['依据有关法律法规和上级文件精神，并征求了相关科室和基层站所的意见。']),
          heading('三、主要内容'),
          paragraphs(['文件明确了目标、任务和保障措施，细化了报送时限和办理标准。']),
          heading('四、主要举措'),
          paragraphs([`建立清单、按月调度、年终总结。解读人：${unit.name}办公室，咨询电话：${unit.phone}。`]),
        ].join('\n'),
    };
  });
}
