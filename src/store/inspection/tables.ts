/** What checks and people say, apart from what was seen; migrations.ts makes the tables. Days are YYYY-MM-DD. */
export interface InspectionTables {
  /** Audits that findings were taken from, one for each crawl run. */
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
}
