import { builtInChecks } from '../../checks/index.ts';
import { docxPage } from '../extract/files/word-page.ts';
import type { Audit } from '../model/audit.ts';
import { EXIT, UserError } from '../model/user-error.ts';
import { buildReport } from '../report/build-report.ts';
import type { ReportModel } from '../report/report-model.ts';
import { storedData } from './compose.ts';
import { asScoredNow } from './decided-audit.ts';
import { type InputFiles, loadInputs } from './inputs.ts';
import { evidencePictures } from './pictures.ts';
import { quarterAudit } from './quarter-audits.ts';
import { type BulletinForm, bulletinForm, type ReportFile } from './report-files.ts';
import { reportHistory } from './report-history.ts';
import { yearSoFar } from './report-year.ts';

/** What a bulletin is made of: plain data, for a thread. */
export interface BulletinWork {
  readonly files: InputFiles;
  readonly data: string;
  /** `2023Q2`. */
  readonly period: string;
  /** Null for a draft. */
  readonly publication: ReportModel['publication'];
  /** Those that are wanted: a workbook takes much longer than all others. */
  readonly forms: readonly BulletinForm[];
}

/** A quarter's bulletin in the forms that were wanted. */
export interface BulletinFiles {
  readonly files: readonly ReportFile[];
  /** What the document of a draft says, as a page that any browser may be given; null where it is too long for one. */
  readonly preview: string | null;
}

/**
 * A quarter's bulletin as targets, registers and decisions have it now. Throws UserError: 2 for wrong targets or
 * registers or a quarter that was not audited, 4 where a cited picture is damaged, 5 for storage.
 */
export async function bulletinFiles({ files, data, period, publication, forms }: BulletinWork): Promise<BulletinFiles> {
  const { plan, rulebook, registers } = await loadInputs(files);
  const { audit: proposed, unread } = quarterAudit(data, period);
  const audit = await asScoredNow(proposed, { data, rulebook, registers });
  const history = await reportHistory(data, audit, registers);
  const report = buildReport({
    ...{ audit, unread, rulebook, plan, history, publication },
    pictures: await picturesOf(audit, data),
    year: yearSoFar({ quarter: period, plan, rulebook, quarters: history.quarters, bonus: registers.bonus }),
    checks: new Map(builtInChecks.map(({ id, title }) => [id, title])),
  });
  const made: ReportFile[] = [];
  for (const form of forms) made.push(await bulletinForm(form, report, audit));
  return { files: made, preview: publication ? null : await previewOf(made) };
}

/** None where the evidence is not there: what people decided comes back from a backup without it. */
async function picturesOf(audit: Audit, data: string): ReturnType<typeof evidencePictures> {
  const stored = await storedData(data).catch((error: unknown) => {
    if (error instanceof UserError && error.exitCode === EXIT.usage) return null;
    throw error;
  });
  if (!stored) return new Map();
  try {
    return await evidencePictures(audit, stored);
  } finally {
    await stored.close();
  }
}

async function previewOf(files: readonly ReportFile[]): Promise<string | null> {
  const document = files.find(([name]) => name.endsWith('.docx'))?.[1];
  return document instanceof Uint8Array ? ((await docxPage(document))?.html ?? null) : null;
}
