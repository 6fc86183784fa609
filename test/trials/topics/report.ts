import { disputesTable, publishedTable, requestsTable } from '../../../demo/text/report-tables.ts';
import type { FileDraft } from '../../../demo/types.ts';
import type { CivilDate } from '../../../src/model/civil-date.ts';
import { day, inHan, later, monthOf, spoken, yearOf } from '../days.ts';
import { hand, right } from '../html.ts';
import type { Article, Case } from '../types.ts';
import type { Scene } from './guide.ts';
import { FIVE, NEW_WAYS, PART_ONE, TASKS } from './report-words.ts';

/** What is wrong with a report, or only looks so. */
interface Flaws {
  readonly doubled?: true;
  readonly copied?: true;
  readonly without?: number;
  readonly noContact?: true;
  readonly unbalanced?: true;
  readonly brokenPicture?: true;
  readonly picture?: true;
  readonly tornSignature?: true;
  readonly thinSix?: true;
  readonly yearInText?: number;
  readonly signedBy?: string;
  readonly slot?: true;
  readonly inFile?: true;
}

/** Ways that are drawn once for a unit: the form of its reports does not change over the years, what they say does. */
interface Form {
  readonly headings: readonly string[];
  readonly topics: readonly string[];
  readonly shift: number;
  readonly contactLast: boolean;
  readonly title: (year: number) => string;
}

function formOf({ random, unit }: Scene): Form {
  const names = [
    '总体情况',
    '主动公开政府信息情况',
    '收到和处理政府信息公开申请情况',
    random.pick(['政府信息公开行政复议、行政诉讼情况', '因政府信息公开工作被申请行政复议、提起行政诉讼情况']),
    random.pick(['存在的主要问题及改进情况', '政府信息公开工作存在的主要问题及改进情况', '存在问题及改进措施']),
    '其他需要报告的事项',
  ];
  const numbered = random.pick<(name: string, i: number) => string>([
    (name, i) => `${'一二三四五六'[i]}、 ${name}`,
    (name, i) => `第${'一二三四五六'[i]}部分　${name}`,
    (name, i) => `${i + 1}、${name}`,
    (name, i) => `${'一二三四五六'[i]}、 ${name}`,
    (name) => name,
  ]);
  const topics = random.pick([
    ['（一）主动公开', '（二）依申请公开', '（三）政府信息管理', '（四）政府信息公开平台建设', '（五）监督保障'],
    ['1.主动公开情况。', '2.依申请公开办理情况。', '3.政府信息管理情况。', '4.平台建设情况。', '5.监督保障情况。'],
    ['主动公开方面：', '依申请公开方面：', '政府信息管理方面：', '平台建设方面：', '监督保障方面：'],
  ]);
  const title = random.pick<(year: number) => string>([
    (year) => `${unit.fullName}${year}年政府信息公开工作年度报告`,
    (year) => `${unit.fullName}${year}年度政府信息公开年报`,
    (year) => `${unit.fullName} ${year}年政府信息公开工作年度报告`,
    (year) => `${year}年${unit.fullName}政府信息公开工作年度报告`,
    (year) => `${unit.name}${year}年度政府信息公开工作报告`,
  ]);
  return { headings: names.map(numbered), topics, shift: random.int(0, 3), contactLast: random.chance(3), title };
}

const FORM_NUMBERS = [
  '（国办公开办函〔2021〕30号）',
  '（国办公开办函[2021]30号）',
  '（国办公开办函【2021】30号）',
  '（国办公开办函（2021）30号）',
] as const;

