import { builtInChecks } from '../../checks/index.ts';
import { docxPage } from '../extract/files/word-page.ts';
import { buildReport } from '../report/build-report.ts';
import type { ReportModel } from '../report/report-model.ts';
import { storedData } from './compose.ts';
import { asScoredNow } from './decided-audit.ts';
import { type InputFiles, loadInputs } from './inputs.ts';
import { evidencePictures } from './pictures.ts';
import { quarterAudit } from './quarter-audits.ts';
import { isOfBulletin, type ReportFile, reportFiles } from './report-files.ts';
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
}

/** A quarter's bulletin in all its forms. */
export interface BulletinFiles {
  readonly files: readonly ReportFile[];
  /** What the document says, as a page that any browser may be given; null where it is too long for one. */
  readonly preview: string | null;
}

/**
 * A quarter's bulletin as targets, registers and decisions have it now. Throws UserError: 2 for wrong targets or
 * registers or a quarter that was not audited, 4 where a cited picture is damaged, 5 for storage.
 */
export async function bulletinFiles({ files, data, period, publication }: BulletinWork): Promise<BulletinFiles> {
  const { plan, rulebook, registers } = await loadInputs(files);
  const { audit: proposed, unread } = quarterAudit(data, period);
  const audit = await asScoredNow(proposed, { data, rulebook, registers });
  const history = await reportHistory(data, audit, registers);
  const stored = await storedData(data);
  try {
    const report = buildReport({
      ...{ audit, unread, rulebook, plan, history, publication },
      pictures: await evidencePictures(audit, stored),
      year: yearSoFar({ quarter: period, plan, rulebook, quarters: history.quarters, bonus: registers.bonus }),
      checks: new Map(builtInChecks.map(({ id, title }) => [id, title])),
    });
    const made = (await reportFiles(report, audit, new Set())).filter(isOfBulletin);
    return { files: made, preview: await previewOf(made) };
  } finally {
    await stored.close();
  }
}

async function previewOf(files: readonly ReportFile[]): Promise<string | null> {
  const document = files.find(([name]) => name.endsWith('.docx'))?.[1];
  if (!(document instanceof Uint8Array)) throw new Error('a bulletin has no document');
  return (await docxPage(document))?.html ?? null;
}
