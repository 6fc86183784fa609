import type { CivilDate } from '../../src/model/civil-date.ts';
import { paragraphs, table } from '../html.ts';
import { staffOf } from '../people.ts';
import { randomFor } from '../random.ts';
import { AS_OF } from '../schedule.ts';
import { blamed, everBlamed, mended } from '../state.ts';
import type { DemoUnit, Draft, Grid } from '../types.ts';

/** Duties, powers and posts, published in March or, where they are made up for, all on one day. */
function duties(unit: DemoUnit, madeUp?: CivilDate): Draft[] {
  const name = unit.name;
  return [
    {
      title: `${unit.fullName}行政执法职责`,
      date: madeUp ?? ('2023-03-15' as CivilDate),
      body: () =>
        paragraphs([
          `执法主体：${unit.fullName}。`,
          `执法职责：在临淄区范围内，依法对${name}主管领域的单位和个人遵守法律、法规、规章的情况实施监督检查，并对违法行为作出处理。`,
        ]),
    },
    {
      title: `${unit.fullName}行政执法权限`,
      date: madeUp ?? ('2023-03-15' as CivilDate),
      body: () =>
        table({
          caption: '行政执法权限',
          header: ['序号', '权限类别', '权限内容', '依据'],
          rows: [
            ['1', '行政检查', '进入现场检查，查阅复制有关资料', '《中华人民共和国行政处罚法》第五十四条'],
            ['2', '行政处罚', '警告、罚款、没收违法所得等法定种类', '《中华人民共和国行政处罚法》第九条'],
            ['3', '行政强制', '法律、行政法规规定的强制措施', '《中华人民共和国行政强制法》第九条'],
          ],
        }),
    },
    {
      title: `${unit.fullName}行政执法岗位信息`,
      date: madeUp ?? ('2023-03-16' as CivilDate),
      body: () =>
        table({
          caption: '行政执法岗位',
          header: ['序号', '岗位名称', '岗位职责', '所在科室'],
          rows: [
            ['1', '执法检查岗', '承担日常检查和随机抽查', '执法科'],
            ['2', '案件审核岗', '承担案件法制审核', '政策法规科'],
            ['3', '执行督办岗', '督促处罚决定履行', '执法科'],
          ],
        }),
    },
  ];
}

/** The list as the justice bureau publishes it. Certificate numbers are invented. */
function modelList(unit: DemoUnit, until: string): Grid {
  const random = randomFor(`staff ${unit.id}`);
  const start = random.int(1, 600);
  return {
    header: ['序号', '姓名', '单位', '执法证号', '执法区域', '有效期'],
    rows: staffOf(unit).map((name, i) => [
      String(i + 1),
      name,
      unit.fullName,
      `1503${String(50_000 + start + i * 3)}`,
      '临淄区',
      `至${until}`,
    ]),
  };
}

/** A list that names the staff by section and nothing of what the model asks for. */
const otherList = (unit: DemoUnit): Grid => ({
  header: ['科室', '执法人员名单', '人数'],
  rows: [
    ['执法科', staffOf(unit).slice(0, 5).join('、'), '5'],
    ['政策法规科', staffOf(unit).slice(5).join('、'), '3'],
  ],
});

function staffList(unit: DemoUnit): Draft {
  const stale = blamed(unit, 'enforcement-staff-stale');
  const grid = blamed(unit, 'enforcement-staff-layout')
    ? otherList(unit)
    : modelList(unit, stale ? '2022年10月31日' : `2026年${randomFor(unit.id).int(3, 12)}月1日`);
  const title = `${unit.fullName}行政执法人员资格清单`;
  const date = (
    everBlamed(unit, 'enforcement-staff-stale')
      ? '2020-12-10'
      : `2023-0${randomFor(`staff date ${unit.id}`).int(2, 6)}-14`
  ) as CivilDate;
  const inFile = ['区教体局', '区市场监管局', '区文物局'].includes(unit.name);
  const redone = mended(unit, 'enforcement-staff-layout') || mended(unit, 'enforcement-staff-stale');
  const base = { title, date, dateText: date, createdAfter: 0, ...(redone ? { revised: AS_OF } : {}) };
  if (!inFile) return { ...base, body: () => table(grid) };
  const file = { name: `${title}.docx`, type: 'docx' as const, title, paragraphs: [], grids: [grid] };
  return { ...base, files: [file], body: () => paragraphs(['清单见附件。']) };
}

/** The column 行政执法公示: duties, powers, posts, the staff list and the yearly figures. */
export function enforcementDrafts(unit: DemoUnit): Draft[] {
  const yearly = [2020, 2021, 2022].map((year): Draft => {
    const random = randomFor(`enforcement ${unit.id} ${year}`);
    const [day, inspections, penalties] = [random.int(10, 28), random.int(40, 400), random.int(0, 30)];
    return {
      title: `${unit.fullName}${year}年度行政执法总体情况`,
      date: `${year + 1}-01-${day}` as CivilDate,
      body: () =>
        table({
          header: ['项目', '数量'],
          rows: [
            ['行政检查（次）', String(inspections)],
            ['行政处罚（件）', String(penalties)],
            ['行政强制（件）', '0'],
          ],
        }),
    };
  });
  if (!everBlamed(unit, 'enforcement-duties')) return [...duties(unit), staffList(unit), ...yearly];
  return [staffList(unit), ...yearly, ...(unit.mended.has('enforcement-duties') ? duties(unit, AS_OF) : [])];
}
