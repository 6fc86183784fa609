import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { beforeAll, describe, expect, it } from 'vitest';
import { screenshotOf, viewEvidence } from '../src/app/evidence-view.ts';
import { rowsOfUnit } from '../src/app/evidence-view-register.ts';
import { keepRegisters } from '../src/app/keep-registers.ts';
import type { View } from '../src/model/capture.ts';
import { type Ref, refOf } from '../src/model/evidence.ts';
import { openStore } from '../src/store/open-store.ts';
import { DOT, docx, keepLooks, pdf, xlsx } from './evidence-view.fixture.ts';
import { writeEvidenceFolder } from './support/evidence-folder.ts';
import { PAGES } from './support/evidence-nights.ts';
import { longLivedFolder, temporaryFolder } from './support/temporary-folder.ts';

const whole = longLivedFolder();
beforeAll(() => writeEvidenceFolder(whole));

const copy = (): string => {
  const data = join(temporaryFolder(), 'data');
  cpSync(whole, data, { recursive: true });
  return data;
};

/** References to all looks at an address, oldest first. */
async function refsTo(data: string, url: string, view: View = 'http'): Promise<Ref[]> {
  const store = await openStore(data, { mode: 'read' });
  const [newest] = await store.captures.latest(url, view);
  const older = await store.captures.inRun('night-1', url);
  const pages = await store.captures.latest(url, view);
  await store.close();
  const looks =
    view === 'http' ? [...(older ? [older] : []), ...(newest && newest.id !== older?.id ? [newest] : [])] : pages;
  return looks.map((look) => refOf(look));
}
async function refTo(data: string, url: string, view?: View): Promise<Ref> {
  const [ref] = await refsTo(data, url, view);
  if (!ref) throw new Error(`nothing of ${url}`);
  return ref;
}

describe('a page', () => {
  it('is shown as it was captured, with the quoted place marked', async () => {
    const ref = { ...(await refTo(whole, PAGES.document)), quote: '做好汛期值守' };
    const view = await viewEvidence(whole, ref);
    expect(view).toMatchObject({
      ...{ kind: 'page', marked: true },
      look: {
        ...{ url: PAGES.document, view: 'http', status: 200, trouble: null, keptAt: null },
        ...{ capturedAt: '2023-08-07T14:00:08.250Z', sha256: ref.sha256 },
      },
    });
    if (view.kind !== 'page') throw new Error(view.kind);
    expect(view.html).toContain('请<mark class="xunjian-quote" id="quote">做好汛期值守</mark>工作');
    expect(view.html).toContain(`title="链接到 ${PAGES.attachment}"`);
  });

  it('in GB18030 is shown in UTF-8, and one that was moved with its last address', async () => {
    const view = await viewEvidence(whole, { ...(await refTo(whole, PAGES.gbk)), quote: '六周岁' });
    expect(view).toMatchObject({
      kind: 'page',
      marked: true,
      html: expect.stringContaining('<title>关于秋季招生的通知</title>'),
    });
    expect(await viewEvidence(whole, await refTo(whole, PAGES.moved))).toMatchObject({
      look: { url: PAGES.moved, finalUrl: PAGES.target },
    });
  });

  it('that was the same again is shown at the time of the look, with that of its keeping', async () => {
    for (const [url, kept] of [
      [PAGES.document, '2023-08-07T14:00:08.250Z'],
      [PAGES.gbk, '2023-08-07T14:00:09.250Z'],
    ] as const) {
      const [, again] = await refsTo(whole, url);
      if (!again) throw new Error('no second look');
      const view = await viewEvidence(whole, { ...again, quote: url === PAGES.document ? '值守工作' : '六周岁' });
      expect(view).toMatchObject({ kind: 'page', marked: true, look: { capturedAt: again.capturedAt, keptAt: kept } });
      expect(again.capturedAt).toMatch(/^2023-08-08/);
    }
  });

  it('that a browser rendered is shown as the list page that is cited', async () => {
    const pages = await refsTo(whole, PAGES.column, 'rendered');
    const views = await Promise.all(pages.map((ref) => viewEvidence(whole, { ...ref, quote: '关于秋季招生的通知' })));
    expect(views).toMatchObject([
      { kind: 'page', marked: false, look: { view: 'rendered', page: 1 } },
      { kind: 'page', marked: true, look: { view: 'rendered', page: 2 } },
    ]);
  });

  it('that the site refused is shown with the reason why it was not read', async () => {
    const data = copy();
    const [ref] = await keepLooks(data, '2023-08-10', [
      {
        ...{ url: 'http://gk.example/x', payload: '<p>访问被拦截</p>', contentType: 'text/html' },
        result: { tag: 'responded', status: 403, judgement: 'blocked' },
      },
    ]);
    expect(await viewEvidence(data, ref as Ref)).toMatchObject({
      ...{ kind: 'page', html: expect.stringContaining('访问被拦截') },
      look: { status: 403, trouble: '网站拦截了访问' },
    });
  });

  it('takes no longer to be opened while a crawl holds the folder', async () => {
    const data = copy();
    const ref = await refTo(data, PAGES.document);
    const crawling = await openStore(data, { mode: 'write' });
    try {
      expect(await viewEvidence(data, ref)).toMatchObject({ kind: 'page' });
    } finally {
      await crawling.close();
    }
  });
});

