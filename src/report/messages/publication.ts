import type { PublishedBulletin } from '../../model/bulletin.ts';
import type { MessageDraft } from '../../model/message.ts';
import { dayName, quarterName } from '../words.ts';
import { type Audience, consoleLine, toRobots, toUnit } from './audience.ts';
import { countLines, itemLines, unitsWith } from './items.ts';

export interface PublicationSources extends Audience {
  /** What the bulletin says, by unit. */
  readonly bulletin: ReadonlyMap<string, PublishedBulletin>;
  /** From 1; a correction is a new version. */
  readonly version: number;
}

/** That a bulletin went out and until when its items are to be put right: to each unit that it names, and to the robots. */
export function publicationMessages(sources: PublicationSources): MessageDraft[] {
  const { district, units, bulletin, version } = sources;
  const named = unitsWith(units, bulletin, () => true);
  const [first] = named;
  if (!first) return [];
  const { period, rectifyBy } = first.bulletin;
  const title = `${quarterName(period)}政务公开通报${version > 1 ? `（第${version}版，更正）` : ''}已发布`;
  const about = `published/${period.id}/v${version}`;
  const letters = named.flatMap(({ unit, items }) =>
    toUnit(sources, unit.id, {
      about,
      subject: `${unit.name}：${title}，有${items.length}项请于${dayName(rectifyBy)}前整改反馈`,
      lines: [
        `${unit.name}：`,
        `${district}${title}，其中涉及贵单位${items.length}项，请于${dayName(rectifyBy)}前完成整改并逐项反馈。`,
        '',
        ...itemLines(items),
        '',
        consoleLine(sources),
      ],
    }),
  );
  const group = toRobots(sources, {
    about,
    subject: `${district}${title}`,
    lines: [
      `涉及${named.length}个单位，请于${dayName(rectifyBy)}前完成整改并逐项反馈。`,
      consoleLine(sources),
      ...countLines(named),
    ],
  });
  return [...letters, ...group];
}
