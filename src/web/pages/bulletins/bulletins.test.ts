import { createHash } from 'node:crypto';
import { appendFileSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { consoleDistrict } from '../../../../test/support/console.ts';
import { decideFindings } from '../../../app/console/decide-findings.ts';
import { object } from '../../../app/console/objections.ts';
import type { DecisionKind } from '../../../model/decision.ts';

type District = Awaited<ReturnType<typeof consoleDistrict>>;

const ADDRESS = '/bulletins/2023Q2';
const DAYS = { publishedOn: '2023-08-08', rectifyBy: '2023-08-11', seen: '0' };

/** Decides on every charged finding, those of one unit alone where one is named. */
async function decideAll({ console, actor }: District, kind: DecisionKind = 'accepted', unit?: string): Promise<void> {
  const quarter = await console.board.quarter();
  const findings = quarter.findings
    .filter((one) => one.group !== null && (unit === undefined || one.unit === unit))
    .map((one) => ({ number: one.number, seen: quarter.said(one).decision?.version ?? 0 }));
  const form = { period: '2023Q2', findings, kind, points: null, reason: kind === 'accepted' ? '' : '已核实' };
  await decideFindings(console, actor('inspector'), form);
}

const textOf = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const filesIn = (page: string): readonly string[] =>
  [...page.matchAll(/href="(\/bulletins\/2023Q2\/v\d+\/[^"]+)"/g)].map(([, path = '']) => path);

describe('a draft', () => {
  it('says what stands in its way', async () => {
    const district = await consoleDistrict();
    const inspector = await district.as('inspector');
    const before = textOf(await inspector.page(ADDRESS));
    expect(before).toContain('4个减分问题待审核');
    expect(before).toContain('乙局： “统计数据”栏目2023年4月信息逾期未公开');
    expect(before).toContain('3个单位的重点栏目保障得分没有评定');
    expect(before).toContain('判定日期早于季度末（2023年6月30日）');
    expect(before).not.toContain('整改期限');
    await decideAll(district);
    const after = await inspector.page(ADDRESS);
    expect(after).toContain('减分问题均已审核，异议均已答复，可以印发');
    // Published today unless somebody says otherwise; three calendar days, as the office gave in 2023.
    expect(after).toMatch(/name="publishedOn" value="2023-06-06"/);
    expect(after).toMatch(/name="rectifyBy" value="2023-06-09"/);
  });

  it('is shown as the document will say it, in a frame without rights', async () => {
    const { as } = await consoleDistrict();
    const reader = await as('reader');
    expect(await reader.page(ADDRESS)).toMatch(/<iframe[^>]*src="\/bulletins\/2023Q2\/draft\/preview"[^>]*sandbox=""/);
    for (const path of ['preview', 'report']) {
      const answer = await reader.get(`${ADDRESS}/draft/${path}`);
      expect(answer.status).toBe(200);
      const policy = answer.headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain('sandbox');
      expect(policy).not.toContain('script-src');
      const html = await answer.text();
      expect(html).toContain('乙局');
      expect(html).not.toMatch(/<script|<form|<iframe/);
    }
    expect(await reader.page(`${ADDRESS}/draft/preview`)).toContain(
      '<p class="center">关于全区政务公开工作情况的通报</p>',
    );
  });

  it('is downloaded in three forms, and follows what is decided', async () => {
    const district = await consoleDistrict();
    const inspector = await district.as('inspector');
    const document = async (): Promise<string> => {
      const answer = await inspector.get(`${ADDRESS}/draft/docx`);
      const name = encodeURIComponent('2023年第二季度政务公开通报（征求意见稿）.docx');
      expect(answer.headers.get('content-disposition')).toContain(
        `attachment; filename="download"; filename*=UTF-8''${name}`,
      );
      expect(answer.headers.get('content-type')).toContain('wordprocessingml');
      return (await mammoth.extractRawText({ buffer: Buffer.from(await answer.arrayBuffer()) })).value;
    };
    expect(await document()).toContain('本季度共减分4项');
    await decideAll(district, 'rejected', 'yi');
    expect(await document()).toContain('本季度共减分2项');
    const xlsx = await inspector.get(`${ADDRESS}/draft/xlsx`);
    expect(
      Buffer.from(await xlsx.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
    expect(await (await inspector.get(`${ADDRESS}/draft/html`)).text()).toContain('巡检报告');
  });

  it('can be had from what a backup brings back, without the evidence', async () => {
    const district = await consoleDistrict();
    for (const name of readdirSync(district.console.data))
      if (name.startsWith('xunjian.db') || name === 'evidence')
        rmSync(join(district.console.data, name), { recursive: true });
    const page = await (await district.as('reader')).page(`${ADDRESS}/draft/preview`);
    expect(page).toContain('关于全区政务公开工作情况的通报');
  });

  it.each(['draft/json', 'draft/..%2f..%2ftargets.yaml', 'v1/audit.json', 'v0/x', 'v1/..%2f..%2fxunjian.db'])(
    'gives nothing at %s',
    async (path) => {
      const { as } = await consoleDistrict();
      expect((await (await as('inspector')).get(`${ADDRESS}/${path}`)).status).toBe(404);
    },
  );

  it('is of a quarter that was audited', async () => {
    const { as } = await consoleDistrict();
    for (const period of ['2023Q1', '2023', 'x', '..%2f2023Q2'])
      for (const path of ['', '/draft/docx', '/draft/preview'])
        expect((await (await as('inspector')).get(`/bulletins/${period}${path}`)).status).toBe(404);
  });
});

describe('a bulletin', () => {
  it('goes out with its files, which stay as they are', async () => {
    const district = await consoleDistrict();
    await decideAll(district);
    const inspector = await district.as('inspector');
    const frozen = await inspector.post(`${ADDRESS}/freeze`, DAYS);
    expect([frozen.status, frozen.headers.get('location')]).toEqual([303, ADDRESS]);
    const page = await inspector.page(ADDRESS);
    expect(page).toContain('2023年第二季度通报第1版已印发');
    expect(page).toContain('现有判定和审核结果与最新版本一致');
    const files = filesIn(page);
    expect(files).toHaveLength(4);
    const bytes = async (): Promise<readonly string[]> =>
      Promise.all(
        files.map(async (path) => {
          const answer = await inspector.get(path);
          expect(answer.status).toBe(200);
          return createHash('sha256')
            .update(Buffer.from(await answer.arrayBuffer()))
            .digest('hex');
        }),
      );
    const before = await bytes();
    for (const sha256 of before) expect(page).toContain(sha256);
    await decideAll(district, 'rejected', 'jia');
    expect(await bytes()).toEqual(before);
    expect(readFileSync(join(dirname(district.console.files.targets), 'registers', 'feedback.csv'), 'utf8')).toBe(
      '\uFEFF单位,季度,截止日期,反馈日期\r\n甲局,2023Q2,2023-08-11,\r\n乙局,2023Q2,2023-08-11,\r\n丙镇,2023Q2,2023-08-11,\r\n',
    );
    const [entry] = await district.console.inspection.log.entries({ action: 'freeze', limit: 1 });
    expect(entry).toMatchObject({ byName: '检查员甲', period: '2023Q2', after: { version: 1 } });
    expect(await inspector.page('/bulletins')).toContain('已印发第1版（2023-08-08）');
  });

  it('is corrected by a new version, and says what is otherwise until then', async () => {
    const district = await consoleDistrict();
    await decideAll(district);
    const inspector = await district.as('inspector');
    await inspector.post(`${ADDRESS}/freeze`, DAYS);
    const [first = ''] = filesIn(await inspector.page(ADDRESS));
    await decideAll(district, 'rejected', 'jia');
    const changed = textOf(await inspector.page(ADDRESS));
    expect(changed).toContain('与已印发的第1版不同');
    expect(changed).toMatch(/甲局 19\.5 20 1 0/);
    expect(changed).not.toMatch(/丙镇 19\.5 19\.5/);
    const again = await inspector.post(`${ADDRESS}/freeze`, {
      ...DAYS,
      publishedOn: '2023-08-15',
      rectifyBy: '2023-08-18',
      seen: '1',
    });
    expect(again.status).toBe(303);
    const page = await inspector.page(ADDRESS);
    expect(page).not.toContain('与已印发的');
    expect(textOf(page)).toMatch(/第2版 2023-08-15 2023-08-18.*第1版 2023-08-08 2023-08-11/);
    expect((await inspector.get(first)).status).toBe(200);
    // Who is cleared owes no report: nobody is to say later that it did not come.
    expect(readFileSync(join(dirname(district.console.files.targets), 'registers', 'feedback.csv'), 'utf8')).toBe(
      '\uFEFF单位,季度,截止日期,反馈日期\r\n乙局,2023Q2,2023-08-18,\r\n丙镇,2023Q2,2023-08-18,\r\n',
    );
  });

  it('does not go out before everything is decided and answered', async () => {
    const district = await consoleDistrict();
    const inspector = await district.as('inspector');
    const early = await inspector.post(`${ADDRESS}/freeze`, DAYS);
    expect([early.status, textOf(await early.text()).includes('还有4个减分问题待审核')]).toEqual([409, true]);
    await decideAll(district);
    const { number = '' } = (await district.console.board.quarter()).findings.find(({ unit }) => unit === 'jia') ?? {};
    await object(district.console, district.actor('jia'), { period: '2023Q2', number, text: '已更新', file: null });
    const raised = await inspector.post(`${ADDRESS}/freeze`, DAYS);
    expect([raised.status, textOf(await raised.text()).includes('还有1个问题的异议没有答复')]).toEqual([409, true]);
    expect(await district.console.inspection.bulletins.versions()).toEqual([]);
  });

  it('goes out once, where two let it go at the same time', async () => {
    const district = await consoleDistrict();
    await decideAll(district);
    const [first, second] = [await district.as('inspector'), await district.as('second')];
    const answers = await Promise.all([first, second].map((one) => one.post(`${ADDRESS}/freeze`, DAYS)));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect(await district.console.inspection.bulletins.versions()).toHaveLength(1);
  });

  it.each([
    [{ publishedOn: '八月八日' }, '印发日期不正确'],
    [{ rectifyBy: '2023-02-30' }, '整改期限不正确'],
    [{ rectifyBy: '2023-08-07' }, '整改期限早于印发日期'],
  ])('needs days that make sense: %o', async (days, told) => {
    const district = await consoleDistrict();
    await decideAll(district);
    const answer = await (await district.as('inspector')).post(`${ADDRESS}/freeze`, { ...DAYS, ...days });
    expect(answer.status).toBe(400);
    const page = await answer.text();
    expect(page).toContain(told);
    for (const typed of Object.values(days)) expect(page).toContain(`value="${typed}"`);
    expect(await district.console.inspection.bulletins.versions()).toEqual([]);
  });

  it('is not made of registers that are in doubt', async () => {
    const district = await consoleDistrict();
    await decideAll(district);
    const inspector = await district.as('inspector');
    await inspector.post('/coverage', { 'score.jia': '4', 'seen.jia': '' });
    await inspector.page(ADDRESS);
    const registers = join(dirname(district.console.files.targets), 'registers');
    writeFileSync(join(registers, 'coverage.xlsx'), 'a second file of the same register');
    const answer = await inspector.post(`${ADDRESS}/freeze`, DAYS);
    expect(answer.status).toBe(400);
    expect(await district.console.inspection.bulletins.versions()).toEqual([]);
  });

  it('is out also where the register of feedback could not be written, which is told', async () => {
    const district = await consoleDistrict();
    await decideAll(district);
    symlinkSync(
      join(district.console.data, 'nowhere', 'at', 'all'),
      join(dirname(district.console.files.targets), 'registers'),
    );
    const inspector = await district.as('inspector');
    expect((await inspector.post(`${ADDRESS}/freeze`, DAYS)).status).toBe(303);
    const page = await inspector.page(ADDRESS);
    expect(page).toContain('第1版已印发');
    expect(page).toContain('整改反馈台账没有更新');
  });

  it('tells of a kept file that was damaged, and does not hand it out', async () => {
    const district = await consoleDistrict();
    await decideAll(district);
    const inspector = await district.as('inspector');
    await inspector.post(`${ADDRESS}/freeze`, DAYS);
    const folder = join(district.console.data, 'bulletins', '2023Q2-v1');
    const files = filesIn(await inspector.page(ADDRESS));
    for (const name of readdirSync(folder)) appendFileSync(join(folder, name), 'x');
    for (const path of files) {
      const answer = await inspector.get(path);
      expect(answer.status).toBe(409);
      expect(await answer.text()).toContain('与印发时不符');
    }
  });
});

describe('bulletins', () => {
  it('are looked at by all but units, and let go by inspectors', async () => {
    const district = await consoleDistrict();
    await decideAll(district);
    const [reader, unit] = [await district.as('reader'), await district.as('jia')];
    expect(await reader.page(ADDRESS)).not.toContain('name="publishedOn"');
    expect((await reader.post(`${ADDRESS}/freeze`, DAYS)).status).toBe(403);
    expect((await unit.post(`${ADDRESS}/freeze`, DAYS)).status).toBe(403);
    await (await district.as('inspector')).post(`${ADDRESS}/freeze`, DAYS);
    const files = filesIn(await reader.page(ADDRESS));
    expect(files).toHaveLength(4);
    const drafts = ['/draft/docx', '/draft/preview', '/draft/report'].map((path) => `${ADDRESS}${path}`);
    for (const path of ['/bulletins', ADDRESS, ...drafts, ...files]) expect((await unit.get(path)).status).toBe(403);
  });
});
