import type { Generated } from 'kysely';

/** What checks and people say, apart from what was seen; migrations.ts makes the tables. Days are YYYY-MM-DD. */
export interface InspectionTables {
  /** Audits that findings were taken from, one for each crawl run; `started_at` is the newest look that one read. */
  nights: { run_id: string; started_at: string; as_of: string };
  findings: {
    id: string;
    unit: string;
    check_id: string;
    topic: string;
    message: string;
    subject: string;
    text: string;
    advisory: number;
    state: string;
    first_seen: string;
    last_seen: string;
    since: string;
    /** Run of the night that wrote the row last. */
    night: string;
    /** JSON of the finding before that night, so that the night can be audited again; '' where there was none. */
    prior: string;
  };
  /** JSON of the verdict by which a finding was seen last: its evidence outlives its being put right. */
  finding_details: { id: string; verdict: string };
  /** The newest whole audit of each quarter. */
  quarters: {
    period: string;
    as_of: string;
    run_id: string;
    /** JSON: units, scores and deductions as in the contract's output. */
    result: string;
  };
  bulletins: {
    period: string;
    version: number;
    published_on: string;
    rectify_by: string;
    /** JSON: the audit, whole, as it was published. */
    audit: string;
  };
  bulletin_items: {
    period: string;
    version: number;
    unit: string;
    finding: string;
    /** '' for what was only pointed out. */
    charged_to: string;
    text: string;
  };
  /** Files of a published bulletin, kept as they went out under `bulletins/` in the data folder. */
  bulletin_files: {
    period: string;
    version: number;
    name: string;
    sha256: string;
    bytes: number;
  };
  /** The decision that counts, one for a finding and quarter; how it came about is in the log. */
  decisions: {
    period: string;
    finding: string;
    unit: string;
    kind: string;
    points: number | null;
    reason: string;
    by: string;
    by_name: string;
    /** ISO instant, UTC. */
    at: string;
    on_day: string;
    /** `seq` of its entry in the log. */
    version: number;
  };
  objections: {
    id: Generated<number>;
    period: string;
    finding: string;
    unit: string;
    text: string;
    /** JSON of the uploaded file; '' for none. */
    file: string;
    by_name: string;
    at: string;
    /** JSON of the answer; '' before it. */
    answer: string;
  };
  /** What units report on the findings of a bulletin; the newest of a finding counts. */
  feedback: {
    id: Generated<number>;
    period: string;
    finding: string;
    unit: string;
    text: string;
    link: string;
    by_name: string;
    at: string;
    on_day: string;
    /** JSON of the re-check; '' before it. */
    recheck: string;
  };
  /** Append-only: triggers refuse changes. */
  action_log: {
    seq: Generated<number>;
    at: string;
    by: string;
    by_name: string;
    role: string;
    action: string;
    subject: string;
    period: string;
    unit: string;
    /** JSON. */
    before: string;
    after: string;
  };
}
