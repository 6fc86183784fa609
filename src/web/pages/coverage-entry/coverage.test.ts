import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { consoleDistrict } from '../../../../test/support/console.ts';

/** The register as it lies on the disk; '' where there is none. */
function register(targets: string): string {
  const file = join(dirname(targets), 'registers', 'coverage.csv');
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

const field = (page: string, unit: string): string =>
  new RegExp(`<input name="score\\.${unit}"[^>]*?value="([^"]*)"`).exec(page)?.[1] ?? 'none';

const blank = (...units: readonly string[]) =>
  Object.fromEntries(
    units.flatMap((unit) => [
      [`score.${unit}`, ''],
      [`seen.${unit}`, ''],
    ]),
  );

describe('points for key columns', () => {
  it('are suggested with a reason, and entered in one form that counts at once', async () => {
    const { as, console } = await consoleDistrict();
    const inspector = await as('inspector');
    const page = await inspector.page('/coverage');
    expect(page).toContain('没有设定重点栏目');
    expect([field(page, 'jia'), field(page, 'bing')]).toEqual(['', '']);

    const form = { ...blank('jia', 'yi', 'bing'), 'score.jia': '4.5', 'score.yi': '３' };
    const saved = await inspector.post('/coverage', form);
    expect(saved.status).toBe(303);
    const after = await inspector.page('/coverage');
    expect(after).toContain('已评定2个单位');
    expect([field(after, 'jia'), field(after, 'yi'), field(after, 'bing')]).toEqual(['4.5', '3', '']);
    expect(register(console.files.targets)).toContain('甲局,2023Q2,4.5');
    expect(await inspector.page('/scorecards/jia')).toContain('15 + 4.5 − 0.5 = 19');
    const entries = await console.inspection.log.entries({ unit: 'yi', action: 'enter-coverage', limit: 5 });
    expect(entries).toMatchObject([{ byName: '检查员甲', before: { score: null }, after: { score: 3 } }]);
  });

  it('are taken over where nobody has entered any, and nowhere else', async () => {
    const { as } = await consoleDistrict();
    const inspector = await as('inspector');
    await inspector.post('/coverage', { ...blank('jia', 'yi', 'bing'), 'score.jia': '2' });
    const form = { ...blank('yi', 'bing'), 'score.jia': '2', 'seen.jia': '2', 'score.bing': '4', adopt: '1' };
    expect((await inspector.post('/coverage', form)).status).toBe(303);
    const page = await inspector.page('/coverage');
    expect([field(page, 'jia'), field(page, 'yi'), field(page, 'bing')]).toEqual(['2', '5', '4']);
    expect(page).toContain('各单位均已评定');
    expect(page).not.toContain('全部采用建议');
  });

  it.each([
    ['5.1', '请填写0至5之间'],
    ['4.55', '最多一位小数'],
    ['好', '不是数字'],
    ['-1', '不是数字'],
  ])('are refused where they make no sense (%s), with what was typed', async (typed, told) => {
    const { as, console } = await consoleDistrict();
    const inspector = await as('inspector');
    const answer = await inspector.post('/coverage', { ...blank('jia', 'yi'), 'score.jia': '4', 'score.yi': typed });
    expect(answer.status).toBe(400);
    const page = await answer.text();
    expect(page).toContain(told);
    expect([field(page, 'jia'), field(page, 'yi')]).toEqual(['4', typed]);
    expect(register(console.files.targets)).toBe('');
  });

  it('are not taken out by an empty field', async () => {
    const { as } = await consoleDistrict();
    const inspector = await as('inspector');
    await inspector.post('/coverage', { ...blank('jia'), 'score.jia': '2' });
    const answer = await inspector.post('/coverage', { 'score.jia': '', 'seen.jia': '2' });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('不能清空');
  });

  it('of somebody else are not written over by an older form', async () => {
    const { as } = await consoleDistrict();
    const [first, second] = [await as('inspector'), await as('second')];
    await first.post('/coverage', { ...blank('jia', 'yi'), 'score.jia': '4' });
    // Left alone in the older form, which is no wish.
    expect((await second.post('/coverage', { ...blank('jia', 'yi'), 'score.yi': '3' })).status).toBe(303);
    const answer = await second.post('/coverage', { ...blank('jia'), 'score.jia': '1' });
    expect(answer.status).toBe(409);
    const page = await answer.text();
    expect(page).toContain('他人刚刚评定了甲局');
    expect(page).toContain('他人已评定为4');
    expect(field(page, 'jia')).toBe('1');
    expect(field(await second.page('/coverage'), 'jia')).toBe('4');
  });

  it('are refused where the register has mistakes of its own in that row', async () => {
    const { as, console } = await consoleDistrict();
    const inspector = await as('inspector');
    await inspector.post('/coverage', { ...blank('jia'), 'score.jia': '4' });
    const file = join(dirname(console.files.targets), 'registers', 'coverage.csv');
    writeFileSync(file, '单位,季度,得分分\n甲局,2023Q2,4\n');
    const answer = await inspector.post('/coverage', { ...blank('yi'), 'score.yi': '4' });
    expect(answer.status).toBe(400);
    expect(readFileSync(file, 'utf8')).toContain('得分分');
  });

  it('are for inspectors to enter and readers to see', async () => {
    const { as } = await consoleDistrict();
    const reader = await as('reader');
    const page = await reader.page('/coverage');
    expect(page).toContain('甲局');
    expect(field(page, 'jia')).toBe('none');
    expect((await reader.post('/coverage', { 'score.jia': '4', 'seen.jia': '' })).status).toBe(403);
    const unit = await as('jia');
    expect((await unit.get('/coverage')).status).toBe(403);
    expect((await unit.post('/coverage', { 'score.jia': '5', 'seen.jia': '' })).status).toBe(403);
  });

  it('of a unit that does not exist are refused', async () => {
    const { as } = await consoleDistrict();
    const answer = await (await as('inspector')).post('/coverage', { 'score.nobody': '4', 'seen.nobody': '' });
    expect(answer.status).toBe(404);
  });
});
