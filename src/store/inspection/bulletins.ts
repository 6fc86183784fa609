import { type Kysely, sql } from 'kysely';
import type { Audit } from '../../model/audit.ts';
import type { PublishedBulletin } from '../../model/bulletin.ts';
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

/** Published bulletins. One that was published is never changed: a correction is a new version. */
export class BulletinRepository {
  readonly #db: Kysely<InspectionTables>;

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
      for (const { id, unit, verdict, text } of audit.verdicts) {
        if (verdict !== 'fail') continue;
        const row = { ...key, unit, finding: id, charged_to: charged.get(id) ?? '', text };
        await tx.insertInto('bulletin_items').values(row).execute();
      }
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
    const items = await this.#db
      .selectFrom('bulletin_items')
      .selectAll()
      .where('period', '=', last.period)
      .where('version', '=', last.version)
      .orderBy('finding')
      .execute();
    const { units } = JSON.parse(last.audit) as Audit;
    return new Map(
      units.map(({ id }) => [
        id,
        {
          period,
          publishedOn: last.published_on as CivilDate,
          rectifyBy: last.rectify_by as CivilDate,
          items: items
            .filter(({ unit }) => unit === id)
            .map(({ finding, charged_to, text }) => ({ finding, group: charged_to || null, text })),
        },
      ]),
    );
  }
}

const newestIn = (db: Kysely<InspectionTables>) =>
  db.selectFrom('bulletins').selectAll().orderBy('period', 'desc').orderBy('version', 'desc').limit(1);
