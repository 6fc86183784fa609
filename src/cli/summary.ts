import type { CrawlOutcome } from '../app/crawl-district.ts';

const MODES: Readonly<Record<CrawlOutcome['mode'], string>> = { full: '全量', changed: '增量' };

/** What a crawl did and cost, in a few lines of Chinese. */
export function crawlLines(outcome: CrawlOutcome): string[] {
  const { resumed, interrupted, mode, night, captures, unreadable, rendered } = outcome;
  const kind = mode === 'changed' ? `${MODES[mode]}，上次全量后第 ${night} 夜` : MODES[mode];
  const lines = [
    `${interrupted ? '取证已停止' : '取证完成'}${resumed ? '（接续上次）' : ''}（${kind}）：共取证 ${captures} 次，其中 ${unreadable} 次未能读取，${rendered} 个栏目由浏览器读取。`,
    costLine(outcome),
  ];
  if (outcome.full && !interrupted) lines.push(comparison(outcome.cost, outcome.full));
  const news = eventsLine(outcome.events);
  if (news !== '') lines.push(news);
  if (interrupted) lines.push('再次运行同一命令即从断点继续。');
  return lines;
}

function costLine({ cost, captures, rendered }: CrawlOutcome): string {
  const { requests, bytes, ms, cpuMs, browserCpuMs } = cost;
  const all = cpuMs + browserCpuMs;
  return `请求 ${requests} 次，收到 ${megabytes(bytes)} MB，用时 ${seconds(ms)} 秒，占用处理器 ${seconds(all)} 秒；浏览器读取的页面占 ${percent(rendered, captures)}，占处理器用时 ${percent(browserCpuMs, all)}。`;
}

function comparison(cost: CrawlOutcome['cost'], full: NonNullable<CrawlOutcome['full']>): string {
  const cpu = ({ cpuMs, browserCpuMs }: typeof cost): number => cpuMs + browserCpuMs;
  return `与上次全量取证相比：请求 ${percent(cost.requests, full.requests)}，数据量 ${percent(cost.bytes, full.bytes)}，处理器用时 ${percent(cpu(cost), cpu(full))}。`;
}

function eventsLine(events: CrawlOutcome['events']): string {
  const parts = (
    [
      ['新增文档', events.added],
      ['内容变动', events.changed],
      ['移至新网址', events.moved],
      ['不再列出', events.unlisted],
      ['打不开（404）', events.missing],
      ['多夜打不开，视为已删除', events.gone],
      ['恢复', events.returned],
    ] as const
  ).filter(([, count]) => count > 0);
  return parts.length === 0
    ? ''
    : `与此前各夜相比：${parts.map(([name, count]) => `${name} ${count} 件`).join('，')}。`;
}

/** Said once where nothing at all could be read. */
export const unreachableLine = (hosts: readonly string[]): string =>
  `网站无法访问：${hosts.join('、')}。没有读到任何页面，各单位均列为未能判定，不减分。请检查网络、网址和网站状态后再运行。`;

const megabytes = (bytes: number): string => (bytes / 1024 ** 2).toFixed(1);
const seconds = (ms: number): string => (ms / 1000).toFixed(1);
const percent = (part: number, whole: number): string => (whole === 0 ? '0%' : `${((part / whole) * 100).toFixed(1)}%`);