describe('a picture of a page', () => {
  it('is that of the cited look, and of another list page it is said not to be', async () => {
    const [first, second] = await refsTo(whole, PAGES.column, 'rendered');
    const picture = await screenshotOf(whole, first as Ref);
    expect(picture).toMatchObject({
      ...{ contentType: 'image/jpeg', capturedAt: '2023-08-07T14:00:04.250Z', isOfSameLook: true },
    });
    expect(DOT.equals(picture?.bytes ?? new Uint8Array())).toBe(true);
    expect(await screenshotOf(whole, second as Ref)).toMatchObject({ isOfSameLook: false });
    expect(await viewEvidence(whole, await refTo(whole, PAGES.column, 'screenshot'))).toMatchObject({
      ...{ kind: 'picture', contentType: 'image/jpeg', look: { view: 'screenshot' } },
    });
  });

  it('is the one before, else the one after, with its own time', async () => {
    const data = temporaryFolder();
    const page = {
      url: 'http://gk.example/l/',
      payload: '<p>列表</p>',
      contentType: 'text/html',
      view: 'rendered',
    } as const;
    const picture = { ...page, payload: DOT, contentType: 'image/jpeg', view: 'screenshot' } as const;
    const refs: Ref[] = [];
    for (const [day, looks] of [
      ['2023-08-01', [page]],
      ['2023-08-02', [page, picture]],
      ['2023-08-03', [page]],
      ['2023-08-04', [page, picture]],
    ] as const)
      refs.push(...(await keepLooks(data, day, looks)).slice(0, 1));
    const pictures = await Promise.all(refs.map((ref) => screenshotOf(data, ref)));
    expect(pictures.map((one) => [one?.capturedAt.slice(0, 10), one?.isOfSameLook])).toEqual([
      ['2023-08-02', false],
      ['2023-08-02', true],
      ['2023-08-02', false],
      ['2023-08-04', true],
    ]);
  });

  it('is nothing where none was taken', async () => {
    expect(await screenshotOf(whole, await refTo(whole, PAGES.document))).toBeNull();
    expect(await screenshotOf(whole, { ...REGISTER, record: `registers/${'a'.repeat(64)}.csv` })).toBeNull();
  });

  it('that is no picture is not given to a browser', async () => {
    const data = temporaryFolder();
    const url = 'http://gk.example/l/';
    const [page] = await keepLooks(data, '2023-08-01', [
      { url, payload: '<p>列表</p>', contentType: 'text/html', view: 'rendered' },
      { url, payload: '<svg onload="alert(1)"/>', contentType: 'image/svg+xml', view: 'screenshot' },
    ]);
    await expect(screenshotOf(data, page as Ref)).rejects.toThrow('页面截图不是可以显示的图片');
  });
});

