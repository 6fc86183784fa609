import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it, onTestFinished } from 'vitest';
import { packageRoot } from '../config/package-root.ts';
import { exportPlan } from './export-plan.ts';

const targets = join(packageRoot(), 'targets.yaml');

async function exported(units: readonly string[] = []) {
  const out = mkdtempSync(join(tmpdir(), 'plan-'));
  onTestFinished(() => rmSync(out, { recursive: true }));
  const result = await exportPlan({ files: { targets, units }, plan: 'plan-2022', out });
  const rowsOf = async (file: string) => {
    const { sheets } = await readXlsx(readFileSync(join(out, file)));
    return sheets[0]?.rows.map((row) => row.map((cell) => (cell === null ? '' : String(cell)))) ?? [];
  };
  return { out, result, rowsOf };
}

describe('the ledgers of 2022', () => {
  it('are one of the district and one for every unit', async () => {
    const { out, result, rowsOf } = await exported();
    expect(result.unknown).toEqual([]);
    expect(readdirSync(out)).toHaveLength(result.files.length);
    expect(result.files).toHaveLength(47);
    const all = await rowsOf('全区政务公开工作台账_2022.xlsx');
    expect(all[0]?.[0]).toBe('全区2022年政务公开工作任务台账');
    expect(all.slice(2)).toHaveLength(63);
    expect(all[1]).toContain('责任单位');
  });
  it('have the form of annex 3, the last two columns left to the unit', async () => {
    const { result, rowsOf } = await exported(['区统计局']);
    expect(result.files).toHaveLength(1);
    const [, header, ...rows] = await rowsOf('区统计局政务公开工作台账_2022.xlsx');
    expect(header).toEqual(['序号', '工作任务', '工作举措', '时限要求', '单位分管领导', '责任科室']);
    expect(rows.map(([no]) => no)).toEqual(rows.map((_, i) => String(i + 1)));
    for (const [, task, measure, limit, leader, office] of rows) {
      expect(task && measure && limit).not.toBe('');
      expect([leader ?? '', office ?? '']).toEqual(['', '']);
    }
    expect(rows.some(([, task]) => task?.includes('第59项'))).toBe(false);
  });
  it('say who leads, where it shows and by when', async () => {
    const { rowsOf } = await exported(['区司法局', '敬仲镇', '区住建局']);
    const find = async (unit: string, no: number) =>
      (await rowsOf(`${unit}政务公开工作台账_2022.xlsx`)).find(([, task]) => task?.includes(`第${no}项`));
    expect(await find('区司法局', 33)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^牵头落实；在“意见征集”栏目公开/), '征求意见不少于30日']),
    );
    expect(await find('敬仲镇', 63)).toEqual(expect.arrayContaining([expect.stringContaining('配合区司法局落实')]));
    expect((await find('敬仲镇', 59))?.[3]).toBe('2022年12月31日前');
    const housing = await find('区住建局', 18);
    expect(housing?.[2]).toContain('每月在“重大建设项目”栏目公开，期满后10个工作日内');
    expect(housing?.[3]).toContain('每月，期满后10个工作日内；项目竣工后20个工作日内');
  });
});
