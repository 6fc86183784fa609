import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Audit } from '../model/audit.ts';
import type { CivilDate } from '../model/civil-date.ts';
import { parsePeriod } from '../model/period.ts';
import { isAssessedIn, type Plan } from '../model/plan.ts';
import { EXIT, UserError } from '../model/user-error.ts';
import { inspection } from './compose.ts';
import type { ReportFile } from './report-files.ts';
import { writeWhole } from './write-file.ts';

export interface PublishRequest {
  readonly plan: Plan;
  readonly data: string;
  /** As inspectors left it. */
  readonly audit: Audit;
  readonly publishedOn: CivilDate;
  /** The last day for units to put right what the bulletin names. */
  readonly rectifyBy: CivilDate;
  /** What goes out, kept for ever as it is. */
  readonly files: readonly ReportFile[];
}

/** A bulletin as it went out. */
export interface Published {
  /** `2023Q2`. */
  readonly period: string;
  /** From 1; a correction is a new version. */
  readonly version: number;
}

/**
 * Puts an audit on record as the quarter's bulletin: what it names is to be put right by the deadline, and later
 * audits say what was not. Its files are kept beside the evidence, so that they stay as they went out. Throws UserError:
 * 2 where the audit left units out or the deadline lies before the day of publishing; 5 for storage.
 */
export async function publishBulletin(request: PublishRequest): Promise<Published> {
  const { data, audit, publishedOn, rectifyBy, files } = request;
  requirePublishable(request);
  const { bulletins, close } = await inspection(data);
  try {
    const version = await bulletins.publish({ audit, publishedOn, rectifyBy }, (number) =>
      files.map(([name, content]) => {
        const bytes = Buffer.from(content as string);
        writeWhole(bulletinFile(data, audit.period, number, name), bytes);
        return { name, sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length };
      }),
    );
    return { period: audit.period, version };
  } finally {
    await close();
  }
}

/** Where a file of a published bulletin lies. The name is one that the record of the bulletin gives. */
export const bulletinFile = (data: string, period: string, version: number, name: string): string =>
  join(data, 'bulletins', `${period}-v${version}`, name);

function requirePublishable({ plan, audit, publishedOn, rectifyBy }: PublishRequest): void {
  const quarter = parsePeriod(audit.period);
  const left = plan.units.filter(
    (one) => (!quarter || isAssessedIn(one, quarter)) && !audit.units.some(({ id }) => id === one.id),
  );
  if (left.length > 0) {
    const value = left.map(({ name }) => name).join('、');
    throw unpublishable(
      '最近一次判定没有包括全部单位，不能据此发布通报',
      value,
      '请不带 --unit 重新运行 xunjian audit',
    );
  }
  if (rectifyBy < publishedOn)
    throw unpublishable(`整改期限早于发布日期 ${publishedOn}`, rectifyBy, '请改正整改期限（--rectify-by）');
}

const unpublishable = (what: string, value: string, remedy: string): UserError =>
  new UserError(EXIT.usage, [{ place: {}, what, value, remedy }]);
