import { allColumns } from './site/layout.ts';

export interface Manners {
  readonly inFlight: number;
  readonly minDelayMs: number;
}

/** The addresses that every peer begins with: the first list page of each column. */
export const startUrls = (origin: string): string[] =>
  allColumns().flatMap(({ paths }) => paths.map((path) => `${origin}${path}`));

/** A targets.yaml for the measured site: all its units and columns, at any hour, without a browser. */
export function targetsYaml(origin: string, { inFlight, minDelayMs }: Manners): string {
  const units = allColumns().map(({ unit, paths }) => {
    const columns = paths.map((path) => `      - { topic: other, name: 栏目, url: ${path} }`);
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
