import type { FileDraft } from '../../../demo/types.ts';
import type { CivilDate } from '../../../src/model/civil-date.ts';
import { day, yearOf } from '../days.ts';
import { grid, hand } from '../html.ts';
import type { Article, Case } from '../types.ts';
import type { Scene } from './guide.ts';

const PLAN_HEADER = ['序号', '抽查任务名称', '抽查事项', '检查对象', '抽查比例', '检查时间', '检查方式'];
const planRows = ({ random }: Scene): string[][] =>
  Array.from({ length: random.int(1, 5) }, (_, i) => [
    String(i + 1),
    `第${i + 1}批任务`,
    '经营行为检查',
    '辖区企业',
    `${random.int(3, 30)}%`,
    `${random.int(3, 6)}-11月`,
    '现场检查',
  ]);

const before = (scene: Scene, year: number): CivilDate => {
  const wished = day(year, scene.random.int(1, 5), scene.random.int(3, 27));
  return wished >= scene.asOf ? day(year, 1, 2) : wished;
};

function plan(scene: Scene, year: number): Article {
  const { random, unit, place } = scene;
  const title = random.pick([
    `${unit.fullName}${year}年度“双随机、一公开”抽查工作计划`,
    `关于印发${unit.name}${year}年“双随机一公开”抽查计划的通知`,
    `${unit.name}${year}年随机抽查年度计划`,
    `${year}年${unit.name}双随机抽查计划表`,
    `${unit.fullName}${year}年度部门内部双随机抽查计划`,
    `${unit.name}关于公布${year}年度随机抽查工作计划的公告`,
    `${year}年度“双随机、一公开”抽查任务计划（${unit.name}）`,
  ]);
  const base = { title, date: before(scene, year), block: random.chance(2) ? 'plain' : 'none' } as const;
  const file: FileDraft = {
    name: `${year}年抽查计划表.xlsx`,
    type: 'xlsx',
    title,
    paragraphs: [],
    grids: [{ caption: title, header: PLAN_HEADER, rows: planRows(scene) }],
  };
  switch (random.int(1, 4)) {
    case 1:
      return { ...base, html: hand(random)(['现将计划印发，请遵照执行。']), files: [file] };
    case 2: {
      const joint = `${place.district}${year}年度部门联合“双随机、一公开”监管抽查计划`;
      const rows = [
        ['序号', '牵头部门', '配合部门', '检查事项'],
        ['1', '市场监督管理局', unit.fullName, '校外培训机构检查'],
        ['2', unit.fullName, '公安局', '重点场所检查'],
      ];
      return { ...base, title: joint, html: grid({ rows, caption: joint }, random) };
    }
    case 3:
      return {
        ...base,
        title: `关于做好${year}年“双随机、一公开”监管工作的通知`,
        html: hand(random)(['请对照附件计划抓好落实。']),
        files: [{ ...file, name: `${unit.name}${year}年度随机抽查计划.xlsx` }],
      };
    default:
      return {
        ...base,
        html:
          hand(random)([`为落实“双随机、一公开”监管要求，制定${year}年计划如下。`]) +
          grid({ rows: [PLAN_HEADER, ...planRows(scene)] }, random),
      };
  }
}

function results(scene: Scene, year: number): Article {
  const { random, unit } = scene;
  const title = random.pick([
    `${unit.fullName}${year}年度“双随机、一公开”抽查情况及查处结果公示`,
    `${unit.name}${year}年双随机抽查结果公告`,
    `${year}年度${unit.name}随机抽查结果公示`,
    `${unit.name}${year}年“双随机、一公开”监管工作总结`,
    `关于${year}年度双随机抽查检查结果的公示（${unit.name}）`,
    `${unit.name}${year}年度双随机抽查情况汇总`,
    `${unit.fullName}关于${year}年“双随机”抽查检查情况的通报`,
  ]);
  const wished = day(year + 1, 1, random.int(5, 28));
  const base = {
    title,
    date: wished < scene.asOf ? wished : day(year, 12, 20),
    block: random.chance(2) ? 'plain' : 'none',
  } as const;
  const rows = [
    ['序号', '检查对象', '检查结果', '处理情况'],
    ['1', '甲商行', '正常', '—'],
    ['2', '乙经营部', '未按规定公示', '责令改正'],
  ];
  const prose = `${year}年共开展抽查${random.int(2, 9)}批次，检查市场主体${random.int(9, 90)}户，抽查结果：发现问题${random.int(0, 6)}户，均已督促整改，查处结果已归集公示。`;
  const file: FileDraft = {
    name: `${year}年抽查结果.xlsx`,
    type: 'xlsx',
    title,
    paragraphs: [],
    grids: [{ caption: title, header: rows[0] ?? [], rows: rows.slice(1) }],
  };
  return random.pick([
    { ...base, html: hand(random)([prose]) },
    { ...base, html: hand(random)([prose]) + grid({ rows, caption: `${year}年抽查结果汇总表` }, random) },
    { ...base, html: hand(random)(['结果详见附件。']), files: [file] },
  ]);
}

const items = (scene: Scene): Article => ({
  title: `${scene.unit.name}随机抽查事项清单`,
  date: day(yearOf(scene.asOf) - 2, 6, 8),
  block: 'plain',
  html: grid(
    {
      rows: [
        ['序号', '抽查事项', '检查对象', '抽查依据', '检查方式'],
        ['1', '经营资质', '企业', '有关条例', '实地'],
      ],
    },
    scene.random,
  ),
});

/** Plans are charged from July, results from April. */
export function doubleRandomCase(scene: Scene): Case | null {
  const { random, asOf, unit } = scene;
  if (!unit.enforcement) return null;
  const year = yearOf(asOf);
  const day2 = asOf.slice(5);
  const column = (articles: readonly Article[]) => [
    { topic: 'double-random' as const, name: random.pick(['双随机、一公开', '双随机抽查']), articles },
  ];
  const base = { check: 'double-random' };
  const old = [plan(scene, year - 1), results(scene, year - 2), items(scene)];
  switch (random.int(1, 6)) {
    case 1:
    case 2: {
      const isDue = day2 >= '07-01';
      return {
        ...base,
        state: isDue ? 'fault' : 'decoy',
        how: 'no plan',
        faults: isDue ? ['double-random/no-plan'] : [],
        columns: column([results(scene, year - 1), ...old]),
      };
    }
    case 3: {
      const isDue = day2 >= '04-01';
      return {
        ...base,
        state: isDue ? 'fault' : 'decoy',
        how: 'no results',
        faults: isDue ? ['double-random/no-results'] : [],
        columns: column([plan(scene, year), ...old]),
      };
    }
    case 4: {
      const faults = [
        ...(day2 >= '07-01' ? ['double-random/no-plan'] : []),
        ...(day2 >= '04-01' ? ['double-random/no-results'] : []),
      ];
      return {
        ...base,
        state: faults.length > 0 ? 'fault' : 'decoy',
        how: 'neither',
        faults,
        columns: column(random.chance(2) ? old : [items(scene)]),
      };
    }
    default:
      return {
        ...base,
        state: 'decoy',
        how: 'in other words and files',
        faults: [],
        columns: column([plan(scene, year), results(scene, year - 1), ...old]),
      };
  }
}
