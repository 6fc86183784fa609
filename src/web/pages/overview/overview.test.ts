import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { consoleDistrict, type Person } from '../../../../test/support/console.ts';

describe('the overview', () => {
  it('says where the quarter stands, to those who look after the district', async () => {
    const { as } = await consoleDistrict();
    for (const person of ['administrator', 'inspector', 'reader'] as const) {
      const page = await (await as(person)).page('/');
      expect(page).toContain('2023年第二季度');
      expect(page).toContain('待审核减分问题');
      expect(page).toContain('信息公开指南');
    }
  });

  it('tells what is wrong in a register to those alone who may edit it', async () => {
    const { as, console } = await consoleDistrict();
    await console.board.quarter();
    const registers = join(dirname(console.files.targets), 'registers');
    mkdirSync(registers, { recursive: true });
    writeFileSync(join(registers, 'coverage.csv'), '单位,季度,重点栏目保障得分\n乙局,2023Q2,乙局的秘密\n');
    await console.board.quarter();
    expect(await (await as('inspector')).page('/')).toContain('乙局的秘密');
    for (const person of ['jia', 'reader'] as const) {
      const page = await (await as(person)).page('/');
      expect(page).toContain('配置或台账有误');
      expect(page).not.toContain('乙局的秘密');
    }
  });

  it('tells no unit so either where nothing can be shown for it', async () => {
    const { as, console } = await consoleDistrict();
    const registers = join(dirname(console.files.targets), 'registers');
    mkdirSync(registers, { recursive: true });
    writeFileSync(join(registers, 'coverage.csv'), '单位,季度,重点栏目保障得分\n乙局,2023Q2,乙局的秘密\n');
    const said = async (person: Person) => (await (await as(person)).get('/api/v1/quarters/2023Q2/findings')).text();
    expect(await said('inspector')).toContain('乙局的秘密');
    expect(await said('jia')).toContain('第2行');
    expect(await said('jia')).not.toContain('乙局的秘密');
  });

  it('is not for strangers, who are asked to log in and led back', async () => {
    const { app } = await consoleDistrict();
    const answer = await app.request('/?period=2023Q2', {}, { incoming: { socket: {} } });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/login']);
  });
});
