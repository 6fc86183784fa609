import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../../model/civil-date.ts';
import type { Ref } from '../../model/evidence.ts';
import type { TrackedFinding } from '../../model/finding.ts';
import { buildReport } from '../build-report.ts';
import { findingNumber } from '../finding-number.ts';
import { NO_HISTORY } from '../history.ts';
import { AUDIT, HOSTILE, PLAN, RULEBOOK } from '../report.fixture.ts';
import { renderHtml } from './render.tsx';

const PICTURE = 'data:image/png;base64,iVBORw0KGgo=';
const records = AUDIT.verdicts.flatMap(({ evidence }) => evidence.map(({ record }) => record));
const pictures = new Map([
  [records[0] ?? '', PICTURE],
  [records[1] ?? '', 'data:text/html,<script>1</script>'],
  [records[2] ?? '', 'http://elsewhere.example/x.png'],
]);
const sources = { audit: AUDIT, unread: [], rulebook: RULEBOOK, plan: PLAN };
const day = (text: string) => text as CivilDate;
const report = buildReport({ ...sources, pictures });
const html = renderHtml(report);
const page = load(html);

describe('the HTML report', () => {
  it('contains no script, no handler and nothing to load', () => {
    expect(page('script, iframe, link, object, embed, base').length).toBe(0);
    const attributes = page('*')
      .toArray()
      .flatMap((element) => ('attribs' in element ? Object.keys(element.attribs) : []));
    expect(attributes.filter((name) => name.startsWith('on') || name === 'style')).toEqual([]);
    expect(
      page('img')
        .toArray()
        .map((image) => page(image).attr('src')),
    ).toEqual([PICTURE]);
  });
  it('shows a hostile text as text', () => {
    expect(
      page('h3')
        .toArray()
        .map((heading) => page(heading).text()),
    ).toContain(HOSTILE);
  });
  it('links only to the pages themselves and within itself, and leaves no referrer', () => {
    for (const link of page('a').toArray()) {
      const href = page(link).attr('href') ?? '';
      if (href.startsWith('#')) expect(page(`[id="${href.slice(1)}"]`).length, href).toBe(1);
      else {
        expect(href).toMatch(/^https?:\/\//);
        expect(page(link).attr('rel')).toBe('noreferrer');
      }
    }
    expect(page('body').text()).toContain('javascript:alert(document.domain)');
  });
  it('has both tables in the columns of the bulletin', () => {
    const tables = page('table.places').toArray();
    expect(tables).toHaveLength(2);
    expect(
      page(tables[0])
        .find('thead th')
        .toArray()
        .map((head) => page(head).text()),
    ).toEqual(['序号', '单位', '2023年第二季度总分（20分）', '合计', '备注', '重点栏目保障得分（5分）', '减分']);
    const rows = page(tables[0]).find('tbody tr').toArray();
    const cells = rows.map((row) =>
      page(row)
        .find('th, td')
        .toArray()
        .map((cell) => page(cell).text()),
    );
    expect(cells.at(-1)).toEqual(['—', '区档案馆', '—', '—', '—', '网址待确认，未巡检']);
    expect(cells[3]).toEqual(['4', '区水务局', '4', '1', '18', '']);
  });
  it('says of every charged finding what is wrong, how to put it right, on what ground, and what was seen when', () => {
    const finding = page('article[aria-label="区园林局"] .finding').first().text();
    for (const said of [
      '信息公开指南仍为2022年版本',
      '注明更新日期后重新发布',
      '《中华人民共和国政府信息公开条例》第十二条',
      '“更新时间：2022-03-15”',
      '2023-08-07 19:05 取证',
      'evidence/20230807-0001.warc.gz#7919',
    ]) {
      expect(finding).toContain(said);
    }
    expect(page('article[aria-label="区园林局"] .charge').first().text()).toBe('信息公开指南未按要求更新减0.5分');
  });
  it('keeps all evidence, the rest of it folded away', () => {
    const proofs = page('article[aria-label="区水务局"] a[href*="/random/index_"]');
    expect(proofs.length).toBe(9);
  });
  it('says that nothing unread was counted as missing, and what it was', () => {
    const section = page('#unread').parent().text();
    expect(section).toContain('以下内容均未计为缺失，也未据此减分');
    expect(section).toContain('http://www.qinghe.example/bridge/guide/');
    expect(section).toContain('网站拦截了访问');
    expect(section).toContain('区档案馆');
  });
  it('says so where everything was read', () => {
    expect(renderHtml({ ...report, unread: [], withoutAddress: [] })).toContain('全部读取完毕');
  });
  it('says since when a finding is known, by the number that all papers give it', () => {
    const id = 'forest/guide/stale/2023';
    const tracked: TrackedFinding = {
      ...{ id, unit: 'forest', check: 'guide', message: 'stale', topic: 'guide', subject: '2023', text: '' },
      ...{ advisory: false, state: 'returned', firstSeen: day('2023-04-02'), lastSeen: day('2023-08-08') },
      since: day('2023-08-01'),
    };
    const history = { ...NO_HISTORY, findings: [tracked] };
    const known = load(renderHtml(buildReport({ ...sources, history })));
    expect(known('article[aria-label="区园林局"] .state').first().text()).toBe(
      `再次出现　首次发现：2023-04-02　编号：${findingNumber(id)}`,
    );
    expect(page('.state').length).toBe(0);
  });
  it('names a register that is cited, and links to no file', () => {
    const cited = { ...AUDIT.verdicts[0]?.evidence[0], url: 'registers/submissions.csv' } as Ref;
    const verdicts = AUDIT.verdicts.map((verdict) => ({ ...verdict, evidence: [cited] }));
    const shown = load(renderHtml(buildReport({ ...sources, audit: { ...AUDIT, verdicts } })));
    expect(shown('.proof').first().text()).toContain('台账 submissions.csv');
    expect(shown('a[href*="registers"]').length).toBe(0);
  });
  it('has charts that say in words what they show', () => {
    const charts = page('figure.chart').toArray();
    const words = new Map(
      charts.map((chart) => [page(chart).find('figcaption').text(), page(chart).find('svg > desc').text()]),
    );
    expect([...words.keys()]).toEqual([
      '各类问题减分情况',
      '部门、企事业单位得分排名',
      '镇、街道得分排名',
      '各单位取证和判定情况（判定事项数）',
    ]);
    expect(words.get('部门、企事业单位得分排名')).toContain('第4，区水务局，合计18分，减1分');
    expect(words.get('部门、企事业单位得分排名')).not.toContain('区档案馆');
    expect(words.get('各单位取证和判定情况（判定事项数）')).toContain('石桥街道，已判定0项，未能判定3项');
    for (const chart of charts) {
      const svg = page(chart).find('svg');
      for (const name of ['aria-labelledby', 'aria-describedby'])
        expect(page(`[id="${svg.attr(name)}"]`).length, name).toBe(1);
    }
  });
  it('draws a curve from two quarters on', () => {
    const point = (period: string, name: string, mean: number) => ({
      ...{ period, name, mean, deducted: 12, totals: new Map<string, number>() },
    });
    const two = [point('2023Q1', '2023年第一季度', 17.25), point('2023Q2', '2023年第二季度', 18)];
    const drawn = load(renderHtml({ ...report, trend: two }));
    expect(drawn('#chart-trend-desc').text()).toBe(
      '2023年第一季度平均17.25分，减分合计12分；2023年第二季度平均18分，减分合计12分',
    );
    const points = (drawn('polyline').attr('points') ?? '').split(' ').map((pair) => pair.split(',').map(Number));
    expect(points).toHaveLength(2);
    // Higher on the page is less in an SVG.
    expect(points[1]?.[1]).toBeLessThan(points[0]?.[1] ?? 0);
    expect(renderHtml({ ...report, trend: two.slice(0, 1) })).not.toContain('polyline');
  });
  it('names units together that lack the same', () => {
    const [first] = report.unread;
    const twins = first ? [first, { ...first, id: 'east', name: '东溪镇' }] : [];
    const shown = load(renderHtml({ ...report, unread: twins }));
    expect(
      shown('.unread tbody')
        .toArray()
        .map((body) => shown(body).find('th').text()),
    ).toEqual(['石桥街道、东溪镇']);
  });
});
