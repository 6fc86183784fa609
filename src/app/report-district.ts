import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadRulebook } from '../config/rulebook.ts';
import type { Audit } from '../model/audit.ts';
import { EXIT, UserError } from '../model/user-error.ts';
import { parseAudit, serialiseAudit } from '../report/audit-json.ts';
import { buildReport } from '../report/build-report.ts';
import { renderHtml } from '../report/html/render.tsx';
import { lastAuditFile } from './audit-district.ts';
import { storedData } from './compose.ts';
import { type InputFiles, loadPlan } from './inputs.ts';
import { evidencePictures } from './pictures.ts';
import { writeWhole } from './write-file.ts';

export interface ReportRequest {
  readonly files: Pick<InputFiles, 'targets' | 'rulebook' | 'units'>;
  readonly data: string;
  /** Folder for the reports. */
  readonly out: string;
}

/** Writes the reports of a data folder's last audit and returns their paths. Throws UserError where there is none. */
export async function reportDistrict({ files, data, out }: ReportRequest): Promise<readonly string[]> {
  const { plan } = loadPlan(files);
  const rulebook = loadRulebook(files.rulebook ?? plan.rulebook);
  const audit = readLastAudit(data);
  const stored = await storedData(data);
  try {
    const pictures = await evidencePictures(audit, stored);
    const html = join(out, 'report.html');
    const json = join(out, 'audit.json');
    writeWhole(html, renderHtml(buildReport({ audit, rulebook, plan, pictures })));
    writeWhole(json, serialiseAudit(audit));
    return [html, json];
  } finally {
    await stored.close();
  }
}

function readLastAudit(data: string): Audit {
  const file = lastAuditFile(data);
  if (!existsSync(file))
    throw new UserError(EXIT.usage, [{ place: { file }, what: '还没有判定结果', remedy: '请先运行 xunjian audit' }]);
  return parseAudit(readFileSync(file, 'utf8'), file);
}
