import { join } from 'node:path';
import { builtInChecks } from '../../checks/index.ts';
import type { Audit } from '../model/audit.ts';
import { type CivilDate, civilDateIn } from '../model/civil-date.ts';
import type { Period } from '../model/period.ts';
import type { Plan, Unit } from '../model/plan.ts';
import { EXIT, UserError } from '../model/user-error.ts';
import { buildReport } from '../report/build-report.ts';
import type { ReportModel } from '../report/report-model.ts';
import { storedData } from './compose.ts';
import { asDecided } from './decided-audit.ts';
import { type InputFiles, loadInputs } from './inputs.ts';
import { lastAudit } from './last-audit.ts';
import { evidencePictures } from './pictures.ts';
import { publishBulletin } from './publish-bulletin.ts';
import { isOfBulletin, reportFiles } from './report-files.ts';
import { reportHistory } from './report-history.ts';
import { yearSoFar } from './report-year.ts';
import { writeWhole } from './write-file.ts';

export interface ReportRequest {
  /** `units`: whose self-check sheets are written (all where none is named); the other reports are of all units. */
  readonly files: InputFiles;
  readonly data: string;
  /** Folder for the reports. */
  readonly out: string;
  /** The quarter that the last audit must be of; any without it. */
  readonly period?: Period | undefined;
  /** Puts the bulletin on record as it goes out; without it the bulletin is a draft. */
  readonly publish?: {
    /** The day in the district's time zone without it. */
    readonly publishedOn?: CivilDate | undefined;
    readonly rectifyBy: CivilDate;
  };
}

/**
 * Writes the reports of a data folder's last audit and returns their paths in the order in which they were written.
 * A bulletin goes on record when its file is ready, so that nothing is published that could not be made. Throws
 * UserError: 2 where there is no audit or it cannot be published, 5 for storage.
 */
export async function reportDistrict({ files, data, out, period, publish }: ReportRequest): Promise<readonly string[]> {
  const { plan, units, rulebook, registers } = await loadInputs(files);
  const { audit: proposed, unread } = lastAudit(data);
  requireQuarter(proposed, period);
  const audit = await asDecided(proposed, { data, rulebook, registers });
  requireAudited(audit, files.units.length > 0 ? units : []);
  const publication = publish ? publicationOf(publish, plan) : null;
  const stored = await storedData(data);
  try {
    const pictures = await evidencePictures(audit, stored);
    const history = await reportHistory(data, audit, registers);
    const report = buildReport({
      ...{ audit, unread, rulebook, plan, pictures, history, publication },
      year: yearSoFar({
        ...{ quarter: audit.period, plan, rulebook },
        ...{ quarters: history.quarters, bonus: registers.bonus },
      }),
      checks: new Map(builtInChecks.map(({ id, title }) => [id, title])),
    });
    const made = await reportFiles(report, audit, new Set(units.map(({ id }) => id)));
    if (publication) await publishBulletin({ plan, data, audit, files: made.filter(isOfBulletin), ...publication });
    return made.map(([path, content]) => {
      const file = join(out, path);
      writeWhole(file, content);
      return file;
    });
  } finally {
    await stored.close();
  }
}

/** A night's audit may have taken the place of the quarter's: what is published is what was asked for. */
function requireQuarter({ period: audited }: Audit, asked: Period | undefined): void {
  if (asked === undefined || asked.id === audited) return;
  const remedy = `请先运行 xunjian audit --period ${asked.id}`;
  throw new UserError(EXIT.usage, [{ place: {}, what: `最近一次判定是${audited}的，不是${asked.id}的`, remedy }]);
}

/** A sheet that was asked for by name must not be left out in silence. */
function requireAudited({ units: audited }: Audit, named: readonly Unit[]): void {
  const problems = named
    .filter(({ id }) => !audited.some((one) => one.id === id))
    .map(({ name }) => ({
      place: {},
      what: '最近一次判定不包括该单位，不能生成其自查表',
      value: name,
      remedy: '请先运行 xunjian audit',
    }));
  if (problems.length > 0) throw new UserError(EXIT.usage, problems);
}

const publicationOf = (
  { publishedOn, rectifyBy }: NonNullable<ReportRequest['publish']>,
  { timeZone }: Plan,
): NonNullable<ReportModel['publication']> => ({
  publishedOn: publishedOn ?? civilDateIn(new Date(), timeZone),
  rectifyBy,
});
