import type { UnitKind } from '../src/model/plan.ts';
import { randomFor } from './random.ts';
import type { DemoUnit } from './types.ts';

type Row = readonly [id: string, name: string, fullName: string, enforcement: boolean, alias?: string];

const DEPARTMENTS: readonly Row[] = [
  ['lzqjyhtyj', '区教体局', '临淄区教育和体育局', true],
  ['lzqmzj', '区民政局', '临淄区民政局', true],
  ['lzqzrzyj', '区自然资源局', '临淄区自然资源局', true],
  ['lzqxzspfwj', '区行政审批服务局', '临淄区行政审批服务局', false],
  ['lzqyjglj', '区应急管理局', '临淄区应急管理局', true],
  ['lzqscjdglj', '区市场监管局', '临淄区市场监督管理局', true],
  ['lzqsthjfj', '临淄生态环境分局', '淄博市生态环境局临淄分局', true],
  ['lzqgafj', '临淄公安分局', '淄博市公安局临淄分局', true],
  ['lzqtyjrswj', '区退役军人局', '临淄区退役军人事务局', false, '区退役军人事务局'],
  ['lzqczj', '区财政局', '临淄区财政局', true],
  ['lzqjtysj', '区交通运输局', '临淄区交通运输局', true],
  ['lzqwsjkj', '区卫健局', '临淄区卫生健康局', true],
  ['lzqzhxzzfj', '区综合行政执法局', '临淄区综合行政执法局', true],
  ['lzqxfj', '区信访局', '临淄区信访局', false],
  ['lzqylbzfj', '临淄医保分局', '淄博市医疗保障局临淄分局', true, '临淄医疗保障分局'],
  ['lzqgyhxxhj', '区工信局', '临淄区工业和信息化局', true],
  ['lzqtjj', '区统计局', '临淄区统计局', true],
  ['lzqwwj', '区文物局', '临淄区文物局', true],
  ['lzqfzhggj', '区发改局', '临淄区发展和改革局', true],
  ['lzqrlzyhshbzj', '区人社局', '临淄区人力资源和社会保障局', true],
  ['lzqzfhcxjsj', '区住建局', '临淄区住房和城乡建设局', true],
  ['lzqnyncj', '区农业农村局', '临淄区农业农村局', true],
  ['lzqwhhlyj', '区文旅局', '临淄区文化和旅游局', true],
  ['lzqkxjsj', '区科技局', '临淄区科学技术局', true],
  ['lzqsfj', '区司法局', '临淄区司法局', true],
  ['lzqslj', '区水利局', '临淄区水利局', true],
  ['lzqsjj', '区审计局', '临淄区审计局', true],
  ['lzqswj', '区商务局', '临淄区商务局', true],
];
const TOWNS: readonly Row[] = [
  ['lzqjzzrmzf', '敬仲镇', '临淄区敬仲镇人民政府', false],
  ['lzqjlhzzrmzf', '金岭回族镇', '临淄区金岭回族镇人民政府', false],
  ['lzqjszrmzf', '金山镇', '临淄区金山镇人民政府', false],
  ['lzqhczrmzf', '皇城镇', '临淄区皇城镇人民政府', false],
  ['lzqqdzrmzf', '齐都镇', '临淄区齐都镇人民政府', false],
  ['lzqztzrmzf', '朱台镇', '临淄区朱台镇人民政府', false],
  ['lzqfhzrmzf', '凤凰镇', '临淄区凤凰镇人民政府', false],
];
const SUBDISTRICTS: readonly Row[] = [
  ['lzqjxjdbsc', '稷下街道', '临淄区人民政府稷下街道办事处', false],
  ['lzqqljdbsc', '齐陵街道', '临淄区人民政府齐陵街道办事处', false],
  ['lzqxdjdbsc', '辛店街道', '临淄区人民政府辛店街道办事处', false],
  ['lzqxgjdbsc', '雪宫街道', '临淄区人民政府雪宫街道办事处', false],
  ['lzqwsjdbsc', '闻韶街道', '临淄区人民政府闻韶街道办事处', false],
];

/** Units whose pages are encoded in GB18030, declared in the header or only in the page. */
const CHARSETS: Readonly<Record<string, DemoUnit['charset']>> = { lzqxfj: 'gb-header', lzqjszrmzf: 'gb-meta' };

const ROADS = ['稷门路', '桓公路', '牛山路', '晏婴路', '管仲路', '天齐路', '遄台路'] as const;

function unitOf(kind: UnitKind, [id, name, fullName, enforcement, alias]: Row, order: number): DemoUnit {
  const random = randomFor(`unit ${id}`);
  const house = 3 + order * 4;
  return {
    id,
    name,
    fullName,
    aliases: alias ? [alias] : [],
    kind,
    enforcement,
    home: `/gongkai/site_${id}/`,
    code: `11370305MB28${String(31_007 + order * 613).padStart(5, '0')}${'ABCDEFGHJKLMNPQRTUWXY'[order % 21]}`,
    channelPrefix: `5f9f6cdc1ebfe2f7fcddef${(0xb0 + order).toString(16)}`,
    phone: `0533-71${String(order + 1).padStart(5, '0')}`,
    address:
      kind === 'department' ? `淄博市临淄区${random.pick(ROADS)}${house}号` : `淄博市临淄区${name}政通街${house}号`,
    email: `${id}@demo.example.cn`,
    charset: CHARSETS[id] ?? 'utf-8',
    mended: new Set(),
  };
}

/** The 40 units that the bulletin scores. Phones, addresses and codes are invented. */
export const DEMO_UNITS: readonly DemoUnit[] = [
  ...DEPARTMENTS.map((row) => ['department', row] as const),
  ...TOWNS.map((row) => ['town', row] as const),
  ...SUBDISTRICTS.map((row) => ['subdistrict', row] as const),
].map(([kind, row], order) => unitOf(kind, row, order));
