import { addDays, type CivilDate } from '../../src/model/civil-date.ts';
import { escapeHtml, paragraphs, table, wordPaste } from '../html.ts';
import { type Random, randomFor } from '../random.ts';
import { AS_OF, onWorkday } from '../schedule.ts';
import { everBlamed, mended } from '../state.ts';
import type { DemoUnit, Draft, Grid } from '../types.ts';

/** Header of the plan that the market supervision bureau publishes, with which others are compared. */
const PLAN_HEADER = [
  '序号',
  '抽查任务名称',
  '抽查事项',
  '抽查对象',
  '抽查比例',
  '抽查方式',
  '抽查时间',
  '实施单位',
  '检查依据',
] as const;
/** Header of plans that the bulletin asks to be redone after the model. */
const OTHER_HEADER = ['月份', '工作内容', '责任科室', '完成时限', '备注'] as const;

const OBJECTS = ['在册企业', '个体工商户', '持证机构', '在建工程', '服务网点', '项目单位'] as const;
const MATTERS = [
  '许可条件保持情况',
  '安全管理制度落实情况',
  '从业人员资格情况',
  '经营场所规范情况',
  '档案台账建立情况',
  '资金使用合规情况',
] as const;
const BASES = ['《中华人民共和国行政处罚法》', '《山东省行政执法监督条例》', '《优化营商环境条例》'] as const;

/** Rows of a plan; one that was made up for in August leaves only the last months. */
function planRows(unit: DemoUnit, year: number, random: Random, madeUp = false): string[][] {
  const count = unit.name === '区科技局' ? 1 : random.int(3, 6);
  return random.some(MATTERS, count).map((matter, i) => {
    const object = random.pick(OBJECTS);
    const from = madeUp ? random.int(9, 10) : random.int(3, 8);
    return [
      String(i + 1),
      `${year}年${object}抽查`,
      matter,
      object,
      `不低于${random.pick([3, 5, 10])}%`,
      random.pick(['现场检查', '书面检查', '现场检查与网络监测']),
      `${from}月至${from + random.int(1, 3)}月`,
      unit.fullName,
      random.pick(BASES),
    ];
  });
}

/** The model's header with at most one cell worded differently. */
function planHeader(unit: DemoUnit): string[] {
  const random = randomFor(`plan header ${unit.id}`);
  if (unit.name === '区市场监管局' || random.chance(2)) return [...PLAN_HEADER];
  return PLAN_HEADER.map((cell) => (cell === '抽查对象' ? '检查对象' : cell));
}

function otherPlan(random: Random): Grid {
  const rows = random
    .some(MATTERS, 4)
    .map((matter, i) => [
      `${4 + i}月`,
      `对${random.pick(OBJECTS)}${matter}进行抽查`,
      random.pick(['业务一科', '业务二科', '执法科']),
      `${5 + i}月底前`,
      '',
    ]);
  return { header: OTHER_HEADER, rows };
}

/** The year whose plan the bulletin asks for; it asks for the results of the year before. */
const JUDGED = 2023;

/** Whether this year's plan was missing, or ill made, until it was put right on the day of the demonstration. */
const isMadeUp = (unit: DemoUnit, year: number, what: 'double-random-plan' | 'double-random-layout'): boolean =>
  year === JUDGED && mended(unit, what);

function plan(unit: DemoUnit, year: number): Draft {
  const random = randomFor(`plan ${unit.id} ${year}`);
  const title = `${unit.fullName}${year}年度“双随机、一公开”抽查工作计划`;
  const intro = `按照部署，${unit.name}制定${year}年度抽查工作计划，检查对象和执法人员均随机抽取，结果及时公布。`;
  const madeUp = isMadeUp(unit, year, 'double-random-plan');
  const redone = isMadeUp(unit, year, 'double-random-layout');
  // Drawn in any case: the day of the plan comes out of the same well, and with it the address.
  const other = everBlamed(unit, 'double-random-layout') ? otherPlan(random) : null;
  const well = redone ? randomFor(`plan redone ${unit.id} ${year}`) : random;
  const grid =
    other && !redone ? other : { header: planHeader(unit), rows: planRows(unit, year, well, madeUp || redone) };
  const inTime = onWorkday(`${year}-03-${String(random.int(2, 28)).padStart(2, '0')}` as CivilDate);
  const date = madeUp ? AS_OF : inTime;
  const createdAfter = unit.name === '区工信局' ? 45 : 0;
  const base = { title, date, createdAfter, ...(redone ? { revised: AS_OF } : {}) };
  const inFile = ['区民政局', '区工信局', '区住建局', '临淄公安分局'].includes(unit.name);
  if (!inFile) return { ...base, body: () => `${wordPaste([intro])}\n${table(grid)}` };
  const file = { name: `${title}.xlsx`, type: 'xlsx' as const, title, paragraphs: [], grids: [grid] };
  return { ...base, files: [file], body: () => paragraphs([intro, '计划内容见附件。']) };
}

