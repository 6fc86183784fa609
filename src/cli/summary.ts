import type { CrawlOutcome } from '../app/crawl-district.ts';

/** What a crawl did, in a few lines of Chinese. */
export function crawlLines({
  resumed,
  interrupted,
  captures,
  unreadable,
  rendered,
  requests,
  bytes,
  ms,
}: CrawlOutcome): string[] {
  const seconds = (ms / 1000).toFixed(1);
  const lines = [
    `${interrupted ? '取证已停止' : '取证完成'}${resumed ? '（接续上次）' : ''}：共取证 ${captures} 次，其中 ${unreadable} 次未能读取，${rendered} 个栏目由浏览器读取。`,
    `本次请求 ${requests} 次，收到 ${megabytes(bytes)} MB，用时 ${seconds} 秒。`,
  ];
  if (interrupted) lines.push('再次运行同一命令即从断点继续。');
  return lines;
}

/** Said once where nothing at all could be read. */
export const unreachableLine = (hosts: readonly string[]): string =>
  `网站无法访问：${hosts.join('、')}。没有读到任何页面，各单位均列为未能判定，不减分。请检查网络、网址和网站状态后再运行。`;

const megabytes = (bytes: number): string => (bytes / 1024 ** 2).toFixed(1);
