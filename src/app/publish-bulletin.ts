import type { CivilDate } from '../model/civil-date.ts';
import { parsePeriod } from '../model/period.ts';
import { isAssessedIn } from '../model/plan.ts';
import { EXIT, UserError } from '../model/user-error.ts';
import { inspection } from './compose.ts';
import { lastAudit } from './last-audit.ts';
import { loadPlan } from './load-plan.ts';

export interface PublishRequest {
  readonly targets: string;
  readonly data: string;
  readonly publishedOn: CivilDate;
  /** The last day for units to put right what the bulletin names. */
  readonly rectifyBy: CivilDate;
}

/** A bulletin as it went out. */
export interface Published {
  /** `2023Q2`. */
  readonly period: string;
  /** From 1; a correction is a new version. */
  readonly version: number;
}

/**
 * Puts the last audit on record as the quarter's bulletin: what it names is to be put right by the deadline, and later
 * audits say what was not. Throws UserError: 2 where there is no audit, where it left units out, or where the deadline
 * lies before the day of publishing; 5 for storage.
 */
export async function publishBulletin({ targets, data, publishedOn, rectifyBy }: PublishRequest): Promise<Published> {
  const { plan } = loadPlan({ targets, units: [] });
  const { audit } = lastAudit(data);
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
    throw unpublishable(`整改期限早于发布日期 ${publishedOn}`, rectifyBy, '请改正 --rectify-by');
  const { bulletins, close } = await inspection(data);
  try {
    return { period: audit.period, version: await bulletins.publish({ audit, publishedOn, rectifyBy }) };
  } finally {
    await close();
  }
}

const unpublishable = (what: string, value: string, remedy: string): UserError =>
  new UserError(EXIT.usage, [{ place: {}, what, value, remedy }]);
