import type { FileDraft } from '../../../demo/types.ts';
import type { CivilDate } from '../../../src/model/civil-date.ts';
import { later, yearOf } from '../days.ts';
import { grid, hand } from '../html.ts';
import { people } from '../names.ts';
import type { Article, Case, TrialColumn } from '../types.ts';
import type { Scene } from './guide.ts';

type Element = 'duties' | 'powers' | 'posts';

const text = (scene: Scene, which: Element): readonly string[] => {
  const { unit, random } = scene;
  if (which === 'duties')
    return random.pick([
      [`${unit.fullName}依法对本行政区域内相关行业实施监督管理，查处违法行为。`],
      ['（一）宣传和贯彻有关法律法规；', '（二）对管理相对人进行监督检查；', '（三）依法作出处理决定。'],
    ]);
  if (which === 'powers')
    return random.pick([
      ['行政检查权、行政处罚权、行政强制权。', '具体事项以权责清单为准，依据为《中华人民共和国行政处罚法》等。'],
      ['依照法律、法规、规章授权行使检查、处罚和强制措施。'],
    ]);
  return random.pick([
    ['执法大队：承担现场检查、调查取证。', '法制股：承担案件审核。'],
    ['一线执法岗：2人以上共同执法。', '审核岗：对处罚决定进行合法性审核。', '决定岗：负责审批。'],
  ]);
};
const NAMES: Readonly<Record<Element, readonly [string, ...string[]]>> = {
  duties: ['行政执法职责', '执法职责', '执法主体职责', '行政执法机关职责', '主要执法职责'],
  powers: ['行政执法权限', '执法权限', '执法机关权限', '行政执法职权', '执法主体权限'],
  posts: ['行政执法岗位', '执法岗位设置', '执法岗位信息', '行政执法岗位一览', '执法岗位及人员'],
};

/** How three things are laid out over pages: one each, one for all, one table. */
function published(scene: Scene, which: readonly Element[], date: CivilDate): Article[] {
  const { random, unit } = scene;
  const base = { date, block: random.chance(2) ? 'plain' : 'none' } as const;
  const way = random.int(1, 4);
  if (way === 1 || which.length < 2)
    return which.map(
      (one): Article => ({
        ...base,
        title: `${random.pick([unit.name, unit.fullName])}${random.pick(NAMES[one])}`,
        html: hand(random)(text(scene, one)),
      }),
    );
  if (way === 2) {
    const lines = which.flatMap((one, i) => [`${'一二三'[i]}、${random.pick(NAMES[one])}`, ...text(scene, one)]);
    return [{ ...base, title: `${unit.fullName}行政执法事前公示`, html: hand(random)(lines) }];
  }
  if (way === 3) {
    const rows = [['项目', '内容'], ...which.map((one) => [random.pick(NAMES[one]), text(scene, one).join('')])];
    return [{ ...base, title: `${unit.name}执法信息公示表`, html: grid({ rows }, random) }];
  }
  const files: FileDraft[] = which.map((one) => ({
    name: `${unit.name}${random.pick(NAMES[one])}.docx`,
    type: 'docx',
    title: random.pick(NAMES[one]),
    paragraphs: text(scene, one),
    grids: [],
  }));
  return [
    { ...base, title: `${unit.fullName}行政执法事前公开事项`, html: hand(random)(['具体内容请下载附件查看。']), files },
  ];
}

const HEADERS: readonly [readonly string[], ...(readonly string[])[]] = [
  ['序号', '姓名', '单位', '执法证号', '执法区域', '有效期'],
  ['序号', '执法人员姓名', '所属单位', '执法证件编号', '执法类别', '证件有效期限'],
  ['姓名', '性别', '工作单位', '执法证号码', '执法区域', '有效期至'],
  ['序号', '姓 名', '执法机关', '行政执法证编号', '执法类别', '有效期限'],
  ['序号', '姓名', '性别', '执法机构', '执法证件号', '执法种类', '证件有效期'],
  ['编号', '人员姓名', '工作单位', '证件号码', '执法领域', '有效期截止日期'],
  ['序号', '持证人姓名', '所在单位', '行政执法证件号码', '执法区域', '有效期'],
];
const WRONG: readonly [readonly string[], ...(readonly string[])[]] = [
  ['序号', '姓名', '科室', '职务', '联系电话'],
  ['科室', '持证人员', '人数'],
  ['姓名', '政治面貌', '学历', '备注'],
];