describe('a file', () => {
  const keep = async (url: string, payload: Uint8Array | string, contentType: string, quote?: string) => {
    const data = temporaryFolder();
    const [ref] = await keepLooks(data, '2023-08-01', [{ url: `http://gk.example/${url}`, payload, contentType }]);
    const view = await viewEvidence(data, { ...(ref as Ref), ...(quote === undefined ? {} : { quote }) });
    if (view.kind !== 'file') throw new Error(view.kind);
    return view;
  };
  const html = ({ preview }: Awaited<ReturnType<typeof keep>>): string => (preview.ok ? preview.html : preview.detail);

  it('of Word is shown by its text and tables, marked and harmless, under its own name', async () => {
    const bytes = await docx();
    const view = await keep('a/%E5%80%BC%E5%AE%88%3A%E5%90%8D%E5%8D%95.docx', bytes, 'application/msword', '张三 组长');
    expect(view).toMatchObject({ fileName: '值守：名单.docx', type: 'Word 文档', preview: { ok: true, marked: true } });
    expect(Buffer.from(view.bytes).equals(bytes)).toBe(true);
    expect(html(view)).toContain('<td><mark class="xunjian-quote">张三</mark></td>');
    expect(html(view)).toContain('值守人员名单 &lt;script&gt;alert(1)&lt;/script&gt;');
  });

  it('of Excel is shown by its rows, long ones cut but where they are quoted', async () => {
    const view = await keep(
      'download.jsp?file=%E5%8F%B0%E8%B4%A6.xlsx',
      await xlsx(3000),
      'application/octet-stream',
      '2990 第2990项',
    );
    expect(view).toMatchObject({ fileName: '台账.xlsx', type: 'Excel 表格', preview: { ok: true, marked: true } });
    expect(html(view)).toContain('其余1000行未显示');
    expect(html(view)).toContain('id="quote">2990</mark>');
  });

  it('of PDF is shown by its text, also where only its bytes say what it is', async () => {
    const view = await keep('attach/1', pdf('部门预算公开'), 'application/octet-stream', '预算公开');
    expect(view).toMatchObject({ fileName: '1.pdf', type: 'PDF 文件', preview: { ok: true, marked: true } });
  });

  it('of Word or Excel is known as such without a name', async () => {
    expect(await keep('download?id=1', await docx(), '')).toMatchObject({
      fileName: 'download.docx',
      type: 'Word 文档',
    });
    expect(await keep('download?id=2', await xlsx(1), '')).toMatchObject({
      fileName: 'download.xlsx',
      type: 'Excel 表格',
    });
  });

  it('that is data of a script is shown as text', async () => {
    const view = await keep('api/list?page=1', '{"title":"<b>通知</b>"}', 'application/json', '通知');
    expect(view).toMatchObject({ fileName: 'list.txt', type: '文本文件', preview: { ok: true, marked: true } });
    expect(html(view)).toContain('&lt;b&gt;<mark');
  });

  it('that cannot be read says why, and never has an ending that a system would run', async () => {
    expect(await keep('a.pdf', '%PDF-1.4 broken', 'application/pdf')).toMatchObject({
      preview: { ok: false, detail: expect.stringMatching(/损坏|没有可读取/) },
    });
    const program = Buffer.from('MZ\0\0\x01\x02');
    expect(await keep('setup.exe', program, 'application/octet-stream')).toMatchObject({
      ...{ fileName: 'setup.bin', type: '其他文件', preview: { ok: false } },
    });
    expect(await keep('..%2F..%2Fetc%2Fpasswd', program, 'application/octet-stream')).toMatchObject({
      fileName: '／..／etc／passwd.bin',
    });
  });

  it('that is a page too large to be read at once can be saved as text', async () => {
    const view = await keep('big.html', `<html>${'<p>很长的网页</p>'.repeat(300_000)}`, 'text/html');
    expect(view).toMatchObject({
      fileName: 'big.txt',
      type: '网页',
      preview: { ok: false, detail: '网页过大或结构异常，请下载后查看' },
    });
  });
});

