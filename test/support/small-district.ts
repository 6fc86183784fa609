import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished, vi } from 'vitest';
import { articlePage, listPage, paragraphs } from '../../checks/test-pages.ts';
import { crawlDistrict } from '../../src/app/crawl-district.ts';
import type { ListedFinding } from '../../src/app/list-findings.ts';
import type { Audit } from '../../src/model/audit.ts';
import { serveOnLoopback } from './loopback.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { type Run, xunjian } from './xunjian.ts';

/** What the site does with a page: its HTML, a status without one, or no answer at all. */
export type Served = string | number | 'silence';

/** Time-outs and looks in fractions of a second. */
export const IMPATIENT = {
  timeOuts: { connect: 1000, headers: 300, body: 300, total: 3000 },
  lookWaits: { hiccup: [10, 20], trouble: [10, 20], overload: [10, 20], gone: [10, 20] },
  coolDown: { streak: 20, firstMs: 20, times: 2 },
} as const;

const targets = (port: number) => `version: 1
district: 示例区
timeZone: Asia/Shanghai
rulebook: linzi-2023
site: { home: 'http://shili.localhost/gk/', cms: generic, hosts: [shili.localhost] }
crawl:
  contact: audit@example.gov.cn
  perHost: { inFlight: 4, minDelayMs: 0, maxDelayMs: 20 }
  render: never
  resolve: { shili.localhost: '127.0.0.1:${port}' }
units:
  - { id: jia, name: 甲局, fullName: 示例区甲局, kind: department, columns: [{ topic: guide, url: /jia/guide/ }] }
  - id: yi
    name: 乙局
    fullName: 示例区乙局
    kind: department
    columns:
      - { topic: guide, url: /yi/guide/ }
      - { topic: statistics, name: 统计数据, url: /yi/tj/, every: month, due: 20wd }
  - { id: bing, name: 丙镇, fullName: 示例区丙镇, kind: town, columns: [{ topic: guide, url: /bing/guide/ }] }
`;

const NAMES: Record<string, string> = { jia: '甲局', yi: '乙局', bing: '丙镇' };

/** A guide with everything it needs, of this day. */
export const guideOf = (unit: string, date: string): string =>
  articlePage({
    title: `示例区${NAMES[unit]}政府信息公开指南`,
    date,
    body: paragraphs(
      ...[
        '依据国务院令第711号，编制本指南。',
        '一、信息分类和编排体系',
        '信息分为机构职能、政策文件等类别，编有索引号。',
      ],
      ...['二、获取方式', '可登录区政府网站查阅；依申请公开的，二十个工作日内答复。', `机构名称：${NAMES[unit]}办公室`],
      ...['办公地址：示例区试验路1号', '办公时间：工作日8:30—12:00，13:30—17:30', '联系电话：0533-7100099'],
      ...['传真号码：0533-7200099', '电子邮箱：test@example.gov.cn'],
    ),
  });

/** A list of monthly figures, and the documents on it. */
export function monthsOf(...months: readonly number[]): Record<string, string> {
  const entries = months.map((month) => ({
    title: `2023年${month}月份主要统计数据`,
    url: `/yi/tj/doc_${month}.html`,
    date: `2023-${String(month + 1).padStart(2, '0')}-10`,
  }));
  const pages = entries.map(({ title, url, date }): [string, string] => [
    url,
    articlePage({ title, date, body: paragraphs(`${title}：规模以上工业增加值增长百分之五。`) }),
  ]);
  return { '/yi/tj/': listPage([...entries].reverse()), ...Object.fromEntries(pages) };
}

interface CrawlChoice {
  /** When it begins, in UTC. */
  readonly hour?: string;
  readonly signal?: AbortSignal;
}

interface AuditChoice {
  readonly period?: string;
  readonly units?: readonly string[];
}

