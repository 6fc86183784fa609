import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { consoleDistrict } from '../../../../test/support/console.ts';

type District = Awaited<ReturnType<typeof consoleDistrict>>;

const folder = ({ console }: District): string => join(dirname(console.files.targets), 'registers');
const register = (district: District, name = 'submissions'): string => {
  const file = join(folder(district), `${name}.csv`);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
};
function put(district: District, rows: readonly string[], name = 'submissions'): void {
  mkdirSync(folder(district), { recursive: true });
  writeFileSync(join(folder(district), `${name}.csv`), `${rows.join('\n')}\n`);
}

const HEADER = '单位,月份,报送数,不合格数';
const versionIn = (page: string): string => /name="version" value="([^"]*)"/.exec(page)?.[1] ?? 'none';
const cells = (key: string, unit: string, month: string, sent: string, rejected = '0') => ({
  ...{ [`cell.${key}.unit`]: unit, [`cell.${key}.month`]: month },
  ...{ [`cell.${key}.sent`]: sent, [`cell.${key}.rejected`]: rejected },
});

describe('the list of registers', () => {
  it('says of each what it is for, how it stands, and offers an empty one', async () => {
    const district = await consoleDistrict();
    put(district, [HEADER, '甲局,2023-04,3,0', '甲局,四月,x,0']);
    const inspector = await district.as('inspector');
    const page = await inspector.page('/registers');
    expect(page.match(/href="\/registers\/[a-z-]+"/g)).toHaveLength(11);
    expect(page).toContain('各单位每月信息报送数');
    expect(page).toContain('2处有误');
    expect(page).toContain('没有建立');
    const csv = await inspector.get('/registers/no-event/template/csv');
    expect(await csv.text()).toContain('单位,主题,期间,说明,网址');
    expect(csv.headers.get('content-disposition')).toContain(encodeURIComponent('无事项说明台账模板.csv'));
    const xlsx = Buffer.from(await (await inspector.get('/registers/holidays/template/xlsx')).arrayBuffer());
    expect(xlsx.subarray(0, 2).toString()).toBe('PK');
  });
});

