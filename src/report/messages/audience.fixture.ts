import type { PublishedBulletin, PublishedItem } from '../../model/bulletin.ts';
import type { CivilDate } from '../../model/civil-date.ts';
import type { ConsoleSettings, Robot } from '../../model/console-settings.ts';
import { period } from '../../model/period.ts';
import type { Audience } from './audience.ts';

export const day = (text: string): CivilDate => text as CivilDate;

const robot = (name: string, kind: Robot['kind']): Robot => ({
  ...{ name, kind, url: 'https://robot.example.com/send?key=secret', secret: null },
});

export const SETTINGS = {
  mail: {
    ...{ host: 'smtp.example.gov.cn', port: 465, secure: true, login: null },
    from: { name: '巡检', address: 'xunjian@example.gov.cn' },
  },
  robots: [robot('工作群', 'wecom'), robot('检查组', 'dingtalk')],
  publicUrl: 'https://xunjian.example.gov.cn',
} satisfies Pick<ConsoleSettings, 'mail' | 'robots' | 'publicUrl'>;

/** Three units; the first has two addresses, of which two accounts share one, the third has none that is in use. */
export const AUDIENCE: Audience = {
  district: '示例区',
  units: [
    { id: 'sfj', name: '区司法局' },
    { id: 'tjj', name: '区统计局' },
    { id: 'sjj', name: '区审计局' },
  ],
  accounts: [
    { unit: 'sfj', email: 'sfj@example.gov.cn', disabled: false },
    { unit: 'sfj', email: 'sfj@example.gov.cn', disabled: false },
    { unit: 'sfj', email: 'sfj2@example.gov.cn', disabled: false },
    { unit: 'tjj', email: 'tjj@example.gov.cn', disabled: false },
    { unit: 'sjj', email: null, disabled: false },
    { unit: 'sjj', email: 'gone@example.gov.cn', disabled: true },
    { unit: null, email: 'inspector@example.gov.cn', disabled: false },
  ],
  settings: SETTINGS,
};

export const item = (finding: string, more: Partial<PublishedItem> = {}): PublishedItem => ({
  ...{ finding, group: 'guide', text: `${finding}的问题` },
  ...more,
});

/** The bulletin on 2023Q2, published on 1 August with a deadline of 11 August. */
export const bulletinOf = (
  items: Readonly<Record<string, readonly PublishedItem[]>>,
): ReadonlyMap<string, PublishedBulletin> =>
  new Map(
    Object.entries(items).map(([unit, own]) => [
      unit,
      {
        period: period('quarter', 2023, 2),
        ...{ publishedOn: day('2023-08-01'), rectifyBy: day('2023-08-11'), items: own },
      },
    ]),
  );
