import { createHash } from 'node:crypto';
import type { AnyCheck } from '../src/audit/check.ts';
import { prepareChecks } from '../src/audit/registry.ts';
import { auditUnit } from '../src/audit/runner.ts';
import { workCalendar } from '../src/calendar/work-calendar.ts';
import { type Lookup, walkColumn } from '../src/extract/walk.ts';
import { walkDocument } from '../src/extract/walk-document.ts';
import type { PublishedBulletin } from '../src/model/bulletin.ts';
import type { CaptureResult, Judgement, OpenedCapture } from '../src/model/capture.ts';
import { type MonthDay, parseCivilDate } from '../src/model/civil-date.ts';
import type { Document } from '../src/model/document.ts';
import type { Reading, Ref } from '../src/model/evidence.ts';
import { type Period, parsePeriod, periodAt } from '../src/model/period.ts';
import type { Column, Site, Unit } from '../src/model/plan.ts';
import { NO_REGISTERS, type RegisterId, type Registers } from '../src/model/register.ts';
import type { Rulebook } from '../src/model/rulebook.ts';
import type { Verdict, VerdictKind } from '../src/model/verdict.ts';
import type { NotApplicable, Why } from '../src/model/why.ts';

/** What came instead of a page: no answer, a 403 challenge, an empty page, a 404. */
export type Fault = 'timeout' | 'blocked' | 'blank' | 'not-found';
/** HTML, an answer in full, or a fault. */
export type Page =
  | string
  | { readonly status?: number; readonly body: string | Uint8Array; readonly type?: string }
  | { readonly fault: Fault };

/** What one verdict must be; what is left out may be anything. */
export interface ExpectedVerdict {
  readonly verdict: VerdictKind;
  readonly message?: string | null;
  readonly subject?: string;
  readonly advisory?: boolean;
  readonly reason?: Why | NotApplicable;
  readonly state?: Verdict['state'];
  /** Must stand in the verdict's text. */
  readonly says?: string;
}

/** One unit, its pages and its day, and every verdict that the check must give. */
export interface CheckCase {
  readonly name: string;
  /** `YYYY-MM-DD`. */
  readonly asOf: string;
  /** `2023Q2`; the quarter of as-of without it. */
  readonly period?: string;
  readonly unit?: Partial<Omit<Unit, 'columns'>>;
  readonly columns: readonly (Pick<Column, 'topic' | 'url'> & Partial<Column>)[];
  /** By path from the site's root, such as `/guide/`. A page that is not named was never fetched. */
  readonly pages: Readonly<Record<string, Page>>;
  readonly registers?: Partial<Registers>;
  /** What the last published bulletin says of the unit. */
  readonly bulletin?: PublishedBulletin;
  /** Checks that run before this one, where it asks what others say. */
  readonly others?: readonly AnyCheck[];
  /** Model pages by role: their paths. */
  readonly models?: Readonly<Record<string, string>>;
  /** Parameters as a rulebook gives them. */
  readonly params?: Readonly<Record<string, unknown>>;
  readonly expect: readonly ExpectedVerdict[];
}

const ORIGIN = 'http://www.example.gov.cn';
const SITE: Site = { home: `${ORIGIN}/`, cms: 'auto', hosts: ['www.example.gov.cn'] };
export const absolute = (path: string): string => new URL(path, ORIGIN).href;