describe('a register in the page', () => {
  it('is begun, changed and cut, each time as a version with its author', async () => {
    const district = await consoleDistrict();
    const inspector = await district.as('inspector');
    const begun = await inspector.post('/registers/submissions', {
      ...{ version: '', ...cells('n1', '甲局', '2023-04', '3'), ...cells('n2', '乙局', '2023-04', '2', '1') },
      ...cells('n3', '', '', '', ''),
    });
    expect(begun.status).toBe(303);
    expect(begun.headers.get('location')).toBe('/registers/submissions?saved=1');
    expect(register(district)).toBe('\uFEFF单位,月份,报送数,不合格数\r\n甲局,2023-04,3,0\r\n乙局,2023-04,2,1\r\n');

    const page = await inspector.page('/registers/submissions?saved=1');
    expect(page).toContain('新增2行');
    expect(page).toContain('action="/jobs/audit"');
    const changed = await inspector.post('/registers/submissions', {
      version: versionIn(page),
      ...cells('0', '甲局', '2023-04', '5'),
      ...{ ...cells('1', '乙局', '2023-04', '2', '1'), 'delete.1': '1' },
    });
    expect(changed.status).toBe(303);
    expect(register(district)).toBe('\uFEFF单位,月份,报送数,不合格数\r\n甲局,2023-04,5,0\r\n');
    const after = await inspector.page('/registers/submissions');
    expect(after).toMatch(/检查员甲<\/td><td class="what">修改1行（甲局 2023-04）、删除1行/);

    const [, older = ''] =
      /action="\/registers\/submissions\/restore".*?name="sha256" value="([0-9a-f]{64})"/.exec(after) ?? [];
    const kept = await (await inspector.get(`/registers/submissions/versions/${older}`)).text();
    expect(kept).toContain('乙局,2023-04,2,1');
    expect((await inspector.post('/registers/submissions/restore', { sha256: older })).status).toBe(303);
    expect(register(district)).toContain('甲局,2023-04,3,0\r\n乙局,2023-04,2,1');
    const log = await district.console.inspection.log.entries({ subject: 'register/submissions', limit: 9 });
    expect(log).toHaveLength(3);
  });

  it('shows a mistake at its cell, keeps what was typed, and writes nothing', async () => {
    const district = await consoleDistrict();
    put(district, [HEADER, '甲局,2023-04,3,0']);
    const inspector = await district.as('inspector');
    const version = versionIn(await inspector.page('/registers/submissions'));
    const before = register(district);
    const answer = await inspector.post('/registers/submissions', {
      ...{ version, ...cells('0', '甲局', '2023-04', '4'), ...cells('n2', '没有的局', '2023-05', '1', '2') },
    });
    expect(answer.status).toBe(400);
    const page = await answer.text();
    expect(page).toMatch(/name="cell\.n2\.unit"[^>]*aria-invalid="true"/);
    expect(page).toContain('<option value="没有的局" selected');
    expect(page).toMatch(/id="wrong\.n2\.unit">[^<]*请填写 targets\.yaml 中单位/);
    expect(page).toMatch(/name="cell\.0\.sent"[^>]*value="4"/);
    expect(register(district)).toBe(before);
    expect(versionIn(page)).toBe(version);
  });

  it('keeps the rows of other pages, and shows those that are wrong beside the typed ones', async () => {
    const district = await consoleDistrict();
    const many = Array.from({ length: 130 }, (_, at) => `甲局,任务${at + 1},2023-06-30,,`);
    put(district, ['单位,任务,截止日期,完成日期,分值', ...many], 'tasks');
    const inspector = await district.as('inspector');
    const page = await inspector.page('/registers/tasks?page=2');
    expect(page).toContain('共130行，第2/2页');
    expect(page).not.toContain('value="任务100"');
    const saved = await inspector.post('/registers/tasks?page=2', {
      ...{
        version: versionIn(page),
        'cell.129.unit': '甲局',
        'cell.129.task': '任务130',
        'cell.129.due': '2023-07-31',
      },
    });
    expect(saved.headers.get('location')).toBe('/registers/tasks?page=2&saved=1');
    const lines = register(district, 'tasks').trimEnd().split('\r\n');
    expect([lines.length, lines[1], lines[130]]).toEqual([131, '甲局,任务1,2023-06-30,,', '甲局,任务130,2023-07-31,,']);

    put(district, ['单位,任务,截止日期,完成日期,分值', '甲局,任务0,某日,,', ...many], 'tasks');
    const wrong = await inspector.page('/registers/tasks?page=2');
    const refused = await inspector.post('/registers/tasks?page=2', {
      ...{
        version: versionIn(wrong),
        'cell.130.unit': '甲局',
        'cell.130.task': '任务130',
        'cell.130.due': '2023-08-31',
      },
    });
    expect(refused.status).toBe(400);
    const shown = await refused.text();
    expect(shown).toMatch(/name="cell\.0\.due"[^>]*aria-invalid="true"[^>]*value="某日"/);
    expect(shown).toMatch(/name="cell\.130\.due"[^>]*value="2023-08-31"/);
  });

  it('gives more empty rows without losing what was typed', async () => {
    const { as } = await consoleDistrict();
    const inspector = await as('inspector');
    const fields = { version: '', more: '1', ...cells('n1', '甲局', '2023-04', '3') };
    const page = await (await inspector.post('/registers/submissions', fields)).text();
    expect(page).toMatch(/name="cell\.n1\.month"[^>]*value="2023-04"/);
    expect(page).toContain('name="cell.n11.unit"');
    expect(page).not.toContain('name="cell.n12.unit"');
  });

  it('is not written over by an older page, and shows what was typed in it', async () => {
    const district = await consoleDistrict();
    put(district, [HEADER, '甲局,2023-04,3,0']);
    const [first, second] = [await district.as('inspector'), await district.as('second')];
    const version = versionIn(await second.page('/registers/submissions'));
    await first.post('/registers/submissions', { version, ...cells('0', '甲局', '2023-04', '7') });
    const answer = await second.post('/registers/submissions', { version, ...cells('0', '甲局', '2023-04', '9') });
    expect(answer.status).toBe(409);
    const page = await answer.text();
    expect(page).toContain('已被他人修改，本次修改没有保存');
    expect(page).toContain('<td class="said">9</td>');
    expect(page).toMatch(/name="cell\.0\.sent"[^>]*value="7"/);
    expect(register(district)).toContain('甲局,2023-04,7,0');
  });

  it('shows scripts in its cells as text', async () => {
    const district = await consoleDistrict();
    put(district, ['单位,任务,截止日期,完成日期,分值', '甲局,"<script>alert(1)</script>""x",2023-06-30,,'], 'tasks');
    const page = await (await district.as('inspector')).page('/registers/tasks');
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&quot;x');
    expect(page).not.toContain('<script>alert');
  });
});

