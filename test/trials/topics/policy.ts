import type { FileDraft } from '../../../demo/types.ts';
import type { CivilDate } from '../../../src/model/civil-date.ts';
import type { MetadataField } from '../../../src/model/document.ts';
import { day, later, spoken, yearOf } from '../days.ts';
import { hand, right } from '../html.ts';
import type { Article, Case } from '../types.ts';
import type { Scene } from './guide.ts';

const MATTERS = [
  '做好农村饮水工程运行管护',
  '进一步规范公共停车场收费公示',
  '加强学校周边食品摊点整治',
  '推进老旧小区加装电梯',
  '开展危险路段隐患排查',
  '优化营商环境有关工作',
  '完善村级议事协商',
] as const;
const FORMS = ['通知', '实施意见', '工作方案', '管理办法', '实施细则', '暂行规定'] as const;
const THEMES = [
  '综合政务',
  '城乡建设、环境保护',
  '农业、林业、水利',
  '卫生、体育',
  '公安、安全、司法',
  '其他',
] as const;

const signOf = ({ place, unit }: Scene): string =>
  place.sign +
  (unit.kind === 'department'
    ? (/[司卫水交市文农住教应人城统机]/.exec(unit.fullName.slice(place.district.length))?.[0] ?? '办')
    : unit.name.slice(0, 1));

const download = (title: string): FileDraft => ({
  name: `${title}.docx`,
  type: 'docx',
  title,
  paragraphs: ['各有关单位：', '现将有关事项通知如下。'],
  grids: [],
});

/** One policy document of the unit's own, in full layout. */
export function policy(scene: Scene, date: CivilDate, more: Partial<Article> = {}): Article {
  const { random, unit } = scene;
  const matter = random.pick(MATTERS);
  const form = random.pick(FORMS);
  const title = random.pick([
    `关于印发《${matter}${form}》的通知`,
    `${unit.fullName}关于${matter}的${random.pick(['通知', '意见'])}`,
    `${matter}${form}`,
  ]);
  const number = `${signOf(scene)}${random.pick(['发', '字', '函', '规'])}〔${yearOf(date)}〕${random.int(1, 88)}号`;
  const written = later(date, -random.int(0, 9));
  return {
    ...{ title: `${title}`, date, block: 'policy' },
    fields: {
      number,
      writtenOn: written,
      publishedOn: date,
      theme: random.pick(THEMES),
      validity: random.pick(['有效', '现行有效', '继续有效', '是']),
    },
    html: `${hand(random)(['机关各科室、下属各单位：', `根据上级部署，现就${matter}事项明确如下。`, '一、提高认识，压实责任。各单位主要负责人要亲自过问。', '二、突出重点，逐项落实。', '三、强化督导，确保成效。'])}${right([unit.fullName, spoken(written)])}`,
    files: [download(title)],
    ...more,
  };
}

const REQUIRED = [
  'number',
  'index',
  'writtenOn',
  'theme',
  'validity',
  'issuer',
] as const satisfies readonly MetadataField[];

