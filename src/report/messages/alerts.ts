import { createHash } from 'node:crypto';
import type { Audit } from '../../model/audit.ts';
import type { TrackedFinding } from '../../model/finding.ts';
import type { MessageDraft } from '../../model/message.ts';
import { groupBy } from '../group-by.ts';
import { dayName } from '../words.ts';
import { type Audience, consoleLine, toRobots, toUnit } from './audience.ts';

export interface AlertSources extends Audience {
  readonly audit: Pick<Audit, 'asOf' | 'verdicts'>;
  /** As they stand after this audit. */
  readonly findings: readonly TrackedFinding[];
}

/**
 * What a unit has to be told the same day, such as a resident number on a page: where it was seen for the first time, or
 * again, on the day of this audit. Which unit and how many, never what: a message travels further than a page.
 */
export function alertMessages(sources: AlertSources): MessageDraft[] {
  const { audit, findings, units } = sources;
  const isNew = ({ state, since }: TrackedFinding): boolean =>
    (state === 'new' || state === 'returned') && since === audit.asOf;
  const fresh = new Set(findings.filter(isNew).map(({ id }) => id));
  const alerts = audit.verdicts.filter(({ id, verdict, alert }) => verdict === 'fail' && alert && fresh.has(id));
  const byUnit = groupBy(alerts, ({ unit }) => unit);
  const named = units.flatMap((unit) => {
    const own = byUnit.get(unit.id) ?? [];
    return own.length > 0 ? [{ unit, ids: own.map(({ id }) => id) }] : [];
  });
  if (named.length === 0) return [];
  const about = (ids: readonly string[]): string => `alert/${audit.asOf}/${digestOf(ids)}`;
  const day = dayName(audit.asOf);
  const letters = named.flatMap(({ unit, ids }) =>
    toUnit(sources, unit.id, {
      about: about(ids),
      subject: `${unit.name}：有${ids.length}项问题须当日处理`,
      lines: [
        `${unit.name}：`,
        `${day}巡检发现贵单位有${ids.length}项问题（如疑似公开了个人信息），须当日处理。为避免扩散，具体内容不在邮件中列出。`,
        consoleLine(sources),
      ],
    }),
  );
  const group = toRobots(sources, {
    about: about(named.flatMap(({ ids }) => ids)),
    subject: `${named.length}个单位有问题须当日处理`,
    lines: [
      `${day}巡检发现以下单位有问题（如疑似公开了个人信息）须当日处理。`,
      consoleLine(sources),
      ...named.map(({ unit, ids }) => `${unit.name}：${ids.length}项`),
    ],
  });
  return [...letters, ...group];
}

/** The same findings, asked about again the same day, are the same message. */
const digestOf = (ids: readonly string[]): string =>
  createHash('sha256')
    .update([...ids].sort().join('\n'))
    .digest('hex')
    .slice(0, 16);
