import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { captureOf, html, site } from './fixtures.ts';
import type { Article, ColumnPage } from './page.ts';
import { readColumnPage } from './read.ts';

const escapeHtml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

const MARKUPS: Record<string, (lines: readonly string[]) => string> = {
  p: (lines) => lines.map((line) => `<p>${escapeHtml(line)}</p>`).join('\n'),
  div: (lines) =>
    `<div class="content">${lines.map((line) => `<div><span>${escapeHtml(line)}</span></div>`).join('')}</div>`,
  br: (lines) => lines.map(escapeHtml).join('<br>\n'),
  pre: (lines) => `<pre>${lines.map(escapeHtml).join('\n')}</pre>`,
  headings: (lines) =>
    lines
      .map((line, i) =>
        lines[i + 1]?.startsWith('时间:') ? `<h1>${escapeHtml(line)}</h1>` : `<p>${escapeHtml(line)}</p>`,
      )
      .join(''),
};

const TEXT = `青石区档案馆

青石区档案馆信息公开指南
时间:2024-02-19
为方便公众查阅本馆信息，特编制本指南。
一、分类和编排
本馆信息分为机构职能、业务工作两类。
办公时间:8:30-12:00 13:30-17:00(工作日)
联系电话:0533-7100009
附件: 1.政府信息公开申请表.docx
青石区档案馆
2024219
青石区档案馆2023年政府信息公开工作年度报告
时间:2024-01-16
青石区档案馆
2023年政府信息公开工作年度报告
一、总体情况
现场咨询安排
时间：2023年5月6日上午九时
全年公开信息四十五条。
青石区档案馆2019年政府信息公开工作年度报告
时间:2020-01-19
青石区档案馆2018年度政府信息公开年度报告
时间:2019-03-20
本馆 2018 年度工作情况报告如下。`
  .split('\n')
  .filter((line) => line !== '');

function inlineArticles(page: ColumnPage): readonly Article[] {
  if (page.kind !== 'inline') throw new Error(`读成了 ${page.kind}`);
  return page.articles;
}

describe.each(Object.keys(MARKUPS))('articles one after another in %s', (name) => {
  const markup = MARKUPS[name] as (lines: readonly string[]) => string;
  const articles = (): readonly Article[] => inlineArticles(readColumnPage(captureOf(html(markup(TEXT))), site()));

  it('finds each with its title and claimed date', () => {
    expect(articles().map(({ title, dates }) => [title, dates[0]?.date, dates[0]?.place])).toEqual([
      ['青石区档案馆信息公开指南', '2024-02-19', 'claimed'],
      ['青石区档案馆2023年政府信息公开工作年度报告', '2024-01-16', 'claimed'],
      ['青石区档案馆2019年政府信息公开工作年度报告', '2020-01-19', 'claimed'],
      ['青石区档案馆2018年度政府信息公开年度报告', '2019-03-20', 'claimed'],
    ]);
  });
  it('keeps times told inside a text in that text', () => {
    const [guide, report] = articles();
    expect(guide?.body).toMatchObject({ ok: true, value: { text: expect.stringContaining('办公时间:8:30-12:00') } });
    expect(report?.body).toMatchObject({
      ok: true,
      value: { text: expect.stringContaining('时间：2023年5月6日上午九时') },
    });
  });
  it("leaves the body's own repeated title in the body", () => {
    const body = articles()[1]?.body;
    expect(body?.ok && body.value.text.split('\n').slice(0, 2)).toEqual([
      '青石区档案馆',
      '2023年政府信息公开工作年度报告',
    ]);
  });
  it('does not lose an article that has no body', () => {
    expect(articles()[2]?.body).toMatchObject({ ok: false, why: 'unparsed' });
  });
  it('reads a damaged signature date as a possibility only', () => {
    const dates = articles()[0]?.dates.filter((fact) => fact.place === 'body');
    expect(dates).toEqual([{ date: '2024-02-19', place: 'body', text: '2024219', sure: false }]);
  });
});

describe('an inline page', () => {
  it('reads title and time that are neighbours in one block', () => {
    const page = readColumnPage(
      captureOf(html('<div><b>青石区水务局政务公开指南</b><i>时间:2022-07-18</i></div><p>一、编制说明</p>')),
      site(),
    );
    expect(inlineArticles(page)[0]).toMatchObject({
      title: '青石区水务局政务公开指南',
      dates: [{ date: '2022-07-18' }],
    });
  });
  it('takes files that anchors lead to, and no names without one', () => {
    const page = readColumnPage(
      captureOf(
        html(
          '<h1>青石区水务局信息公开指南</h1><div>时间:2024-02-01</div><p>本局公开下列信息。</p><p>附件: 1.<a href="doc_1_2.docx">申请表</a></p><p>2.流程图.docx</p>',
        ),
      ),
      site(),
    );
    expect(inlineArticles(page)[0]?.attachments).toEqual([
      { url: expect.stringMatching(/doc_1_2\.docx$/), name: '申请表', type: 'docx' },
    ]);
  });
});

const SEED = fileURLToPath(new URL('../../../shared/seeds/office-guide-and-annual-reports.txt', import.meta.url));

describe('the pages of one real office', () => {
  for (const name of Object.keys(MARKUPS)) {
    it(`are all found, also those without a body: ${name}`, (context) => {
      if (!existsSync(SEED)) context.skip(`sample not there: ${SEED}`);
      const lines = readFileSync(SEED, 'utf8')
        .split(/\r?\n/)
        .filter((line) => line.trim() !== '');
      const markup = MARKUPS[name] as (lines: readonly string[]) => string;
      const articles = inlineArticles(readColumnPage(captureOf(html(markup(lines))), site()));
      const years = articles.map(
        ({ title, body }) => `${/(\d{4})年/.exec(title)?.[1] ?? '指南'}${body.ok ? '' : '（空）'}`,
      );
      expect(years).toEqual(
        '指南 2023 2022 2021 2020 2019（空） 2018 2017 2016 2015（空） 2014（空） 2013 2012 2011 2010 2009 2008'.split(
          ' ',
        ),
      );
    });
  }
});
