import { Buffer } from 'node:buffer';
import { expect, it } from 'vitest';
import { UserError } from '../../model/user-error.ts';
import { PLAN } from '../../registers/plan.fixture.ts';
import { cellAt, goodRow, workbookWith } from './hostile.fixture.ts';
import type { UploadLimits } from './limits.ts';
import { parseUploadedRegister } from './parse-uploaded-register.ts';

const HEADER = '单位,季度,重点栏目保障得分\n';
const parse = (bytes: Uint8Array, limits?: Partial<UploadLimits>) =>
  parseUploadedRegister(bytes, 'C:\\台账\\得分.xlsx', { id: 'coverage', plan: PLAN, coverageMax: 5 }, limits);

async function refusal(bytes: Uint8Array, limits?: Partial<UploadLimits>): Promise<string> {
  const error = await parse(bytes, limits).then(
    () => null,
    (error: unknown) => error,
  );
  if (!(error instanceof UserError)) throw new Error(`it was taken, or worse: ${error}`);
  return error.message;
}

it('reads a file in a thread, and says what the thread says of another', { timeout: 120_000 }, async () => {
  const [good, bad] = await Promise.all([
    workbookWith(goodRow).then((bytes) => parse(bytes)),
    refusal(Buffer.from('%PDF-1.7')),
  ]);
  expect(good).toMatchObject({ sheet: [{ line: 1 }, { line: 2, cells: ['sfj', '2023Q2', '4.5'] }], problems: [] });
  expect(bad).toMatch(/^得分\.xlsx 不是 \.xlsx 或 \.csv 文件。/);
});

it('a file that is too large never reaches a thread', async () =>
  expect(await refusal(Buffer.alloc(5 * 1024 * 1024 + 1))).toBe('得分.xlsx 文件超过 5 MB。请删去已不需要的行'));

it('a thread that takes too long is ended, and the next file is read', { timeout: 120_000 }, async () => {
  const endless = Buffer.from(`${HEADER}${'x\n'.repeat(2_000_000)}`);
  expect(await refusal(endless, { timeMs: 20 })).toBe('得分.xlsx 读取超过0.02秒，已停止。请减少内容或另存后重试');
  expect((await parse(Buffer.from(`${HEADER}sfj,2023Q2,4\n`))).problems).toEqual([]);
});

it('a thread that takes too much memory is ended, and this one goes on', { timeout: 240_000 }, async () => {
  const wide = await workbookWith(cellAt('J1048576'));
  expect(wide.length).toBeLessThan(3000);
  expect(await refusal(wide, { memoryMb: 96, timeMs: 200_000 })).toBe(
    '得分.xlsx 内容过于庞大，读取时超出内存限制。请减少内容后重试',
  );
  expect((await parse(Buffer.from(`${HEADER}sfj,2023Q2,4\n`))).problems).toEqual([]);
});
