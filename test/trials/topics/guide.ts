import type { Random } from '../../../demo/random.ts';
import type { FileDraft } from '../../../demo/types.ts';
import type { CivilDate } from '../../../src/model/civil-date.ts';
import { day, daysFrom, inHan, later, spoken, yearOf } from '../days.ts';
import { type Hand, hand } from '../html.ts';
import type { Article, Case, Place, TrialColumn, TrialUnit } from '../types.ts';

export interface Scene {
  readonly random: Random;
  readonly place: Place;
  readonly unit: TrialUnit;
  readonly asOf: CivilDate;
  /** First and last day of the quarter that is assessed. */
  readonly quarter: readonly [CivilDate, CivilDate];
}

/** A day of so many days ago at most, in the year of as-of. */
const thisYear = ({ random, asOf }: Scene): CivilDate => {
  const span = daysFrom(`${yearOf(asOf)}-01-01`, asOf);
  return later(asOf, -random.int(0, Math.max(0, span - 4)));
};
const lastYear = ({ random, asOf }: Scene): CivilDate => day(yearOf(asOf) - 1, random.int(1, 12), random.int(1, 28));

const lines = ({ unit, place, random }: Scene, last: readonly string[]): string[] => [
  random.pick([
    `为了更好地提供政府信息公开服务，方便公众查询和获取${unit.name}信息，根据《中华人民共和国政府信息公开条例》，特编写《${unit.fullName}政府信息公开指南》。需要获得${unit.self}政府信息公开服务的，建议阅读本《指南》。`,
    `${unit.fullName}依据国务院第711号令编制《政府信息公开指南》，供公民、法人或其他组织查阅。`,
  ]),
  random.pick(['一、主动公开', '一、公开的内容和范围', '第一部分　公开内容']),
  `${unit.self}公开的信息按照机构概况、规划计划、业务文件、财政资金、重点领域等大类编排，每一条都标有索引码，可以在${place.district}人民政府门户网站按目录查询。`,
  random.pick([
    '公开方式：网站、公示栏、微信公众号。',
    '公众可以通过政府网站、便民服务大厅查阅点、宣传栏等途径得到上述信息。',
  ]),
  random.pick(['二、依申请公开', '二、申请公开的办理']),
  '除主动公开的以外，可以向受理机构申请获取。申请人填写申请表，可当面递交，也可以信函、电子邮件发送。受理机构自收到之日起20个工作日内作出答复，经批准可延长不超过20个工作日。',
  random.pick(['三、受理机构', '三、政府信息公开工作机构']),
  `受理机构：${unit.fullName}办公室`,
  `地址：${unit.address}　邮编：${place.areaCode.slice(1)}00`,
  '受理时间：法定工作日上午8:30至12:00，下午14:00至17:30',
  `电话：${unit.phone}　传真：${unit.phone}　电子信箱：${unit.email}`,
  random.pick(['四、权利救济', '四、监督方式']),
  '申请人对答复不服的，可以在收到答复之日起60日内申请行政复议，也可以在6个月内向人民法院起诉。',
  ...last,
];

const article = (
  scene: Scene,
  date: CivilDate,
  more: Partial<Article> = {},
  last: readonly string[] = [],
  write: Hand = hand(scene.random),
): Article => ({
  title: scene.random.pick([
    `${scene.unit.fullName}政府信息公开指南`,
    `${scene.unit.name}信息公开指南`,
    `${scene.unit.fullName}政务公开指南`,
    '政府信息公开指南',
    `${scene.unit.name}机构信息公开指南`,
    `${scene.unit.fullName}政府信息公开工作指南`,
  ]),
  date,
  block: scene.random.chance(2) ? 'plain' : 'none',
  html: write(lines(scene, last)),
  ...more,
});

const column = (scene: Scene, articles: readonly Article[], more: Partial<TrialColumn> = {}): TrialColumn => ({
  topic: 'guide',
  name: scene.random.pick(['信息公开指南', '政府信息公开指南', '公开指南']),
  articles,
  ...more,
});

const inFile = (scene: Scene, date: string, type: 'docx' | 'pdf' = scene.random.pick(['docx', 'pdf'])): FileDraft => ({
  name: `${scene.unit.name}政府信息公开指南.${type}`,
  type,
  title: `${scene.unit.fullName}政府信息公开指南`,
  paragraphs: [...lines(scene, []), `（${spoken(date)}修订）`],
  grids: [],
});
const form = (scene: Scene): FileDraft => ({
  ...{ name: `${scene.unit.name}政府信息公开申请表.docx`, type: 'docx', title: '申请表' },
  ...{ paragraphs: ['姓名', '单位', '联系人'], grids: [{ header: ['所需信息', '用途'], rows: [['', '']] }] },
});

type Make = (scene: Scene) => Omit<Case, 'check'>;
const order = (how: string, columns: readonly TrialColumn[], state: Case['state'] = 'order'): Omit<Case, 'check'> => ({
  state,
  how,
  columns,
  faults: [],
});

