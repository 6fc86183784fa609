import type { CivilDate } from '../../../src/model/civil-date.ts';
import type { PersonnelRow } from '../../../src/model/register.ts';
import { later, spoken } from '../days.ts';
import { grid, hand } from '../html.ts';
import { people } from '../names.ts';
import type { Article, Case, TrialColumn } from '../types.ts';
import type { Scene } from './guide.ts';

interface Leader {
  readonly name: string;
  readonly post: string;
  readonly duties: string;
}

const DEPUTY: Readonly<Record<string, readonly [string, string, string]>> = {
  department: ['副局长', '党组成员、副局长', '四级调研员'],
  town: ['党委副书记', '副镇长', '人大主席'],
  subdistrict: ['党工委副书记', '副主任', '武装部长'],
  enterprise: ['党委书记', '副院长', '工会主席'],
};
const DUTIES = [
  '分管办公室、财务工作',
  '分管安全生产、信访稳定',
  '协助抓党建，分管执法大队',
  '联系下属事业单位',
] as const;

function leadersOf({ unit, random }: Scene): Leader[] {
  const [head, first, second, third] = people(random, 4);
  const [a, b, c] = DEPUTY[unit.kind] ?? ['副局长', '副局长', '调研员'];
  const deputy =
    unit.head === '主任' && unit.kind === 'department'
      ? [a, b].map((post) => post.replace('副局长', '副主任'))
      : [a, b];
  return [
    { name: head ?? '', post: unit.head, duties: '主持全面工作' },
    { name: first ?? '', post: deputy[0] ?? a, duties: DUTIES[0] },
    { name: second ?? '', post: deputy[1] ?? b, duties: DUTIES[1] },
    { name: third ?? '', post: c, duties: DUTIES[2] },
  ];
}

/** Longer names of the same post, as the other page prints them. */
const inFull = ({ unit }: Scene, { post }: Leader): string => {
  if (post !== unit.head) return post;
  return unit.kind === 'department' ? `党组书记、${post}` : unit.kind === 'town' ? `党委副书记、${post}` : post;
};

type Page = (scene: Scene, leaders: readonly Leader[], full: boolean) => string;
const spacedName = (name: string): string => (name.length === 2 ? `${name[0]}　${name[1]}` : name);
const PAGES: readonly [Page, ...Page[]] = [
  (scene, leaders, full) =>
    grid(
      {
        rows: [
          ['姓名', '职务', '分管工作'],
          ...leaders.map((one) => [spacedName(one.name), full ? inFull(scene, one) : one.post, one.duties]),
        ],
      },
      scene.random,
    ),
  (scene, leaders, full) =>
    grid(
      {
        rows: [
          ['序号', '职务', '姓名', '工作分工'],
          ...leaders.map((one, i) => [String(i + 1), full ? inFull(scene, one) : one.post, one.name, one.duties]),
        ],
      },
      scene.random,
    ),
  (scene, leaders, full) =>
    hand(scene.random)(
      leaders.flatMap((one) => [
        `姓名：${one.name}`,
        `职务：${full ? inFull(scene, one) : one.post}`,
        `工作分工：${one.duties}`,
      ]),
    ),
  (scene, leaders, full) =>
    hand(scene.random)(leaders.map((one) => `${one.name}　${full ? inFull(scene, one) : one.post}　${one.duties}。`)),
  (scene, leaders, full) =>
    hand(scene.random)(leaders.map((one) => `${full ? inFull(scene, one) : one.post}：${one.name}　　${one.duties}`)),
];

const leadership = (
  scene: Scene,
  leaders: readonly Leader[],
  date: CivilDate,
  more: Partial<Article> = {},
): Article => ({
  title: scene.random.pick([`${scene.unit.name}领导班子成员及分工`, `${scene.unit.fullName}领导信息`, '领导分工']),
  date,
  block: scene.random.chance(2) ? 'plain' : 'none',
  html: scene.random.pick(PAGES)(scene, leaders, scene.random.chance(2)),
  ...more,
});

const organisation = (scene: Scene, leaders: readonly Leader[], date: CivilDate): Article => ({
  title: scene.random.pick([
    `${scene.unit.fullName}机构职能`,
    `${scene.unit.name}工作部门职能配置及内设机构`,
    `${scene.unit.name}单位概况`,
  ]),
  date,
  block: 'none',
  html: [
    hand(scene.random)([
      '一、主要职责',
      `${scene.unit.self}贯彻执行党和国家的方针政策，负责本辖区、本行业的相关工作。`,
      '二、负责人',
    ]),
    scene.random.pick(PAGES)(scene, leaders, scene.random.chance(2)),
    hand(scene.random)([
      '三、内设机构',
      '办公室：负责文电、机要、档案。',
      '业务股：负责日常业务。',
      `四、联系方式　地址：${scene.unit.address}　电话：${scene.unit.phone}`,
    ]),
  ].join('\n'),
});

const columns = (first: readonly Article[], second: readonly Article[]): TrialColumn[] => [
  { topic: 'leadership', name: '领导分工', articles: first },
  { topic: 'org-functions', name: '机构职能', articles: second },
];

