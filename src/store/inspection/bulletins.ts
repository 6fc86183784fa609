import { type Kysely, sql } from 'kysely';
import type { Audit } from '../../model/audit.ts';
import type { PublishedBulletin, PublishedItem } from '../../model/bulletin.ts';
import type { CivilDate } from '../../model/civil-date.ts';
import { type Period, parsePeriod } from '../../model/period.ts';
import type { InspectionTables } from './tables.ts';

/** A bulletin to publish: the audit as it stands, and until when units have to put right what it says. */
export interface Publication {
  readonly audit: Audit;
  readonly publishedOn: CivilDate;
  readonly rectifyBy: CivilDate;
}

/** A file of a published bulletin: its name, hash (lower-case hex) and size in bytes. */
export interface BulletinFile {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** A version of a quarter's bulletin. */
export interface PublishedVersion {
  readonly period: string;
  readonly version: number;
  readonly publishedOn: CivilDate;
  readonly rectifyBy: CivilDate;
  readonly files: readonly BulletinFile[];
}

/** Rows in one statement. */
const BATCH = 500;

/** Published bulletins. One that was published is never changed: a correction is a new version. */
export class BulletinRepository {
  readonly #db: Kysely<InspectionTables>;
  /** What published versions told, by quarter and version: much, and never changed. */
  readonly #known = new Map<string, ReadonlyMap<string, PublishedBulletin>>();

  constructor(db: Kysely<InspectionTables>) {
    this.#db = db;
  }

  /**
   * Publishes and gives the version's number, from 1. One transaction; `keep` puts the version's files away within it,
   * so that there is no version without its files.
   */
  async publish(
    { audit, publishedOn, rectifyBy }: Publication,
    keep: (version: number) => readonly BulletinFile[] = () => [],
  ): Promise<number> {
    const charged = new Map(audit.deductions.flatMap(({ group, verdicts }) => verdicts.map((id) => [id, group])));
    return this.#db.transaction().execute(async (tx) => {
      // One statement finds the number and takes it: what begins with reading may lose against another writer.
      const { version } = await tx
        .insertInto('bulletins')
        .columns(['period', 'version', 'published_on', 'rectify_by', 'audit'])
        .expression((of) =>
          of
            .selectFrom('bulletins')
            .select((newest) => [
              newest.val(audit.period).as('period'),
              sql<number>`coalesce(max(version), 0) + 1`.as('version'),
              newest.val(publishedOn).as('published_on'),
              newest.val(rectifyBy).as('rectify_by'),
              newest.val(JSON.stringify(audit)).as('audit'),
            ])
            .where('period', '=', audit.period),
        )
        .returning('version')
        .executeTakeFirstOrThrow();
      const key = { period: audit.period, version };
      const items = audit.verdicts
        .filter(({ verdict }) => verdict === 'fail')
        .map(({ id, unit, text }) => ({ ...key, unit, finding: id, charged_to: charged.get(id) ?? '', text }));
      for (let at = 0; at < items.length; at += BATCH)
        await tx
          .insertInto('bulletin_items')
          .values(items.slice(at, at + BATCH))
          .execute();
      for (const file of keep(version))
        await tx
          .insertInto('bulletin_files')
          .values({ ...key, ...file })
          .execute();
      return version;
    });
  }

  /**
   * What the newest version of the last bulletin on a quarter before `quarter` says, by unit; a unit that it blames for
   * nothing is there without items. Empty where none was published.
   */
  lastBefore(quarter: Period): Promise<ReadonlyMap<string, PublishedBulletin>> {
    return this.#told(newestIn(this.#db).where('period', '<', quarter.id));
  }

  /** The same of the newest quarter that a bulletin is on. */
  newest(): Promise<ReadonlyMap<string, PublishedBulletin>> {
    return this.#told(newestIn(this.#db));
  }

  /** Every version of every quarter, the newest first. */
  async versions(): Promise<readonly PublishedVersion[]> {
    const files = await this.#db.selectFrom('bulletin_files').selectAll().orderBy('name').execute();
    const rows = await this.#db
      .selectFrom('bulletins')
      .select(['period', 'version', 'published_on', 'rectify_by'])
      .orderBy('period', 'desc')
      .orderBy('version', 'desc')
      .execute();
    return rows.map(({ period, version, published_on, rectify_by }) => ({
      ...{ period, version, publishedOn: published_on as CivilDate, rectifyBy: rectify_by as CivilDate },
      files: files
        .filter((file) => file.period === period && file.version === version)
        .map(({ name, sha256, bytes }) => ({ name, sha256, bytes })),
    }));
  }

  /** The audit that a version was made of; null where there is no such version. */
  async auditOf(period: string, version: number): Promise<Audit | null> {
    const row = await this.#db
      .selectFrom('bulletins')
      .select('audit')
      .where('period', '=', period)
      .where('version', '=', version)
      .executeTakeFirst();
    return row ? (JSON.parse(row.audit) as Audit) : null;
  }

  async #told(query: ReturnType<typeof newestIn>): Promise<ReadonlyMap<string, PublishedBulletin>> {
    const last = await query.executeTakeFirst();
    const period = last ? parsePeriod(last.period) : null;
    if (!last || !period) return new Map();
    const key = `${last.period}-v${last.version}`;
    const told = this.#known.get(key) ?? (await this.#read(last, period));
    this.#known.set(key, told);
    return told;
  }

  async #read(last: Newest, period: Period): Promise<ReadonlyMap<string, PublishedBulletin>> {
    const { audit } = await this.#db
      .selectFrom('bulletins')
      .select('audit')
      .where('period', '=', last.period)
      .where('version', '=', last.version)
      .executeTakeFirstOrThrow();
    const items = await this.#db
      .selectFrom('bulletin_items')
      .selectAll()
      .where('period', '=', last.period)
      .where('version', '=', last.version)
      .orderBy('finding')
      .execute();
    const byUnit = new Map<string, PublishedItem[]>((JSON.parse(audit) as Audit).units.map(({ id }) => [id, []]));
    for (const { unit, finding, charged_to, text } of items)
      byUnit.get(unit)?.push({ finding, group: charged_to || null, text });
    const days = { publishedOn: last.published_on as CivilDate, rectifyBy: last.rectify_by as CivilDate };
    return new Map([...byUnit].map(([unit, items]) => [unit, { period, ...days, items }]));
  }
}

type Newest = NonNullable<Awaited<ReturnType<ReturnType<typeof newestIn>['executeTakeFirst']>>>;

/** Without the audit, which is large. */
const newestIn = (db: Kysely<InspectionTables>) =>
  db
    .selectFrom('bulletins')
    .select(['period', 'version', 'published_on', 'rectify_by'])
    .orderBy('period', 'desc')
    .orderBy('version', 'desc')
    .limit(1);