describe('an uploaded file', () => {
  const file = (text: string, name = 'submissions.csv') => new File([text], name, { type: 'text/csv' });

  it('takes the place of the register', async () => {
    const district = await consoleDistrict();
    put(district, [HEADER, '甲局,2023-04,3,0']);
    const inspector = await district.as('inspector');
    const answer = await inspector.post('/registers/submissions/upload', {
      file: file(`${HEADER}\n乙局,2023-05,4,1\n`),
    });
    expect(answer.status).toBe(303);
    expect(register(district)).toContain('乙局,2023-05,4,1');
    expect(register(district)).not.toContain('甲局');
    expect(await inspector.page('/registers/submissions')).toContain('台账已由上传的文件替换');
  });

  it.each([
    ['with mistakes', file(`${HEADER}\n乙局,五月,4,1\n某局,2023-05,4,1\n`), '文件有2处错误'],
    ['that is none', file('%PDF-1.4 nonsense', 'a.pdf'), 'notice error'],
    ['that is empty', file(''), '没有选择文件'],
  ])('%s changes nothing and is told why', async (_, upload, told) => {
    const district = await consoleDistrict();
    put(district, [HEADER, '甲局,2023-04,3,0']);
    const before = register(district);
    const answer = await (await district.as('inspector')).post('/registers/submissions/upload', { file: upload });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain(told);
    expect(register(district)).toBe(before);
  });
});

describe('registers', () => {
  it('are for inspectors alone, in every address and form', async () => {
    const district = await consoleDistrict();
    put(district, [HEADER, '甲局,2023-04,3,0']);
    for (const person of ['reader', 'jia'] as const) {
      const somebody = await district.as(person);
      const paths = ['', '/submissions', '/submissions/file', '/submissions/template/csv'];
      for (const path of paths) expect((await somebody.get(`/registers${path}`)).status).toBe(403);
      expect((await somebody.get(`/registers/submissions/versions/${'a'.repeat(64)}`)).status).toBe(403);
      for (const path of ['', '/upload', '/restore']) {
        const fields = { version: '', sha256: 'a'.repeat(64), file: new File(['x'], 'a.csv') };
        expect((await somebody.post(`/registers/submissions${path}`, fields)).status).toBe(403);
      }
    }
    expect(readdirSync(folder(district))).toEqual(['submissions.csv']);
  });

  it.each(['/registers/nonsense', '/registers/toString', '/registers/..%2ftargets.yaml', '/registers/tasks/file'])(
    'has nothing at %s',
    async (path) => {
      const { as } = await consoleDistrict();
      expect((await (await as('inspector')).get(path)).status).toBe(404);
    },
  );

  it('give no version that is not one of theirs', async () => {
    const district = await consoleDistrict();
    const inspector = await district.as('inspector');
    await inspector.post('/registers/submissions', { version: '', ...cells('n1', '甲局', '2023-04', '3') });
    const [entry] = await district.console.inspection.log.entries({ subject: 'register/submissions', limit: 1 });
    const { sha256 = '' } = (entry?.after ?? {}) as { readonly sha256?: string };
    expect((await inspector.get(`/registers/submissions/versions/${sha256}`)).status).toBe(200);
    expect((await inspector.get(`/registers/tasks/versions/${sha256}`)).status).toBe(404);
    expect((await inspector.post('/registers/tasks/restore', { sha256 })).status).toBe(404);
    expect((await inspector.post('/registers/submissions/restore', { sha256: '../../targets' })).status).toBe(404);
  });

  it('can be put right in the page where a mistake keeps the quarter from being read', async () => {
    const district = await consoleDistrict();
    put(district, [HEADER, '甲局,2023-04,好,0']);
    const inspector = await district.as('inspector');
    const page = await inspector.page('/registers/submissions');
    const fields = { version: versionIn(page), ...cells('0', '甲局', '2023-04', '3') };
    expect((await inspector.post('/registers/submissions', fields)).status).toBe(303);
    expect(register(district)).toContain('甲局,2023-04,3,0');
  });
});
