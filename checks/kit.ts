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
export { contentOf, DATE_PLACES, isWithoutWords, newestDate, unreadAttachment } from '../src/audit/document-content.ts';
export { type DocumentQuestion, type Fault, judgeDocuments } from '../src/audit/judge-documents.ts';
export { monthDay } from '../src/audit/params.ts';
export type { Message, NotKnown } from '../src/audit/report.ts';
export type { Match, Question, Sifted, TopicFacts } from '../src/audit/topic-facts.ts';
export { findMonthsOnly, findPeriods, type NamedPeriod } from '../src/extract/periods.ts';
export { type Appointment, readAppointments } from '../src/extract/topics/appointments.ts';
export { type DoubleRandomKind, readDoubleRandom, yearsOfTitle } from '../src/extract/topics/double-random.ts';
export { GUIDE_ELEMENTS, isGuide, readGuide } from '../src/extract/topics/guide.ts';
export { type Leader, readLeaders } from '../src/extract/topics/leaders.ts';
export { readNoEvent } from '../src/extract/topics/no-event.ts';
export { postsOf } from '../src/extract/topics/persons.ts';
export { headerRow, headerSimilarity } from '../src/extract/topics/table-header.ts';
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
export type { Attachment, DateFact, Document, MetadataField, Table } from '../src/model/document.ts';
export { METADATA_FIELDS } from '../src/model/document.ts';
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
  periodsOf,
  shift,
} from '../src/model/period.ts';
export type { Column, Due, Unit } from '../src/model/plan.ts';
export { TOPIC_IDS, TOPICS, type Topic } from '../src/model/topic.ts';
export type { Verdict } from '../src/model/verdict.ts';
export { WHYS, type Why } from '../src/model/why.ts';