function results(unit: DemoUnit, year: number, madeUp?: CivilDate): Draft {
  const random = randomFor(`results ${unit.id} ${year}`);
  const checked = random.int(12, 60);
  const rows = random
    .some(MATTERS, 4)
    .map((matter, i) => [
      String(i + 1),
      `${random.pick(OBJECTS)}（第${i + 1}组）`,
      matter,
      `${year}年${5 + i}月`,
      '未发现问题',
      '无需查处',
    ]);
  const inTime = onWorkday(addDays(`${year}-12-12` as CivilDate, random.int(0, 16)));
  const grid: Grid = { header: ['序号', '检查对象', '检查内容', '检查时间', '抽查结果', '查处结果'], rows };
  return {
    title: `${unit.fullName}${year}年度随机抽查情况和查处结果`,
    date: madeUp ?? inTime,
    createdAfter: 0,
    body: () =>
      `${paragraphs([`${year}年度，${unit.name}按计划随机抽查检查对象${checked}户次，抽查情况和查处结果公布如下。`])}\n${table(grid)}`,
  };
}

/** The list of items subject to checks; its header is broken within a cell, as editors leave it. */
function items(unit: DemoUnit, year: number): Draft {
  const random = randomFor(`items ${unit.id} ${year}`);
  const head = [
    '序号',
    '抽查事项名称',
    '检查内容',
    '检查对象',
    '事项类别',
    '检查方式',
    '抽查比例<br>及频次',
    '检查依据',
    '检查<br>时间',
  ];
  const rows = random
    .some(MATTERS, random.int(1, 5))
    .map((matter, i) =>
      [
        i + 1,
        matter,
        `${matter}是否符合规定`,
        random.pick(OBJECTS),
        '一般检查事项',
        '现场检查',
        '5%，每年1次',
        random.pick(BASES),
        '7-12',
      ]
        .map((cell) => `<td>${escapeHtml(String(cell))}</td>`)
        .join(''),
    );
  const name = unit.name;
  return {
    title: `${name}随机抽查事项清单（${year}年版）`,
    date: `${year}-02-${String(random.int(6, 24)).padStart(2, '0')}` as CivilDate,
    index: `${unit.code}/${year}-None`,
    body: () =>
      `<table class="tbl" border="1"><tbody><tr><td colspan="9">${escapeHtml(name)}抽查事项清单</td></tr>
<tr>${head.map((cell) => `<td>${cell}</td>`).join('')}</tr>
${rows.map((row) => `<tr>${row}</tr>`).join('\n')}</tbody></table>`,
  };
}

/** A plan that several units check together; it names the unit and stands beside the unit's own. */
function jointPlan(unit: DemoUnit): Draft {
  const rows = planRows(unit, 2023, randomFor('joint plan'));
  return {
    title: '临淄区2023年度部门联合“双随机、一公开”抽查计划',
    date: '2023-04-06' as CivilDate,
    issuer: '临淄区市场监督管理局',
    body: () =>
      `${paragraphs([`牵头部门为临淄区市场监督管理局，参加部门为${unit.fullName}等。`])}\n${table({ header: PLAN_HEADER, rows })}`,
  };
}

const YEARS = [2020, 2021, 2022, 2023] as const;
const RESULT_YEARS = [2020, 2021, 2022] as const;

/** The column 双随机一公开: plan and item list of each year, results of each year past. */
export function doubleRandomDrafts(unit: DemoUnit): Draft[] {
  const planned = YEARS.filter((year) => !(year === JUDGED && everBlamed(unit, 'double-random-plan')));
  const reported = RESULT_YEARS.filter((year) => !(year === JUDGED - 1 && everBlamed(unit, 'double-random-results')));
  return [
    ...planned.map((year) => plan(unit, year)),
    ...reported.map((year) => results(unit, year)),
    ...[2021, 2023].map((year) => items(unit, year)),
    ...(unit.name === '区商务局' ? [jointPlan(unit)] : []),
    // Last, so that what was there before keeps its addresses.
    ...(mended(unit, 'double-random-plan') ? [plan(unit, JUDGED)] : []),
    ...(mended(unit, 'double-random-results') ? [results(unit, JUDGED - 1, AS_OF)] : []),
  ];
}
