import type { ColumnType, Generated } from 'kysely';

/** The tables as kysely knows them; migrations.ts makes them. Instants are ISO texts in UTC. */
export interface Tables {
  runs: {
    id: string;
    /** Digest of the plan and the selected units: an unfinished run goes on only under the same. */
    plan: string;
    /** JSON list of unit ids. */
    units: string;
    started_at: string;
    finished_at: string | null;
    mode: string;
    /** Nights since everything was fetched, that one being 0. */
    night: number;
    /** Digest of what decides how pages are read: program version, family, browser. */
    reading: string;
    /** What the run has cost so far, over all its starts. */
    requests: ColumnType<number, number | undefined, number>;
    bytes: ColumnType<number, number | undefined, number>;
    cpu_ms: ColumnType<number, number | undefined, number>;
    browser_cpu_ms: ColumnType<number, number | undefined, number>;
    wall_ms: ColumnType<number, number | undefined, number>;
  };
  tasks: {
    id: Generated<number>;
    run_id: string;
    kind: string;
    url: string;
    host: string;
    unit: string;
    column_url: string;
    state: 'todo' | 'leased' | 'done';
    tries: ColumnType<number, number | undefined, number>;
    /** Epoch milliseconds before which it is not tried again. */
    not_before: ColumnType<number, number | undefined, number>;
  };
  captures: {
    id: Generated<number>;
    run_id: string;
    url: string;
    final_url: string;
    view: string;
    page: number;
    captured_at: string;
    tag: string;
    status: number | null;
    /** Judgement, code and phase (`code/phase`) or reason of not attempting, by tag. */
    detail: string;
    content_type: string;
    sha256: string;
    record: string;
    payload_record: string;
  };
  /** What is known of an address by plain HTTP, over all nights. */
  pages: {
    url: string;
    kind: string;
    unit: string;
    column_url: string;
    /** From 0 to 5039, evenly spread over addresses: which nights an unchanged document is looked at again. */
    bucket: number;
    first_run: string;
    /** As the list that named it last has them; '' where none does. */
    title: string;
    published: string;
    state: string;
    /** Nights in a row on which it was not there. */
    absences: number;
    /** Day of the last of them, YYYY-MM-DD in UTC; '' for none. */
    absent_on: string;
    /** Whether the last look could be read. */
    readable: number;
    /** Of the last readable look: where its payload lies, and what to ask with next time. */
    final_url: string;
    content_type: string;
    captured_at: string;
    sha256: string;
    record: string;
    etag: string;
    last_modified: string;
    /** JSON list of the list pages that it makes known, and whether its list needs a browser. */
    list_pages: string;
    rendered: number;
  };
  /** Which documents each list page names. */
  listings: { list_url: string; view: string; url: string };
  /** What happened to addresses, from night to night. */
  page_events: {
    id: Generated<number>;
    run_id: string;
    url: string;
    unit: string;
    at: string;
    kind: string;
    detail: string;
    /** Record of the look that showed it, '' where it was seen in a list. */
    record: string;
  };
  evidence_files: { file: string; length: number };
}