function staff(scene: Scene, header: readonly string[], date: CivilDate): Article {
  const { random, unit, asOf } = scene;
  const cellOf = (label: string, name: string, i: number): string => {
    if (/姓\s*名/.test(label)) return name;
    if (/序号|^编号/.test(label)) return String(i + 1);
    if (/性别/.test(label)) return '男';
    if (/号/.test(label)) return `34${random.int(100_000, 999_999)}0${i}`;
    if (/单位|机关|机构/.test(label)) return unit.fullName;
    if (/有效/.test(label)) return later(asOf, random.int(200, 900));
    if (/区域/.test(label)) return scene.place.district;
    if (/^持证人员/.test(label)) return `${name}等`;
    return random.pick(['综合', '执法股', '大专', '群众']);
  };
  const rows = people(random, random.int(3, 7)).map((name, i) => header.map((label) => cellOf(label, name, i)));
  const title = random.pick([
    `${unit.fullName}行政执法人员资格清单`,
    `${unit.name}执法人员名录`,
    `${unit.name}持证执法人员公示`,
    `${unit.fullName}行政执法人员信息表`,
  ]);
  const base = { title, date, block: random.chance(2) ? 'plain' : 'none' } as const;
  switch (random.int(1, 4)) {
    case 1: {
      const file: FileDraft = {
        name: `${title}.xlsx`,
        type: 'xlsx',
        title,
        paragraphs: [],
        grids: [{ caption: title, header, rows }],
      };
      return { ...base, html: hand(random)(['名单见附件。']), files: [file] };
    }
    case 2: {
      const file: FileDraft = {
        name: '附件1.docx',
        type: 'docx',
        title,
        paragraphs: ['（按姓氏笔画排序）'],
        grids: [{ header, rows }],
      };
      return { ...base, html: hand(random)(['现将本单位取得行政执法证件的人员予以公示。']), files: [file] };
    }
    case 3:
      return {
        ...base,
        html: hand(random)(['公示如下。']) + grid({ rows: [header, ...rows], caption: title }, random),
      };
    default:
      return { ...base, html: twoRows(header, rows) };
  }
}

/** A header of two rows: the person's columns below one cell. */
function twoRows(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const last = header.slice(-3);
  const first = header.slice(0, -3);
  const head = `<tr>${first.map((one) => `<td rowspan="2">${one}</td>`).join('')}<td colspan="3">证件信息</td></tr><tr>${last.map((one) => `<td>${one}</td>`).join('')}</tr>`;
  return `<table><tbody>${head}${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</tbody></table>`;
}

const ALL: readonly Element[] = ['duties', 'powers', 'posts'];

/** Duties, powers, posts and the list of staff; for units without the power nothing is owed. */
export function enforcementCase(scene: Scene): Case | null {
  const { random, asOf, unit } = scene;
  const date = later(asOf, -random.int(30, 150));
  const yearly: Article = {
    title: `${unit.fullName}${yearOf(asOf) - 1}年度行政执法数据公示`,
    date: later(asOf, -160),
    block: 'plain',
    html: grid(
      {
        rows: [
          ['类别', '件数'],
          ['行政检查', '120'],
          ['行政处罚', '4'],
        ],
      },
      random,
    ),
  };
  const column = (articles: readonly Article[]): TrialColumn[] => [
    { topic: 'enforcement', name: random.pick(['行政执法公示', '执法公示', '行政执法信息']), articles },
  ];
  const base = { check: 'enforcement', faults: [] as string[] };
  const good = staff(scene, random.pick(HEADERS), date);
  if (!unit.enforcement) {
    if (random.chance(2)) return null;
    return { ...base, state: 'decoy', how: 'no power, column for news', columns: column([yearly]) };
  }
  switch (random.int(1, 7)) {
    case 1:
    case 2: {
      const left = random.some(ALL, random.int(0, 2));
      return {
        ...base,
        state: 'fault',
        how: `of the three only ${left.join(' ')}`,
        faults: ['enforcement/no-duties'],
        columns: column([...published(scene, left, date), good, yearly]),
      };
    }
    case 3:
      return {
        ...base,
        state: 'fault',
        how: 'list of staff in another layout',
        faults: ['enforcement/staff-layout'],
        columns: column([...published(scene, ALL, date), staff(scene, random.pick(WRONG), date), yearly]),
      };
    case 4:
      return {
        ...base,
        state: 'fault',
        how: 'no list of staff',
        faults: ['enforcement/staff-layout'],
        columns: column([...published(scene, ALL, date), yearly]),
      };
    default:
      return {
        ...base,
        state: 'decoy',
        how: 'other words and files',
        columns: column([...published(scene, ALL, date), good, yearly]),
      };
  }
}
