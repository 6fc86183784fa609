import { stringify } from 'yaml';
import type { Topic } from '../src/model/topic.ts';
import { HOST } from './server.ts';
import type { DemoColumn, DemoSite, District } from './types.ts';

function columnRow(column: DemoColumn) {
  const { topic, name, path, every, due, key, advise } = column;
  return {
    topic,
    name,
    url: path,
    ...(every && due ? { every, due } : {}),
    ...(key ? { key } : {}),
    ...(advise ? { advise } : {}),
  };
}

function unitRow({ unit, columns }: DemoSite) {
  const { id, name, fullName, aliases, kind, home, enforcement } = unit;
  return { id, name, fullName, aliases, kind, home, enforcement, columns: columns.map(columnRow) };
}

/** The order in which the district's own lists name the units (the bulletin's third annex); it breaks ties in rankings. */
const OFFICIAL_ORDER = [
  ...['区发改局', '区教体局', '区科技局', '区工信局', '区民政局', '区司法局', '区财政局', '区人社局', '区自然资源局'],
  ...['区住建局', '区交通运输局', '区水利局', '区农业农村局', '区商务局', '区文旅局', '区卫健局', '区退役军人局'],
  ...['区应急管理局', '区审计局', '区行政审批服务局', '区市场监管局', '区综合行政执法局', '区统计局', '区信访局'],
  ...['区文物局', '临淄生态环境分局', '临淄医保分局', '临淄公安分局', '齐都镇', '金岭回族镇', '金山镇', '敬仲镇'],
  ...['朱台镇', '皇城镇', '凤凰镇', '辛店街道', '闻韶街道', '雪宫街道', '稷下街道', '齐陵街道'],
];
const officially = (one: DemoSite, other: DemoSite): number =>
  OFFICIAL_ORDER.indexOf(one.unit.name) - OFFICIAL_ORDER.indexOf(other.unit.name);

/** Path of the newest document of a unit's column whose title says what it is. */
function documentPath(district: District, unitName: string, topic: Topic, word: string): string {
  const site = district.sites.find(({ unit }) => unit.name === unitName);
  const documents = site?.columns.filter((column) => column.topic === topic).flatMap((column) => column.documents);
  const found = documents?.find(({ title }) => title.includes(word));
  if (!found) throw new Error(`${unitName}: no document ${word}`);
  return found.path;
}

/** A complete targets.yaml (contract section 4) for the district as served on this port. */
export function targetsYaml(district: District, port: number): string {
  const origin = `http://${HOST}:${port}`;
  return stringify(
    {
      version: 1,
      district: '临淄区',
      timeZone: 'Asia/Shanghai',
      rulebook: 'linzi-2023',
      site: { home: `${origin}/gongkai/`, cms: 'gongkai', hosts: [HOST] },
      crawl: {
        contact: 'audit@demo.example.cn',
        perHost: { inFlight: 16, minDelayMs: 0, maxDelayMs: 30_000 },
        render: 'auto',
        resolve: { [HOST]: `127.0.0.1:${port}` },
      },
      models: {
        'enforcement-staff': origin + documentPath(district, '区司法局', 'enforcement', '资格清单'),
        'double-random-plan': origin + documentPath(district, '区市场监管局', 'double-random', '抽查工作计划'),
      },
      units: district.sites.toSorted(officially).map(unitRow),
    },
    { lineWidth: 0 },
  );
}
