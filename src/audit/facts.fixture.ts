import { workCalendar } from '../calendar/work-calendar.ts';
import type { CivilDate } from '../model/civil-date.ts';
import type { Attachment, ColumnFacts, Document, Gap } from '../model/document.ts';
import { type Ref, refOf } from '../model/evidence.ts';
import { period } from '../model/period.ts';
import type { Column, Unit } from '../model/plan.ts';
import { NO_REGISTERS } from '../model/register.ts';
import type { Rulebook } from '../model/rulebook.ts';
import type { Topic } from '../model/topic.ts';
import type { AuditSettings } from './runner.ts';

export const refTo = (url: string): Ref =>
  refOf({
    url,
    capturedAt: '2023-08-08T00:00:00Z',
    sha256: 'a'.repeat(64),
    record: `evidence/a.warc.gz#${url.length}`,
  });

export const columnAt = (url: string, topic: Topic = 'guide', more: Partial<Column> = {}): Column => ({
  topic,
  name: url,
  url,
  every: null,
  due: null,
  key: false,
  advise: false,
  ...more,
});

export function documentAt(url: string, column: Column, more: Partial<Document> = {}): Document {
  return {
    column,
    url,
    inline: false,
    captured: true,
    title: url,
    metadata: {},
    dates: [],
    body: { ok: true, value: { text: '正文内容', tables: [], images: [], links: [], opaque: false } },
    attachments: [],
    ref: refTo(url),
    ...more,
  };
}

/** A document that only a list names. */
export const unreadAt = (url: string, column: Column, more: Partial<Document> = {}): Document =>
  documentAt(url, column, {
    captured: false,
    body: { ok: false, why: 'blocked', detail: '链接未能读取', ref: refTo(`${url}?failed`) },
    ref: refTo(column.url),
    ...more,
  });

export const unreadFile = (name = '附件.pdf'): Attachment => ({
  url: name,
  name,
  type: 'pdf',
  reading: { ok: false, why: 'unreadable-attachment', detail: '文件已加密', ref: refTo(name) },
});

export const gapAt = (url: string): Gap => ({ url, why: 'not-fetched', detail: '超时', ref: refTo(url) });

export const factsOf = (column: Column, documents: readonly Document[], gaps: readonly Gap[] = []): ColumnFacts => ({
  column,
  documents,
  gaps,
  refs: gaps.some(({ url }) => url === column.url) ? [] : [refTo(column.url)],
});

export const unitWith = (columns: readonly Column[], more: Partial<Unit> = {}): Unit => ({
  id: 'unit',
  name: '区测试局',
  fullName: '临淄区测试局',
  aliases: [],
  kind: 'department',
  home: null,
  enforcement: true,
  columns,
  ...more,
});

export const rulebookWith = (more: Partial<Rulebook> = {}): Rulebook => ({
  id: 'test',
  title: '测试用考核办法',
  base: 15,
  coverageMax: 5,
  groups: [],
  params: {},
  ...more,
});

export const settingsWith = (more: Partial<AuditSettings> & Pick<AuditSettings, 'checks'>): AuditSettings => ({
  rulebook: rulebookWith(),
  registers: NO_REGISTERS,
  calendar: workCalendar([]),
  asOf: '2023-08-08' as CivilDate,
  period: period('quarter', 2023, 2),
  models: {},
  registerFiles: {},
  bulletins: new Map(),
  ...more,
});
