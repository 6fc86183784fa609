import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Attachment } from '../../../model/document.ts';
import { pageOf } from '../../fixtures.ts';
import { tablesWithin } from '../../tables.ts';
import { balancedLitigation, balancedRequests } from './balance.fixture.ts';
import { readAnnualReport } from './read.ts';
import {
  documentOf,
  drawDisclosure,
  drawLitigation,
  drawRequests,
  OPENING,
  PARTS_LINES,
  REF,
  reportText,
  SIGN_OFF,
  TITLE,
} from './report.fixture.ts';

const [REQUESTS = []] = fc.sample(balancedRequests('from-2021'), { numRuns: 1, seed: 3 });
const [LITIGATION = []] = fc.sample(balancedLitigation, { numRuns: 1, seed: 3 });
const TABLES: Record<string, string> = {
  二: drawDisclosure([0, 0, 0, 1, 0, 5, 20, 3, 0, 0]),
  三: drawRequests(REQUESTS),
  四: drawLitigation(LITIGATION),
};
/** The whole report as a page prints it. */
const content = () => {
  const lines = [OPENING, ...PARTS_LINES, ...SIGN_OFF];
  const html = lines.map((line) => `<p>${line}</p>${line[1] === '、' ? (TABLES[line[0] ?? ''] ?? '') : ''}`).join('');
  const { flow } = pageOf(html);
  const text = flow.blocks
    .map((block) => block.text)
    .filter((line) => line !== '')
    .join('\n');
  return { text, tables: tablesWithin(flow, 0, flow.blocks.length) };
};
const file = (name: string, over: Partial<Attachment> = {}): Attachment => ({
  url: `http://a.example/${name}`,
  name,
  type: 'docx',
  reading: { ok: true, value: content(), ref: { ...REF, url: `http://a.example/${name}` } },
  ...over,
});

describe('a report', () => {
  it('on its page', () => {
    const report = readAnnualReport(documentOf(TITLE, content()));
    expect(report).toMatchObject({
      source: { place: 'body' },
      year: 2023,
      generation: 'from-2021',
      missingParts: [],
      inOrder: true,
      titleLines: [],
      period: { from: '2023-01-01', to: '2023-12-31', sure: true },
      contact: { missing: [] },
      placeholders: [],
      signOffs: [{ unit: '云溪区水务局', date: '2024-01-15', broken: false }],
      partSix: { present: ['fees', 'keyTasks', 'innovation', 'proposals'], nothing: false },
      tables: { disclosure: { ok: true }, requests: { ok: true }, litigation: { ok: true } },
    });
    expect(report.years.map(({ place, year, sure }) => [place, year, sure])).toEqual([
      ['title', 2023, true],
      ['period', 2023, true],
      ['general', 2023, true],
    ]);
  });
  it('in its file, where the page has only a line', () => {
    const page = { text: `${TITLE}.docx`, tables: [] };
    const report = readAnnualReport(
      documentOf(TITLE, page, [
        file('申请表.docx', { reading: { ok: true, value: { text: '姓名', tables: [] } } }),
        file('年报.docx'),
      ]),
    );
    expect(report).toMatchObject({ source: { place: 'attachment', name: '年报.docx' }, missingParts: [] });
    expect(report.ref.url).toBe('http://a.example/年报.docx');
  });
  it('in its file, whose own title is no fault of the page', () => {
    const { text, tables } = content();
    const titled = file('年报.docx', { reading: { ok: true, value: { text: `${TITLE}\n${text}`, tables } } });
    expect(readAnnualReport(documentOf(TITLE, null, [titled])).titleLines).toEqual([]);
    expect(readAnnualReport(documentOf(TITLE, { text: `${TITLE}\n${text}`, tables })).titleLines).toEqual([TITLE]);
  });
  it('with tables that only its file holds', () => {
    const images = [{ url: 'http://a.example/t.png', alt: '' }];
    const alone = readAnnualReport(documentOf(TITLE, { text: reportText(), images }));
    expect(alone.tables.requests).toMatchObject({ ok: false, why: 'picture' });
    const both = readAnnualReport(documentOf(TITLE, { text: reportText(), images }, [file('年报.docx')]));
    expect(both).toMatchObject({ source: { place: 'body' }, tables: { requests: { ok: true } } });
  });
  it('that could not be read says nothing but its title', () => {
    const report = readAnnualReport(
      documentOf(TITLE, null, [file('年报.docx', { reading: { ok: false, why: 'not-found', detail: '', ref: null } })]),
    );
    expect(report).toMatchObject({ source: null, year: 2023, missingParts: [], placeholders: [], partSix: null });
  });
  it('whose words beside a picture, or beside a file that could not be read, are none, lacks nothing', () => {
    const lost = file('年报.pdf', { reading: { ok: false, why: 'unreadable-attachment', detail: '', ref: null } });
    const images = [{ url: 'http://a.example/1.png', alt: '' }];
    expect(readAnnualReport(documentOf(TITLE, { text: '年报全文见附件' }, [lost]))).toMatchObject({
      source: null,
      missingParts: [],
    });
    expect(readAnnualReport(documentOf(TITLE, { text: '水务局年报', images }))).toMatchObject({ source: null });
    expect(readAnnualReport(documentOf(TITLE, { text: '水务局年报' })).missingParts).toHaveLength(6);
  });
  it('of 2020 is held to the form of its year, one of 2016 to none', () => {
    const early = readAnnualReport(documentOf('水务局2020年政府信息公开工作年度报告', { text: reportText() }));
    expect(early.generation).toBe('2019-2020');
    const old = readAnnualReport(
      documentOf('水务局2016年度政府信息公开年报', { text: '一、概述\n2016年，工作平稳。' }),
    );
    expect(old).toMatchObject({ generation: 'to-2018', missingParts: [] });
  });
  it('without a year in its title is known by its text, its form by its tables', () => {
    expect(readAnnualReport(documentOf('政府信息公开工作年度报告', content()))).toMatchObject({ year: 2023 });
    const [figures = []] = fc.sample(balancedRequests('2019-2020'), { numRuns: 1, seed: 3 });
    const { flow } = pageOf(drawRequests(figures, undefined, '2019-2020'));
    const tables = tablesWithin(flow, 0, flow.blocks.length);
    const report = readAnnualReport(documentOf('政府信息公开工作年度报告', { text: '一、总体情况', tables }));
    expect(report).toMatchObject({ year: null, generation: '2019-2020' });
  });
  it('never throws, whatever stands on the page', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.array(fc.array(fc.array(fc.string(), { maxLength: 4 }), { maxLength: 4 }), { maxLength: 3 }),
        (text, grids) => {
          const tables = grids.map((rows) => ({ caption: '', rows }));
          expect(readAnnualReport(documentOf(text, { text, tables })).tables.requests.ok).toBe(false);
        },
      ),
    );
  });
});
