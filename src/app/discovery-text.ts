import { stringify } from 'yaml';
import { DIFFERENCE_KINDS } from '../discover/differences.ts';
import { unitsFragment } from '../discover/fragment.ts';
import type { Discovery } from './discover-site.ts';

export interface DiscoveryTextOptions {
  /** Leaves out `confidence` and `why`, so that the fragment can be pasted as it is. */
  readonly plain: boolean;
}

/** The proposal as a fragment of targets.yaml; where there is no targets.yaml yet, with the parts that one begins with. */
export function discoveryYaml(discovery: Discovery, { plain }: DiscoveryTextOptions): string {
  const { pairs, start: address, home, hosts, district, differences } = discovery;
  const units = unitsFragment(pairs, { home, plain });
  const head = [
    `# 由 xunjian discover 读取 ${address} 生成，请逐项核对后使用。`,
    ...(plain
      ? []
      : ['# confidence 为把握程度（0 至 1），why 为理由，供核对用；使用前请删去这两项，或加 --plain 重新生成。']),
  ];
  const start = {
    version: 1,
    district: district || '请填写区县名称',
    rulebook: 'linzi-default',
    site: { home, cms: 'auto', hosts },
    crawl: { contact: 'audit@example.gov.cn' },
  };
  const body = stringify({ ...(differences === null ? start : {}), units }, { lineWidth: 0 });
  const remark =
    differences === null ? ['# crawl.contact 请改为巡检负责人的邮箱；rulebook 请改为本区县的考核办法。'] : [];
  return `${[...head, ...remark].join('\n')}\n${body}`;
}

/** The same as one JSON document, with the differences and what could not be read. */
export function discoveryJson(discovery: Discovery, { plain }: DiscoveryTextOptions): string {
  const { pairs, home, hosts, district, differences, unread, dead, outside } = discovery;
  const document = {
    schema: 'xunjian.discover/1',
    district,
    site: { home, hosts },
    units: unitsFragment(pairs, { home, plain }),
    differences,
    unread,
    deadLinks: dead,
    otherHosts: outside,
  };
  return JSON.stringify(document, null, 2);
}

const MOST_LINES = 20;

/** What the user should know beside the fragment, one line each. */
export function discoveryLines(discovery: Discovery): string[] {
  const { pairs, differences, unread, dead, outside, requests } = discovery;
  const columns = pairs.flatMap(({ proposed }) => proposed.columns);
  const unsure = columns.filter(({ confidence }) => confidence < UNSURE).length;
  return [
    `共读取${requests}个网页，识别出${pairs.length}个单位、${columns.length}个栏目，其中${unsure}个栏目的主题把握不大，请重点核对。`,
    ...(differences === null ? [] : differenceLines(differences)),
    ...some(
      '未能读取',
      unread.map(({ url, why }) => `${url}：${why}`),
    ),
    ...some(
      '目录中的链接已失效，未列入',
      dead.map(({ unit, name, url }) => `${unit}“${name}”${url}`),
    ),
    ...some(
      '单位网站不在允许访问的主机内，未读取（如需读取，请加入 site.hosts 并用 --targets 指定）',
      outside.map(({ name, home }) => `${name} ${home ?? ''}`),
    ),
  ];
}

/** Below this a topic is called unsure. */
const UNSURE = 0.6;

function differenceLines(
  differences: readonly { readonly kind: keyof typeof DIFFERENCE_KINDS; readonly text: string }[],
): string[] {
  if (differences.length === 0) return ['与巡检对象文件一致。'];
  return [
    `与巡检对象文件相比有${differences.length}处不同：`,
    ...differences.map(({ kind, text }) => `  【${DIFFERENCE_KINDS[kind]}】${text}`),
  ];
}

function some(title: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  const more = lines.length > MOST_LINES ? [`  ……共${lines.length}处`] : [];
  return [`${title}：`, ...lines.slice(0, MOST_LINES).map((line) => `  ${line}`), ...more];
}