/** Leaders on two pages, and what the register or a notice knows of a change. */
export function leadershipCase(scene: Scene): Case {
  const { random, asOf, unit, place } = scene;
  const now = leadersOf(scene);
  const at = random.int(0, 2);
  const fresh = now[at] as Leader;
  const [left = ''] = people(random, 9).filter((name) => !now.some((one) => one.name === name));
  const before = now.map((one, i) => (i === at ? { ...one, name: left } : one));
  const old = later(asOf, -random.int(200, 700));
  const row = (name: string, post: string, from: CivilDate | null, until: CivilDate | null): PersonnelRow => ({
    unit: unit.id,
    name,
    post,
    duties: '',
    from,
    until,
  });
  const changed = (on: CivilDate): PersonnelRow[] => [
    ...now.filter((one) => one !== fresh).map((one) => row(one.name, one.post, later(old, -300), null)),
    row(left, fresh.post, later(old, -900), on),
    row(fresh.name, fresh.post, on, null),
  ];
  const longAgo = later(asOf, -random.int(70, 150));
  const recent = later(asOf, -random.int(1, 20));
  const base = { check: 'leadership', faults: [] as string[] };
  const known = { registers: { personnel: now.map((one) => row(one.name, one.post, later(old, -300), null)) } };
  switch (random.int(1, 12)) {
    case 1:
      return {
        ...base,
        state: 'order',
        how: 'no change',
        ...known,
        columns: columns([leadership(scene, now, old)], [organisation(scene, now, old)]),
      };
    case 2:
      return {
        ...base,
        state: 'decoy',
        how: 'changed some days ago',
        registers: { personnel: changed(recent) },
        columns: columns([leadership(scene, before, old)], [organisation(scene, before, old)]),
      };
    case 3:
      return {
        ...base,
        state: 'decoy',
        how: 'changed in place, dates old',
        registers: { personnel: changed(longAgo) },
        columns: columns([leadership(scene, now, old)], [organisation(scene, now, old)]),
      };
    case 4: {
      const each = now.map(
        (one): Article => ({
          title: random.pick([one.name, `${one.post}　${one.name}`]),
          date: old,
          block: 'none',
          html: hand(random)([`${one.name}，现任${unit.fullName}${one.post}。`, `工作分工：${one.duties}。`]),
        }),
      );
      return {
        ...base,
        state: 'decoy',
        how: 'a page for each',
        registers: { personnel: changed(longAgo) },
        columns: columns(each, [organisation(scene, now, old)]),
      };
    }
    case 5: {
      const html = `${hand(random)([`${spoken(longAgo)}，${left}同志因工作调动，不再担任${fresh.post}职务，其工作由${fresh.name}同志负责。`])}${random.pick(PAGES)(scene, now, false)}`;
      return {
        ...base,
        state: 'decoy',
        how: 'the one who left is still named',
        registers: { personnel: changed(longAgo) },
        columns: columns([leadership(scene, now, longAgo, { html })], [organisation(scene, now, longAgo)]),
      };
    }
    case 6: {
      const notice: Article = {
        title: `${place.district}人民政府关于${fresh.name}等同志职务任免的通知`,
        date: later(old, -60),
        block: 'plain',
        html: hand(random)([
          `任命：${fresh.name}为${unit.fullName}${fresh.post}。`,
          `免去：${left}的${unit.fullName}${fresh.post}职务。`,
        ]),
      };
      return {
        ...base,
        state: 'decoy',
        how: 'appointed before the pages',
        columns: [
          ...columns([leadership(scene, now, old)], [organisation(scene, now, old)]),
          { topic: 'personnel', name: '人事任免', articles: [notice] },
        ],
      };
    }
    case 12: {
      const head: Article = {
        ...organisation(scene, now, old),
        html: hand(random)([
          '一、机构职能',
          '负责本领域工作。',
          `二、负责人：${now[0]?.name}`,
          '三、内设机构',
          '综合股。',
        ]),
      };
      return {
        ...base,
        state: 'decoy',
        how: 'the head alone on the other page',
        ...known,
        columns: columns([leadership(scene, now, old)], [head]),
      };
    }
    case 7: {
      const reversed = [...now].reverse();
      return {
        ...base,
        state: 'decoy',
        how: 'another order, others beside',
        ...known,
        columns: columns([leadership(scene, now, old)], [organisation(scene, reversed, old)]),
      };
    }
    case 8:
    case 9:
      return {
        ...base,
        state: 'fault',
        how: `stale by the register: ${fresh.post}`,
        faults: ['leadership/stale'],
        registers: { personnel: changed(longAgo) },
        columns: columns([leadership(scene, before, old)], [organisation(scene, before, old)]),
      };
    case 10:
      return {
        ...base,
        state: 'fault',
        how: `two names for ${fresh.post}`,
        faults: ['leadership/mismatch'],
        columns: columns([leadership(scene, now, old)], [organisation(scene, before, old)]),
      };
    default: {
      const posted: Article = {
        title: random.pick([`关于调整${unit.name}领导班子成员工作分工的通知`, `${unit.name}关于领导分工调整的公告`]),
        date: longAgo,
        block: 'plain',
        html: hand(random)(['经研究，对班子成员分工作如下调整：']) + random.pick(PAGES)(scene, now, false),
      };
      return {
        ...base,
        state: 'fault',
        how: 'posted beside',
        faults: ['leadership/misplaced'],
        registers: { personnel: changed(later(longAgo, -3)) },
        columns: columns([posted, leadership(scene, before, later(longAgo, -200))], [organisation(scene, before, old)]),
      };
    }
  }
}
