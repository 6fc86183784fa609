import type { AnyCheck } from '../src/audit/check.ts';
import annualReport from './annual-report/check.ts';
import applications from './applications/check.ts';
import attachments from './attachments/check.ts';
import blankColumn from './blank-column/check.ts';
import consultation from './consultation/check.ts';
import doubleRandom from './double-random/check.ts';
import enforcement from './enforcement/check.ts';
import guide from './guide/check.ts';
import interpretation from './interpretation/check.ts';
import leadership from './leadership/check.ts';
import links from './links/check.ts';
import mailbox from './mailbox/check.ts';
import misplaced from './misplaced/check.ts';
import periodic from './periodic/check.ts';
import policyFormat from './policy-format/check.ts';
import privacy from './privacy/check.ts';
import rectification from './rectification/check.ts';
import serviceItems from './service-items/check.ts';
import submissions from './submissions/check.ts';
import tasks from './tasks/check.ts';
import timeliness from './timeliness/check.ts';
import wording from './wording/check.ts';

/** The checks that come with the program, in the order of the contract's table. */
export const builtInChecks: readonly AnyCheck[] = [
  guide,
  leadership,
  policyFormat,
  doubleRandom,
  periodic,
  annualReport,
  enforcement,
  timeliness,
  attachments,
  interpretation,
  consultation,
  blankColumn,
  misplaced,
  privacy,
  wording,
  links,
  serviceItems,
  mailbox,
  applications,
  tasks,
  submissions,
  rectification,
];