/** Runs a check on a case through the real readers and the real runner; a breakdown of the check is thrown. */
export async function runCase(check: AnyCheck, one: CheckCase): Promise<readonly Verdict[]> {
  const captures = new Map(
    Object.entries(one.pages).map(([path, page], i) => [absolute(path), capture(absolute(path), page, i)]),
  );
  const lookup: Lookup = (url, view) => {
    const found = view === 'http' ? captures.get(url) : undefined;
    return Promise.resolve(found ? [found] : []);
  };
  const unit = unitOf(one);
  const columns = [];
  for (const column of unit.columns) columns.push(await walkColumn(column, SITE, lookup));
  const models: Record<string, Reading<Document>> = {};
  for (const [role, path] of Object.entries(one.models ?? {}))
    models[role] = await walkDocument(absolute(path), SITE, lookup);
  const rulebook: Rulebook = {
    id: 'test',
    title: '测试用考核办法',
    base: 15,
    coverageMax: 5,
    groups: [],
    params: { [check.id]: one.params ?? {} },
  };
  const asOf = parseCivilDate(one.asOf);
  if (!asOf) throw new Error(`asOf is no date: ${one.asOf}`);
  const verdicts = auditUnit(
    {
      rulebook,
      registers: { ...NO_REGISTERS, ...one.registers },
      calendar: workCalendar([]),
      asOf,
      period: quarterOf(one, periodAt('quarter', asOf)),
      checks: prepareChecks([...(one.others ?? []), check], [], rulebook),
      models,
      registerFiles: registerFiles(one.registers ?? {}),
      bulletins: new Map(one.bulletin ? [[unit.id, one.bulletin]] : []),
      onFault: ({ error }) => {
        throw error;
      },
    },
    { unit, columns },
  );
  return verdicts.filter((verdict) => verdict.check === check.id);
}

/** A file for each register of the case, as the audit keeps them; one of holidays is always there. */
function registerFiles(registers: Partial<Registers>): Partial<Record<RegisterId, Ref>> {
  return Object.fromEntries(
    ['holidays', ...Object.keys(registers)].map((id) => {
      const sha256 = createHash('sha256').update(id).digest('hex');
      const record = `registers/${sha256}.csv`;
      return [id, { url: `registers/${id}.csv`, capturedAt: '2023-08-08T00:00:00.000Z', sha256, record }];
    }),
  );
}

function quarterOf({ period }: CheckCase, current: Period): Period {
  const found = period === undefined ? current : parsePeriod(period);
  if (!found) throw new Error(`period is no quarter: ${period}`);
  return found;
}

function unitOf({ unit, columns }: CheckCase): Unit {
  return {
    id: 'lzqcsj',
    name: '区测试局',
    fullName: '临淄区测试局',
    aliases: [],
    kind: 'department',
    home: SITE.home,
    enforcement: true,
    ...unit,
    columns: columns.map((column) => ({
      name: column.topic,
      every: null,
      due: null,
      key: false,
      advise: false,
      ...column,
      url: absolute(column.url),
    })),
  };
}

const STATUS: Readonly<Record<number, Judgement>> = {
  401: 'login',
  403: 'blocked',
  404: 'not-found',
  410: 'not-found',
};

function capture(url: string, page: Page, index: number): OpenedCapture {
  const { result, body, contentType } = answerOf(page);
  return {
    id: index + 1,
    runId: 'test',
    url,
    finalUrl: url,
    view: 'http',
    page: 1,
    capturedAt: '2023-08-08T00:00:00Z',
    result,
    contentType,
    sha256: body.length > 0 ? createHash('sha256').update(body).digest('hex') : '',
    record: `evidence/test.warc.gz#${index}`,
    payloadRecord: `evidence/test.warc.gz#${index}`,
    body,
  };
}

function answerOf(page: Page): { result: CaptureResult; body: Uint8Array; contentType: string } {
  if (typeof page === 'string') return answerOf({ body: page });
  if ('body' in page) {
    const status = page.status ?? 200;
    const judgement = status < 400 ? 'ok' : (STATUS[status] ?? 'server-error');
    const body = typeof page.body === 'string' ? new TextEncoder().encode(page.body) : page.body;
    return {
      result: { tag: 'responded', status, judgement },
      body,
      contentType: page.type ?? 'text/html; charset=utf-8',
    };
  }
  switch (page.fault) {
    case 'timeout':
      return {
        result: { tag: 'no-response', code: 'timeout', phase: 'connect' },
        body: new Uint8Array(),
        contentType: '',
      };
    case 'blocked':
      return answerOf({ status: 403, body: '<html><body>访问被拦截</body></html>' });
    case 'not-found':
      return answerOf({ status: 404, body: '<html><body>404</body></html>' });
    case 'blank':
      return answerOf({ body: '<html><head></head><body></body></html>' });
  }
}

/** `04-01` as the date of a column's `due`. */
export const onDate = (monthDay: string, yearsLater = 1): NonNullable<Column['due']> => ({
  kind: 'date',
  monthDay: monthDay as MonthDay,
  yearsLater,
});
