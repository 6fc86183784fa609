import type { ReportModel } from '../report-model.ts';
import { dayName, localTime } from '../words.ts';
import { Method } from './method.tsx';
import { Page } from './page.tsx';
import { Rankings } from './rankings.tsx';
import { Summary } from './summary.tsx';
import { Units } from './units.tsx';
import { Unread } from './unread.tsx';

/** The report as one HTML file that needs nothing else: opens from disk, prints on A4. */
export function renderHtml(report: ReportModel): string {
  const title = `${report.district}政务公开巡检报告`;
  const page = (
    <Page title={`${title}（${report.quarter}）`}>
      <div class="sheet">
        <header class="head">
          <h1>{title}</h1>
          <p class="lead">{`（${report.quarter}）`}</p>
        </header>
        <main>
          <dl class="facts">
            <Fact name="考核季度">{report.quarter}</Fact>
            <Fact name="判定日期">{dayName(report.asOf)}</Fact>
            <Fact name="取证时间">{captureTime(report)}</Fact>
            <Fact name="考核办法">{report.rulebook.title}</Fact>
          </dl>
          <nav class="toc" aria-label="目录">
            <a href="#summary">总体情况</a>
            <a href="#rankings">各单位得分</a>
            <a href="#units">问题及整改</a>
            <a href="#unread">未能读取的内容</a>
            <a href="#method">有关说明</a>
          </nav>
          <Summary report={report} />
          <Rankings report={report} />
          <Units report={report} />
          <Unread report={report} />
          <Method report={report} />
        </main>
      </div>
    </Page>
  );
  return `<!doctype html>\n${page}\n`;
}

function Fact({ name, children }: { name: string; children: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function captureTime({ run, timeZone }: ReportModel): string {
  const from = localTime(run.capturedFrom ?? run.startedAt, timeZone);
  const to = localTime(run.capturedTo ?? run.startedAt, timeZone);
  return from === to ? from : `${from} 至 ${to}`;
}
