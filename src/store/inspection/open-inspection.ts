import { openRecords } from '../open-records.ts';
import { ActionLog } from './action-log.ts';
import { BulletinRepository } from './bulletins.ts';
import { DecisionRepository } from './decisions.ts';
import { FeedbackRepository } from './feedback.ts';
import { FindingRepository } from './findings.ts';
import { INSPECTION_MIGRATIONS } from './migrations.ts';
import { ObjectionRepository } from './objections.ts';
import { QuarterRepository } from './quarters.ts';
import type { InspectionTables } from './tables.ts';

/** What audits and people say: findings across nights, decisions, objections, feedback, quarters, bulletins, and the log. */
export interface Inspection {
  readonly findings: FindingRepository;
  readonly decisions: DecisionRepository;
  readonly objections: ObjectionRepository;
  readonly feedback: FeedbackRepository;
  readonly quarters: QuarterRepository;
  readonly bulletins: BulletinRepository;
  readonly log: ActionLog;
  close(): Promise<void>;
}

/** Opens `DIR/inspection.db`, and makes it where it is not there. Throws UserError (exit code 5) as `openRecords`. */
export async function openInspection(dataDir: string): Promise<Inspection> {
  const { db, close } = await openRecords<InspectionTables>(dataDir, 'inspection.db', INSPECTION_MIGRATIONS);
  const log = new ActionLog(db);
  return {
    findings: new FindingRepository(db),
    decisions: new DecisionRepository(db),
    objections: new ObjectionRepository(db),
    feedback: new FeedbackRepository(db),
    quarters: new QuarterRepository(db),
    bulletins: new BulletinRepository(db),
    log,
    close,
  };
}
