import type { CivilDate, MonthDay } from './civil-date.ts';
import { type Cadence, firstDay, lastDay, type Period } from './period.ts';
import type { Topic } from './topic.ts';

export type UnitKind = 'department' | 'town' | 'subdistrict' | 'enterprise';

/** When what a column owes for a period must be there. Counts from the day after the period's last day. */
export type Due =
  | { readonly kind: 'working-days'; readonly days: number }
  | { readonly kind: 'days'; readonly days: number }
  /** A calendar date `yearsLater` years after the period's year (1 unless targets.yaml says `+0`). */
  | { readonly kind: 'date'; readonly monthDay: MonthDay; readonly yearsLater: number };

/** One list, or one inline article, on a unit's disclosure site, and what the unit owes in it. */
export interface Column {
  readonly topic: Topic;
  readonly name: string;
  /** Absolute, within `site.hosts`. */
  readonly url: string;
  readonly every: Cadence | null;
  readonly due: Due | null;
  /** Counts towards coverage. */
  readonly key: boolean;
  /** A miss costs nothing: it is an advisory. */
  readonly advise: boolean;
}

export interface Unit {
  readonly id: string;
  readonly name: string;
  readonly fullName: string;
  readonly aliases: readonly string[];
  readonly kind: UnitKind;
  /** Absolute URL of the unit's own site; null where no address is confirmed yet. */
  readonly home: string | null;
  /** Has administrative enforcement power. */
  readonly enforcement: boolean;
  readonly columns: readonly Column[];
  /** First and last day of its existence; without them it was always there and still is. */
  readonly from?: CivilDate;
  readonly until?: CivilDate;
}

/** Whether a unit is assessed in a quarter: it existed on one day of it at least. */
export const isAssessedIn = ({ from, until }: Pick<Unit, 'from' | 'until'>, quarter: Period): boolean =>
  (from === undefined || from <= lastDay(quarter)) && (until === undefined || until >= firstDay(quarter));

export const CMS_FAMILIES = ['gongkai', 'jcms', 'gkmlpt', 'trs', 'vsb', 'generic', 'auto'] as const;
export type CmsFamily = (typeof CMS_FAMILIES)[number];

export interface Site {
  readonly home: string;
  readonly cms: CmsFamily;
  /** Host names (no port) outside which nothing is ever fetched or believed. */
  readonly hosts: readonly string[];
}

/** How politely the site is crawled. Times in milliseconds, sizes in bytes. */
export interface CrawlManners {
  readonly contact: string;
  readonly perHost: { readonly inFlight: number; readonly minDelayMs: number; readonly maxDelayMs: number };
  /** Local clock window `HH:MM-HH:MM` in the district's zone, may cross midnight; null: any time. */
  readonly hours: { readonly from: string; readonly to: string } | null;
  readonly render: 'never' | 'auto' | 'always';
  /** Every so many nights everything is fetched anew; on the others only what has changed. */
  readonly fullEvery: number;
  /** Host name to `address:port`; also permits that address although it is private. */
  readonly resolve: Readonly<Record<string, string>>;
  readonly caps: CrawlCaps;
}

export interface CrawlCaps {
  readonly pageBytes: number;
  readonly fileBytes: number;
  readonly decompressedBytes: number;
  readonly redirects: number;
  readonly listPages: number;
}

/** targets.yaml after checking: everything absolute, everything filled in. */
export interface Plan {
  readonly district: string;
  /** IANA name. */
  readonly timeZone: string;
  /** Name of a shipped rulebook or an absolute path. */
  readonly rulebook: string;
  readonly site: Site;
  readonly crawl: CrawlManners;
  /** Live pages that others are compared with, by role: enforcement-staff, double-random-plan. Absolute URLs. */
  readonly models: Readonly<Record<string, string>>;
  readonly units: readonly Unit[];
}
