import type { Topic } from '../src/model/topic.ts';
import { allColumns } from './site/layout.ts';

export interface Manners {
  readonly inFlight: number;
  readonly minDelayMs: number;
}

/** The addresses that every peer begins with: the first list page of each column. */
export const startUrls = (origin: string): string[] =>
  allColumns().flatMap(({ paths }) => paths.map((path) => `${origin}${path}`));

export interface BenchColumn {
  readonly path: string;
  readonly topic: Topic;
}

/** A targets.yaml for the measured site: all its units and columns, at any hour, without a browser. */
export const targetsYaml = (origin: string, manners: Manners): string =>
  planYaml(
    origin,
    manners,
    allColumns().map(({ paths }) => paths.map((path) => ({ path, topic: 'other' }))),
  );

/** The same with units of the columns given. */
export function planYaml(
  origin: string,
  { inFlight, minDelayMs }: Manners,
  columnsOfUnits: readonly (readonly BenchColumn[])[],
): string {
  const units = columnsOfUnits.map((own, unit) => {
    const columns = own.map(({ path, topic }, i) => `      - { topic: ${topic}, name: 第${i + 1}栏目, url: ${path} }`);
    const id = `  - id: bench${unit + 1}\n    name: 第${unit + 1}局\n    fullName: 测速区第${unit + 1}局`;
    return `${id}\n    kind: department\n    home: /\n    columns:\n${columns.join('\n')}`;
  });
  return `version: 1
district: 测速区
timeZone: Asia/Shanghai
rulebook: linzi-2023
site:
  home: ${origin}/
  hosts: [${new URL(origin).hostname}]
crawl:
  contact: bench@example.com
  perHost: { inFlight: ${inFlight}, minDelayMs: ${minDelayMs}, maxDelayMs: ${Math.max(1000, minDelayMs)} }
  render: never
units:
${units.join('\n')}
`;
}