function report(scene: Scene, form: Form, year: number, date: CivilDate, flaws: Flaws = {}): Article {
  const { random, unit } = scene;
  const write = hand(random);
  const said = flaws.yearInText ?? year;
  // Another way of saying everything from one year to the next, unless it was copied.
  const at = (form.shift + (flaws.copied ? year - 1 : year)) % 4;
  const figures = (text: string): string => text.replace(/#/g, () => String(random.int(2, 480)));
  const labels = `联系单位：${unit.fullName}办公室；通信地址：${unit.address}；邮编：${unit.phone.slice(1, 4)}000；联系电话（传真）：${unit.phone.replace('-', '—')}；Email：${unit.email}`;
  const contact = random.chance(3)
    ? labels
    : `如对本年度报告有疑问，请与${unit.fullName}办公室联系。地址：${unit.address}，邮政编码：${unit.phone.slice(1, 4)}000，电话：${unit.phone}，电子邮箱：${unit.email}。`;
  const parts = [
    [
      flaws.yearInText
        ? `${said}年，${unit.self}认真落实公开要求，取得一定成效。`
        : random.pick([
            `${said}年，${unit.self}深入贯彻条例要求，扎实推进信息公开。`,
            `${said}年度，${unit.name}把公开透明作为基本要求，各项工作有序开展。`,
            `${said}年以来，在上级指导下，${unit.self}不断细化公开举措，与${said - 1}年相比，群众知晓率有所提高。`,
            `${said}年是承上启下的一年。`,
          ]),
      ...form.topics.map((topic, i) => `${topic}${figures(Object.values(PART_ONE)[i]?.[at] ?? '')}`),
    ],
    [],
    [],
    [],
    [figures(FIVE[at] ?? '')],
    flaws.thinSix
      ? ['本年度未收取信息处理费。']
      : [
          random.pick([
            '按照《政府信息公开信息处理费管理办法》，本年度收取信息处理费0元。',
            '本机关未发生收取信息处理费的情况。',
          ]),
          TASKS[at] ?? '',
          NEW_WAYS[at] ?? '',
          '承办人大代表建议、政协委员提案均已按期答复并公开。',
        ],
  ];
  const tables = [
    '',
    publishedTable(random),
    tableThree(random.int(1, 9), flaws, random.chance(5)),
    disputesTable(),
    '',
    '',
  ];
  const opening = `根据《中华人民共和国政府信息公开条例》和《中华人民共和国政府信息公开工作年度报告格式》${random.pick(FORM_NUMBERS)}${random.pick(['规定', '要求', '的有关要求'])}，编制本报告。本报告所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。`;
  const picture = flaws.brokenPicture
    ? '<p><img src="/upload/tj/none.jpg" width="500"></p>'
    : flaws.picture
      ? '<p><img src="{{file0}}" alt="统计图"></p>'
      : '';
  const sections = form.headings.map((heading, i) =>
    flaws.without === i
      ? ''
      : `${write([heading])}${write(parts[i]?.filter(Boolean) ?? [])}${tables[i]}${i === 0 ? picture : ''}`,
  );
  const name =
    flaws.signedBy ??
    (flaws.tornSignature
      ? unit.fullName
      : random.pick([unit.fullName, unit.fullName, unit.name, `${unit.fullName}办公室`]));
  const cut = Math.floor(name.length / 2);
  const [y, m, d] = date.split('-').map(Number);
  const signature = flaws.tornSignature
    ? right([name.slice(0, cut), `${name.slice(cut)}${y}年${m}月`, `${d}日`])
    : right(
        random.chance(4)
          ? [name, inHan(date)]
          : random.chance(4)
            ? [`${name}　　${spoken(date)}`]
            : [name, spoken(date)],
      );
  const title = form.title(year);
  const html = [
    flaws.doubled ? `<p style="text-align:center"><b>${title.trim()}</b></p>` : '',
    write([
      opening,
      ...(flaws.noContact || form.contactLast ? [] : [contact]),
      ...(flaws.slot ? ['联系人：[此处填写姓名]'] : []),
    ]),
    ...sections,
    flaws.noContact || !form.contactLast ? '' : write([contact]),
    signature,
  ].join('\n');
  const base = { title, date, block: random.chance(2) ? 'plain' : 'none' } as const;
  const png: FileDraft = { name: '统计图.png', type: 'png', title: '统计图', paragraphs: [], grids: [] };
  if (flaws.inFile) {
    const paragraphs = [
      opening,
      contact,
      ...form.headings.flatMap((heading, i) => [
        heading,
        ...(parts[i] ?? []),
        ...(tables[i] ? ['本年度有关数据见下表。'] : []),
      ]),
      name,
      spoken(date),
    ];
    const file: FileDraft = { name: `${title}.docx`, type: 'docx', title, paragraphs, grids: [] };
    return { ...base, html: write(['年度报告见附件。']), files: [file] };
  }
  return { ...base, html, ...(flaws.picture ? { files: [{ ...png, unlinked: true }] } : {}) };
}

/** The total of what was dealt with, one too many: it is neither the sum of its line nor what came in. */
function tableThree(asked: number, { unbalanced }: Flaws, blankZeros: boolean): string {
  const table = requestsTable(asked);
  if (!unbalanced) return blankZeros ? table.replaceAll('<td>0</td>', '<td>&nbsp;</td>') : table;
  return table.replace(
    /(（七）总计<\/td>(?:<td>\d+<\/td>){6}<td>)(\d+)/,
    (_, start: string, total: string) => `${start}${Number(total) + 3}`,
  );
}

const FAULTS: readonly (readonly [message: string, flaws: (scene: Scene, year: number) => Flaws])[] = [
  ['title-doubled', () => ({ doubled: true })],
  ['copied', () => ({ copied: true })],
  ['sections', ({ random }) => ({ without: random.pick([3, 4]) })],
  ['no-contact', () => ({ noContact: true })],
  ['unbalanced', () => ({ unbalanced: true })],
  ['image-broken', () => ({ brokenPicture: true })],
  ['signature', () => ({ tornSignature: true })],
  ['part-six', () => ({ thinSix: true })],
  ['wrong-year', (_, year) => ({ yearInText: year - 1 })],
  ['wrong-unit', () => ({ signedBy: '蓟埠县畜牧局' })],
  ['placeholder', () => ({ slot: true })],
];

/** The report on the year before as-of beside two older ones. */
export function reportCase(scene: Scene): Case {
  const { random, asOf } = scene;
  const form = formOf(scene);
  const year = yearOf(asOf) - 1;
  const due = day(year + 1, 1, 31);
  const inTime = (y: number): CivilDate => {
    const wished = day(y + 1, 1, random.int(6, 29));
    return wished <= asOf ? wished : day(y + 1, 1, 1);
  };
  const older = [year - 1, year - 2].map((y) => report(scene, form, y, inTime(y)));
  const column = (articles: readonly Article[]) => [
    {
      topic: 'annual-report' as const,
      name: random.pick(['信息公开年报', '政府信息公开年报', '政府信息公开年度报告']),
      articles,
    },
  ];
  const base = { check: 'annual-report', faults: [] as string[] };
  const isPast = asOf >= later(due, 30);
  switch (random.int(1, 8)) {
    case 1:
      return {
        ...base,
        state: 'order',
        how: 'all in order',
        columns: column([report(scene, form, year, inTime(year)), ...older]),
      };
    case 2:
      return {
        ...base,
        state: 'decoy',
        how: 'with a picture that is there',
        columns: column([report(scene, form, year, inTime(year), { picture: true }), ...older]),
      };
    case 3:
      return {
        ...base,
        state: 'decoy',
        how: 'in a file',
        columns: column([report(scene, form, year, inTime(year), { inFile: true }), ...older]),
      };
    case 4: {
      const made = report(scene, form, year, inTime(year));
      const edited = monthOf(asOf) > 3 ? { ...made, listDate: later(asOf, -5) } : made;
      return { ...base, state: 'decoy', how: 'list shows the day it was edited', columns: column([edited, ...older]) };
    }
    case 5:
      if (!isPast)
        return {
          ...base,
          state: 'order',
          how: 'not yet due',
          columns: column([report(scene, form, year, inTime(year)), ...older]),
        };
      if (random.chance(2))
        return { ...base, state: 'fault', how: 'none', faults: ['annual-report/missing'], columns: column(older) };
      return {
        ...base,
        state: 'fault',
        how: 'late',
        faults: ['annual-report/late'],
        columns: column([report(scene, form, year, later(due, 18)), ...older]),
      };
    default: {
      const [message, flaws] = random.pick(FAULTS as unknown as readonly [(typeof FAULTS)[number]]);
      // Until its day has come a report may still be put right.
      const faults = asOf > due ? [`annual-report/${message}`] : [];
      return {
        ...base,
        state: faults.length > 0 ? 'fault' : 'decoy',
        how: message,
        faults,
        columns: column([report(scene, form, year, inTime(year), flaws(scene, year)), ...older]),
      };
    }
  }
}