const REGISTER: Ref = {
  url: 'registers/submissions.csv',
  capturedAt: '2023-07-01T00:00:00.000Z',
  sha256: 'a'.repeat(64),
  record: '',
};

describe('a register', () => {
  const keepRegister = (name: string, bytes: Uint8Array | string): { data: string; ref: Ref } => {
    const folder = temporaryFolder();
    const data = join(folder, 'data');
    writeFileSync(join(folder, name), bytes);
    mkdirSync(data);
    const { submissions } = keepRegisters(new Map([['submissions', join(folder, name)]]), data);
    if (!submissions) throw new Error('nothing kept');
    return { data, ref: submissions };
  };

  it('is shown as the table that it was, without a crawl, whatever its cells hold', async () => {
    const { data, ref } = keepRegister(
      'submissions.csv',
      '单位,月份,报送数,不合格数\n\n甲局,2023-04,<b>3</b>,1\n乙局,2023-04,=1+1,0\n',
    );
    const view = await viewEvidence(data, ref);
    expect(view).toEqual({
      ...{ kind: 'register', name: '台账 submissions.csv', capturedAt: ref.capturedAt, sha256: ref.sha256 },
      rows: [
        ['单位', '月份', '报送数', '不合格数'],
        ['甲局', '2023-04', '<b>3</b>', '1'],
        ['乙局', '2023-04', '=1+1', '0'],
      ],
    });
    if (view.kind !== 'register') throw new Error(view.kind);
    expect(rowsOfUnit(view, ['yi', '乙局'])).toEqual([view.rows[0], view.rows[2]]);
    expect(rowsOfUnit({ ...view, rows: [['姓名'], ['甲局']] }, ['甲局'])).toEqual([['姓名']]);
  });

  it('of Excel is shown the same way', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: '一',
          rows: [
            ['unit', 'sent'],
            ['甲局', 3],
          ],
        },
      ],
    });
    const { data, ref } = keepRegister('submissions.xlsx', bytes);
    expect(await viewEvidence(data, ref)).toMatchObject({
      kind: 'register',
      rows: [
        ['unit', 'sent'],
        ['甲局', '3'],
      ],
    });
  });

  it('that is gone, changed, or another than the one cited is not shown', async () => {
    const { data, ref } = keepRegister('submissions.csv', '单位\n甲局\n');
    const gone = { kind: 'gone', what: expect.stringContaining('台账副本缺失或已损坏') };
    const other = createHash('sha256').update('x').digest('hex');
    expect(await viewEvidence(data, { ...ref, sha256: other })).toEqual(gone);
    expect(await viewEvidence(data, { ...ref, record: `registers/${other}.csv`, sha256: other })).toEqual(gone);
    writeFileSync(join(data, ref.record), '单位\n乙局\n');
    expect(await viewEvidence(data, ref)).toEqual(gone);
  });
});

