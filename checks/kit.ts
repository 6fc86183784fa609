/**
 * The one module that a check imports. It gives facts, dates and words, and no way around the coverage proof: no disk,
 * no network, no clock.
 */
export { z } from 'zod';
export {
  type CheckContext,
  type CheckDefinition,
  defineCheck,
  type Judges,
  type RegisterRow,
} from '../src/audit/check.ts';
export { type Proof, refsOf, type Unsure, unreadIn } from '../src/audit/coverage.ts';
export {
  contentOf,
  DATE_PLACES,
  isWithoutWords,
  newestDate,
  type Part,
  partsOf,
  publishedOn,
  sheetsOf,
  unreadAttachment,
} from '../src/audit/document-content.ts';
export { type DocumentQuestion, type Fault, judgeDocuments } from '../src/audit/judge-documents.ts';
export { maskNumber, maskNumbers } from '../src/audit/mask.ts';
export { monthDay, superiors } from '../src/audit/params.ts';
export { type Recheck, recheck, waivedBy } from '../src/audit/recheck.ts';
export type { Message, NotKnown } from '../src/audit/report.ts';
export type { Match, Question, Sifted, TopicFacts } from '../src/audit/topic-facts.ts';
export { fileArrived, fileFault, GONE_FILE } from '../src/extract/attachment-reading.ts';
export { isFileAddress } from '../src/extract/attachment-type.ts';
export { findMonthsOnly, findPeriods, type NamedPeriod } from '../src/extract/periods.ts';
export { namedAnnex } from '../src/extract/topics/annexes.ts';
export { checkBalance } from '../src/extract/topics/annual-report/balance.ts';
export {
  type AnnualReport,
  CONTACT_ITEMS,
  OTHER_ITEMS,
  PARTS,
  type YearClaim,
  type YearPlace,
} from '../src/extract/topics/annual-report/facts.ts';
export { readAnnualReport } from '../src/extract/topics/annual-report/read.ts';
export { partSimilarity, type Similarity } from '../src/extract/topics/annual-report/similarity.ts';
export type { Imbalance } from '../src/extract/topics/annual-report/table-facts.ts';
export { annualReportYears, isAnnualReport } from '../src/extract/topics/annual-report/title.ts';
export { type Appointment, readAppointments } from '../src/extract/topics/appointments.ts';
export {
  callsForOpinions,
  givesReason,
  tellsOfOpinions,
} from '../src/extract/topics/consultation.ts';
export {
  type DoubleRandomFacts,
  type DoubleRandomKind,
  readDoubleRandom,
  yearsOfTitle,
} from '../src/extract/topics/double-random.ts';
export {
  ENFORCEMENT_ELEMENTS,
  type EnforcementElement,
  readEnforcement,
} from '../src/extract/topics/enforcement.ts';
export { GUIDE_ELEMENTS, isGuide, readGuide } from '../src/extract/topics/guide.ts';
export { issueNumber } from '../src/extract/topics/issue-number.ts';
export { type Leader, readLeaders } from '../src/extract/topics/leaders.ts';
export { type Letter, readLetter } from '../src/extract/topics/letter.ts';
export { isStandingNotice, readNoEvent } from '../src/extract/topics/no-event.ts';
export { type OpenPeriod, readOpenPeriod } from '../src/extract/topics/open-period.ts';
export { personName, postsOf } from '../src/extract/topics/persons.ts';
export { isPolicyDocument, mayBePolicyTitle, numberOf } from '../src/extract/topics/policy-document.ts';
export { isTitledAfter, mayBeSameMatter, namesTitle, quotedTitles } from '../src/extract/topics/quoted-titles.ts';
export { isRepost, type Superiors } from '../src/extract/topics/repost.ts';
export { readServiceItem, type ServiceItem } from '../src/extract/topics/service-item.ts';
export type { Sheet } from '../src/extract/topics/sheet.ts';
export {
  headerInLines,
  headerRow,
  headerSimilarity,
  type LikeHeader,
  likestHeader,
  normaliseHeader,
} from '../src/extract/topics/table-header.ts';
export { tablePeriods } from '../src/extract/topics/table-periods.ts';
export type { PublishedBulletin, PublishedItem } from '../src/model/bulletin.ts';
export type { WorkCalendar } from '../src/model/calendar.ts';
export {
  addDays,
  type CivilDate,
  civilDate,
  daysBetween,
  type MonthDay,
  onYear,
  parseCivilDate,
  parseMonthDay,
  yearOf,
} from '../src/model/civil-date.ts';
export type { Attachment, DateFact, Document, MetadataField, Table, TwiceRead } from '../src/model/document.ts';
export { METADATA_FIELDS } from '../src/model/document.ts';
export { type AnswerTerms, answerDue, dueOf, isPastDue } from '../src/model/due.ts';
export { type NonEmpty, type Reading, type Ref, refOf } from '../src/model/evidence.ts';
export type { Outcome, Unknown } from '../src/model/outcome.ts';
export {
  type Cadence,
  contains,
  firstDay,
  lastDay,
  type Period,
  parsePeriod,
  period,
  periodAt,
  periodName,
  periodsOf,
  shift,
} from '../src/model/period.ts';
export type { Column, Due, Unit } from '../src/model/plan.ts';
export { TOPIC_IDS, TOPICS, type Topic } from '../src/model/topic.ts';
export type { Verdict } from '../src/model/verdict.ts';
export { WHYS, type Why } from '../src/model/why.ts';