/** A district of three units on loopback, whose pages change from night to night, and its data folder. */
export async function smallDistrict() {
  const folder = temporaryFolder();
  const pages = new Map<string, Served>();
  const asked: string[] = [];
  let onAsked = (_path: string): void => {};
  const { port, stop } = await serveOnLoopback((incoming, outgoing) => {
    asked.push(incoming.url ?? '/');
    onAsked(incoming.url ?? '/');
    const page = pages.get(incoming.url ?? '/') ?? 404;
    if (page === 'silence') return;
    const [status, html] = typeof page === 'number' ? [page, `<title>${page}</title>`] : [200, page];
    outgoing.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(html);
  });
  onTestFinished(stop);
  onTestFinished(() => {
    vi.useRealTimers();
  });
  const file = join(folder, 'targets.yaml');
  const data = join(folder, 'snapshots');
  writeFileSync(file, targets(port));
  const serve = (served: Readonly<Record<string, Served>>): void => {
    for (const [path, page] of Object.entries(served)) pages.set(path, page);
  };
  const common = ['--targets', file, '--data', data] as const;
  const json = async <T>(...args: readonly string[]): Promise<T> => {
    const { stdout, stderr } = await xunjian(...args, '--format', 'json');
    if (stdout === '') throw new Error(stderr);
    return JSON.parse(stdout);
  };
  const auditing = (asOf: string, { period, units = [] }: AuditChoice = {}): string[] => [
    ...['audit', ...common, '--as-of', asOf, '--quiet'],
    ...(period === undefined ? [] : ['--period', period]),
    ...units.flatMap((unit) => ['--unit', unit]),
  ];
  const district = {
    ...{ folder, data, targets: file, serve },
    /** Every path that was asked for, in order. */
    asked,
    /** Has `listener` told of every request before it is answered. */
    watch(listener: (path: string) => void): void {
      onAsked = listener;
    },
    /** Takes a column out of targets.yaml. */
    inspectNoLonger(path: string): void {
      const kept = readFileSync(file, 'utf8').split('\n');
      writeFileSync(file, kept.filter((line) => !line.includes(`url: ${path}`)).join('\n'));
    },
    /** Sets the clock. */
    at(day: string, hour = '14:00'): void {
      vi.useFakeTimers({ now: new Date(`${day}T${hour}:00Z`), toFake: ['Date'], shouldAdvanceTime: true });
    },
    /** Crawls everything in the night of this day. */
    async crawl(day: string, units: readonly string[] = [], { hour, signal }: CrawlChoice = {}): Promise<void> {
      district.at(day, hour);
      await crawlDistrict({
        files: { targets: file, units },
        ...{ data, signal: signal ?? new AbortController().signal, verbose: false, full: true, patience: IMPATIENT },
        onProgress: () => {},
        onNotice: () => {},
      });
    },
    audit: (asOf: string, choice?: AuditChoice) => json<Audit>(...auditing(asOf, choice)),
    /** The same, as a shell sees it. */
    auditRun: (asOf: string, choice?: AuditChoice) => xunjian(...auditing(asOf, choice)),
    /** Crawls and audits in the night of this day. */
    async night(day: string, choice?: AuditChoice): Promise<Audit> {
      await district.crawl(day);
      return district.audit(day, choice);
    },
    /** Writes a register beside the targets; without rows it is taken away. */
    register(name: string, rows: readonly string[]): void {
      const csv = join(folder, 'registers', `${name}.csv`);
      mkdirSync(join(folder, 'registers'), { recursive: true });
      if (rows.length === 0) rmSync(csv);
      else writeFileSync(csv, `${rows.join('\n')}\n`);
    },
    findings: (...args: readonly string[]) => json<ListedFinding[]>('findings', ...common, ...args),
    run: (command: string, ...args: readonly string[]): Promise<Run> => xunjian(command, ...common, ...args),
    publish: (publishedOn: string, rectifyBy: string): Promise<Run> =>
      xunjian(
        ...['report', ...common, '--out', join(folder, 'reports'), '--publish'],
        ...['--published-on', publishedOn, '--rectify-by', rectifyBy],
      ),
  };
  return district;
}
