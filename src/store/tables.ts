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
  };
  evidence_files: { file: string; length: number };
}
