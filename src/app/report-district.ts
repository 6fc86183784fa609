import { join } from 'node:path';
import { loadRulebook } from '../config/rulebook.ts';
import { serialiseAudit } from '../report/audit-json.ts';
import { buildReport } from '../report/build-report.ts';
import { renderHtml } from '../report/html/render.tsx';
import { storedData } from './compose.ts';
import type { InputFiles } from './inputs.ts';
import { lastAudit } from './last-audit.ts';
import { loadPlan } from './load-plan.ts';
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
  const { audit, unread } = lastAudit(data);
  const stored = await storedData(data);
  try {
    const pictures = await evidencePictures(audit, stored);
    const html = join(out, 'report.html');
    const json = join(out, 'audit.json');
    writeWhole(html, renderHtml(buildReport({ audit, unread, rulebook, plan, pictures })));
    writeWhole(json, serialiseAudit(audit));
    return [html, json];
  } finally {
    await stored.close();
  }
}
