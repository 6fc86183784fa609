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
      units: district.sites.map(unitRow),
    },
    { lineWidth: 0 },
  );
}
