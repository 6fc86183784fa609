import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { buildReport } from '../build-report.ts';
import { AUDIT, HOSTILE, PLAN, RULEBOOK } from '../report.fixture.ts';
import { renderHtml } from './render.tsx';

const PICTURE = 'data:image/png;base64,iVBORw0KGgo=';
const records = AUDIT.verdicts.flatMap(({ evidence }) => evidence.map(({ record }) => record));
const pictures = new Map([
  [records[0] ?? '', PICTURE],
  [records[1] ?? '', 'data:text/html,<script>1</script>'],
  [records[2] ?? '', 'http://elsewhere.example/x.png'],
]);
const report = buildReport({ audit: AUDIT, unread: [], rulebook: RULEBOOK, plan: PLAN, pictures });
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
});