describe('evidence that cannot be shown', () => {
  it('since nothing came says what happened', async () => {
    expect(await viewEvidence(whole, await refTo(whole, PAGES.dark))).toMatchObject({
      ...{ kind: 'no-answer', what: '接收内容时等待超时', look: { status: null, trouble: '未能取得页面', sha256: '' } },
    });
  });

  it('since an answer was empty or cannot be unpacked says so', async () => {
    const data = temporaryFolder();
    const [empty, broken] = await keepLooks(data, '2023-08-01', [
      { url: 'http://gk.example/e', payload: '', contentType: 'text/html' },
      { url: 'http://gk.example/b', payload: 'no gzip', contentType: 'text/html', encoding: 'gzip' },
    ]);
    expect(await viewEvidence(data, empty as Ref)).toMatchObject({
      kind: 'no-answer',
      what: '网站的应答没有内容（状态码 200）',
    });
    expect(await viewEvidence(data, broken as Ref)).toMatchObject({
      kind: 'no-answer',
      what: '网站的应答不能解压，或解压后没有内容',
    });
  });

  it('since its file is damaged or missing is gone, without naming folders of this machine', async () => {
    const data = copy();
    const ref = await refTo(data, PAGES.document);
    const [, again] = await refsTo(data, PAGES.document);
    const [name = '', offset] = ref.record.split('#');
    const bytes = readFileSync(join(data, name));
    const inside = Number(offset) + 700;
    bytes[inside] = (bytes[inside] ?? 0) ^ 0xff;
    writeFileSync(join(data, name), bytes);
    for (const cited of [ref, again as Ref]) {
      const view = await viewEvidence(data, cited);
      expect(view).toEqual({ kind: 'gone', what: expect.stringContaining(`取证记录缺失或已损坏：${ref.record}`) });
      expect(JSON.stringify(view)).not.toContain(data);
    }
    rmSync(join(data, name));
    expect(await viewEvidence(data, ref)).toMatchObject({ kind: 'gone' });
    await expect(screenshotOf(data, await refTo(data, PAGES.column, 'rendered'))).rejects.toThrow(
      '取证记录缺失或已损坏',
    );
  });

  it('since another address or hash is claimed for its record is gone', async () => {
    const ref = await refTo(whole, PAGES.document);
    const gbk = await refTo(whole, PAGES.gbk);
    for (const false_ of [
      { ...ref, url: PAGES.gbk },
      { ...ref, sha256: gbk.sha256 },
      { ...ref, record: gbk.record },
    ])
      expect(await viewEvidence(whole, false_)).toMatchObject({
        kind: 'gone',
        what: expect.stringContaining('取证索引中没有'),
      });
  });

  it.each([
    '../evidence/a.warc.gz#0',
    'evidence/../xunjian.db#0',
    'evidence/../../etc/passwd',
    'evidence/../../a.warc.gz#0',
    'evidence/..%2f..%2fa.warc.gz#0',
    'evidence/%2e%2e/a.warc.gz#0',
    'evidence/.hidden.warc.gz#0',
    'evidence/sub/a.warc.gz#0',
    'evidence\\a.warc.gz#0',
    'evidence//a.warc.gz#0',
    '/etc/passwd#0',
    '/evidence/a.warc.gz#0',
    'file:///evidence/a.warc.gz#0',
    'other/a.warc.gz#0',
    'evidence/a.warc.gz',
    'evidence/a.warc.gz#',
    'evidence/a.warc.gz#-1',
    'evidence/a.warc.gz#1e3',
    'evidence/a.warc.gz#0x10',
    'evidence/a.warc.gz#01',
    'evidence/a.warc.gz#99999999999999999999',
    'evidence/a.warc.gz#0#0',
    'evidence/a.warc.gz#0\n',
    'evidence/a.warc.gz\0#0',
    'evidence/a.warc.gz.uncommitted#0',
    'registers/../xunjian.db',
    `registers/${'a'.repeat(64)}.db`,
    `registers/${'A'.repeat(64)}.csv`,
    `registers/../registers/${'a'.repeat(64)}.csv`,
    `registers/${'a'.repeat(64)}.csv/x`,
    '',
  ])('since it is no record is refused before the disk is touched: %j', async (record) => {
    const nowhere = join(temporaryFolder(), 'nothing-here');
    const ref = { ...REGISTER, url: 'http://gk.example/', record };
    expect(await viewEvidence(nowhere, ref)).toEqual({
      kind: 'gone',
      what: expect.stringContaining('取证记录编号无效'),
    });
    await expect(screenshotOf(nowhere, ref)).rejects.toThrow('取证记录编号无效');
    expect(existsSync(nowhere)).toBe(false);
  });

  it('since it lies past the end of every file, or nothing was crawled, is gone', async () => {
    const ref = await refTo(whole, PAGES.document);
    const far = { ...ref, record: ref.record.replace(/#.*/, '#999999999999999') };
    expect(await viewEvidence(whole, far)).toMatchObject({ kind: 'gone' });
    expect(await viewEvidence(temporaryFolder(), ref)).toMatchObject({
      ...{ kind: 'gone', what: expect.stringContaining('还没有取证记录') },
    });
  });
});