/** A document that is not the unit's own work, or none at all, in the old layout without complaint. */
function decoys(scene: Scene, date: CivilDate): readonly (readonly [how: string, article: Article])[] {
  const { random, place, unit } = scene;
  const text = hand(random)(['各县（市、区）人民政府：', '现将文件印发给你们，请结合实际认真贯彻执行。']);
  const old = { date, block: 'plain', html: text, files: [] } as const;
  const mark = { 安徽省: '皖', 湖南省: '湘', 山东省: '鲁', 江苏省: '苏', 四川省: '川' }[place.province] ?? '鲁';
  return [
    [
      'state council again',
      {
        ...old,
        title: `国务院办公厅关于${random.pick(MATTERS)}的意见`,
        fields: { number: `国办发〔${yearOf(date)}〕${random.int(1, 40)}号`, issuer: '国务院办公厅' },
      },
    ],
    [
      'province again',
      {
        ...old,
        title: `${place.province}人民政府关于${random.pick(MATTERS)}的通知`,
        fields: { number: `${mark}政发〔${yearOf(date)}〕${random.int(1, 40)}号`, issuer: `${place.province}人民政府` },
      },
    ],
    [
      'province by number alone',
      {
        ...old,
        title: `关于转发${random.pick(MATTERS)}实施方案的通知`,
        fields: { number: `${mark}政办字〔${yearOf(date)}〕${random.int(1, 40)}号` },
      },
    ],
    [
      'ministry again',
      {
        ...old,
        title: `财政部 国家税务总局关于${random.pick(MATTERS)}的通知`,
        fields: { number: `财税〔${yearOf(date)}〕${random.int(1, 40)}号`, issuer: '财政部' },
      },
    ],
    [
      'city again',
      {
        ...old,
        title: `${place.city}人民政府办公室关于印发${random.pick(MATTERS)}方案的通知`,
        fields: {
          number: `${place.city.slice(0, 1)}政办发〔${yearOf(date)}〕${random.int(1, 40)}号`,
          issuer: `${place.city}人民政府办公室`,
        },
      },
    ],
    ['of long ago', { ...policy(scene, day(random.int(2009, 2015), random.int(1, 12), 9)), block: 'plain', files: [] }],
    ['news', { ...old, title: `${unit.name}召开${random.pick(MATTERS)}推进会` }],
    ['without number, and says so', policyNoNumber(scene, date)],
    ['labels with a time', timed(scene, date)],
    [
      'index spoilt',
      { ...policy(scene, date), fields: { ...policy(scene, date).fields, index: `${unit.code}/${yearOf(date)}-None` } },
    ],
  ];
}

function policyNoNumber(scene: Scene, date: CivilDate): Article {
  const made = policy(scene, date);
  return { ...made, fields: { ...made.fields, number: scene.random.pick(['无文号', '无']) } };
}
function timed(scene: Scene, date: CivilDate): Article {
  const made = policy(scene, date);
  return { ...made, fields: { ...made.fields, writtenOn: spoken(date), publishedOn: `${date} 08:41:02` } };
}

/** Policy documents: one fault is enough. */
export function policyCase(scene: Scene): Case {
  const { random, asOf } = scene;
  const count = random.int(2, 5);
  const dates = Array.from({ length: count }, (_, i) => later(asOf, -30 - i * random.int(20, 70)));
  const own = dates.map((date) => policy(scene, date));
  const name = random.pick(['政策文件', '部门文件', '本机关文件', '文件']);
  const column = (articles: readonly Article[]) => [
    { topic: 'policy-docs' as const, name, articles: unique(articles) },
  ];
  const roll = random.int(1, 10);
  const date = later(asOf, -random.int(20, 300));
  if (roll <= 3) {
    const field = random.pick(REQUIRED);
    const made = policy(scene, date);
    const way = random.pick(['blank', 'without', 'old'] as const);
    if (way === 'old')
      return {
        check: 'policy-format',
        state: 'fault',
        how: 'old layout',
        faults: ['policy-format/unformatted'],
        columns: column([{ ...made, block: 'plain' }, ...own]),
      };
    const spoilt = way === 'blank' ? { ...made, blank: [field] } : { ...made, without: [field] };
    return {
      check: 'policy-format',
      state: 'fault',
      how: `${field} ${way}`,
      faults: ['policy-format/unformatted'],
      columns: column([spoilt, ...own]),
    };
  }
  if (roll <= 8) {
    const [how, article] = random.pick(decoys(scene, date) as readonly [readonly [string, Article]]);
    return { check: 'policy-format', state: 'decoy', how, faults: [], columns: column([article, ...own]) };
  }
  return { check: 'policy-format', state: 'order', how: 'all formatted', faults: [], columns: column(own) };
}

/** Titles name pages; two of one name would be one page. */
const unique = (articles: readonly Article[]): Article[] =>
  articles.filter(({ title }, i) => articles.findIndex((one) => one.title === title) === i);