const IN_ORDER: readonly [Make, ...Make[]] = [
  (scene) => order('renewed this year', [column(scene, [article(scene, thisYear(scene))])]),
  (scene) => order('inline', [column(scene, [article(scene, thisYear(scene))], { inline: true })]),
  (scene) =>
    order('with archive', [
      column(scene, [
        article(scene, thisYear(scene)),
        article(scene, lastYear(scene), { listTitle: `${scene.unit.name}信息公开指南（旧版）` }),
      ]),
    ]),
];
const DECOYS: readonly [Make, ...Make[]] = [
  (scene) => {
    const on = thisYear(scene);
    const note = scene.random.pick([
      `（本指南更新于${spoken(on)}）`,
      `更新日期：${on}`,
      `${scene.unit.fullName}\n${inHan(on)}`,
      `最后修订时间：${spoken(on)}`,
    ]);
    return order(
      'updated in place, list date old',
      [column(scene, [article(scene, lastYear(scene), {}, note.split('\n'))])],
      'decoy',
    );
  },
  (scene) => {
    const on = thisYear(scene);
    return order(
      'two channels, one old',
      [column(scene, [article(scene, lastYear(scene))]), column(scene, [article(scene, on)])],
      'decoy',
    );
  },
  (scene) => {
    const on = thisYear(scene);
    const old = lastYear(scene);
    return order('list shows the renewal only', [column(scene, [article(scene, old, { listDate: on })])], 'decoy');
  },
  (scene) => {
    const html = hand(scene.random)([`${scene.unit.name}政府信息公开指南详见附件。`]);
    return order(
      'in a file, page old',
      [column(scene, [article(scene, lastYear(scene), { html, files: [inFile(scene, thisYear(scene))] })])],
      'decoy',
    );
  },
  (scene) => {
    const on = thisYear(scene);
    const old = article(scene, lastYear(scene), { block: 'plain', fields: { publishedOn: `${on} 09:13:17` } });
    return order(
      'metadata renewed, with a time',
      [column(scene, [{ ...old, date: on, listDate: later(on, -400) }])],
      'decoy',
    );
  },
  (scene) => {
    const on = thisYear(scene);
    const note = `本指南自${spoken(day(2020, 1, 1))}起施行，国务院令第711号自2019年5月15日起施行。编制日期：${on.replaceAll('-', '/')}`;
    return order('older dates in the text', [column(scene, [article(scene, on, { block: 'plain' }, [note])])], 'decoy');
  },
];
const STALE: readonly [Make, ...Make[]] = [
  (scene) => ({
    ...order('of last year', [column(scene, [article(scene, lastYear(scene))])]),
    faults: ['guide/stale'],
  }),
  (scene) => ({
    ...order('of the year before last, with a form', [
      column(scene, [article(scene, later(lastYear(scene), -365), { files: [form(scene)] })]),
    ]),
    faults: ['guide/stale'],
  }),
  (scene) => ({
    ...order('old, inline', [column(scene, [article(scene, lastYear(scene))], { inline: true })]),
    faults: ['guide/stale'],
  }),
  (scene) => ({
    ...order('two channels, both old', [
      column(scene, [article(scene, lastYear(scene))]),
      column(scene, [article(scene, later(lastYear(scene), -200))]),
    ]),
    faults: ['guide/stale'],
  }),
  (scene) => ({
    ...order('old text signed last year', [
      column(scene, [
        article(scene, lastYear(scene), { block: 'none' }, [scene.unit.fullName, spoken(lastYear(scene))]),
      ]),
    ]),
    faults: ['guide/stale'],
  }),
];
const MISSING: readonly [Make, ...Make[]] = [
  (scene) => ({ ...order('empty column', [column(scene, [])]), faults: ['guide/missing'] }),
  (scene) => {
    const report = `${scene.unit.fullName}${yearOf(scene.asOf) - 1}年政府信息公开工作年度报告`;
    const older = `${scene.unit.fullName}${yearOf(scene.asOf) - 2}年政府信息公开工作年度报告`;
    const html = hand(scene.random)(['现公布年度报告。', '一、总体情况', '全年公开信息若干条。']);
    const articles = [report, older].map(
      (title, i): Article => ({ title, date: day(yearOf(scene.asOf) - i, 1, 20), block: 'plain', html }),
    );
    return { ...order('only reports there', [column(scene, articles)]), faults: ['guide/missing'] };
  },
];

/** The guide: charged from 1 April. */
export function guideCase(scene: Scene): Case {
  const { random, asOf } = scene;
  const make =
    random.int(1, 10) <= 3
      ? random.pick(IN_ORDER)
      : random.int(1, 7) <= 4
        ? random.pick(DECOYS)
        : random.chance(4)
          ? random.pick(MISSING)
          : random.pick(STALE);
  const made = make(scene);
  const isCharged = asOf.slice(5) >= '04-01';
  const faults = isCharged ? made.faults : [];
  return {
    ...made,
    check: 'guide',
    faults,
    state: made.faults.length === 0 ? made.state : isCharged ? 'fault' : 'decoy',
  };
}
