import { join } from 'node:path';
import { decodeHtml } from '../extract/charset.ts';
import { $, parseHtml } from '../extract/html.ts';
import { resolveUrl } from '../extract/links.ts';
import type { Capture, View } from '../model/capture.ts';
import type { Ref } from '../model/evidence.ts';
import { EXIT, UserError } from '../model/user-error.ts';
import { findingNumber } from '../report/finding-number.ts';
import type { CaseIndex } from './compose.ts';
import { keptAudits } from './last-audit.ts';

/** What a case is to be about; at least one of them. */
export interface CaseChoice {
  readonly urls: readonly string[];
  /** Ids of units. */
  readonly units: readonly string[];
  /** Ids of verdicts of the last audit, or their short numbers in reports. */
  readonly findings: readonly string[];
}

export interface Case {
  /** Addresses of what was chosen, in the order of choosing; the rest is what goes with it. */
  readonly main: readonly string[];
  readonly captures: readonly Capture[];
}

const VIEWS: readonly View[] = ['http', 'rendered', 'screenshot'];

/**
 * The captures that belong to a case: the pages chosen, the lists that name them, what they link to as attachments, and
 * the robots.txt that let us read them; of each the newest look, and those a finding cites.
 * Throws UserError (2) where something chosen is not in the evidence.
 */
export async function capturesOfCase(
  { urls, units, findings }: CaseChoice,
  data: string,
  { captures, cases }: Pick<CaseIndex, 'captures' | 'cases'>,
  read: (capture: Capture) => Promise<Uint8Array>,
): Promise<Case> {
  const found = new Map<number, Capture>();
  const looked = new Set<string>();
  const take = async (url: string): Promise<readonly Capture[]> => {
    if (looked.has(url)) return [];
    looked.add(url);
    const looks = (await Promise.all(VIEWS.map((view) => captures.latest(url, view)))).flat();
    for (const look of looks) found.set(look.id, look);
    return looks;
  };
  const takeWithContext = async (url: string): Promise<void> => {
    const looks = await take(url);
    for (const list of await cases.lists(url)) await take(list);
    for (const look of looks) for (const file of await cases.attachments(await linksOf(look, read))) await take(file);
  };

  const missing: string[] = [];
  const main = urls.map(asHref);
  for (const url of main) {
    await takeWithContext(url);
    if (!hasLook(found, url)) missing.push(url);
  }
  for (const unit of units) {
    const pages = await cases.ofUnit(unit);
    if (pages.length === 0) missing.push(unit);
    main.push(...pages);
    for (const url of pages) await takeWithContext(url);
  }
  for (const finding of findings) {
    const { records, pages } = evidenceOf(data, finding);
    main.push(...pages);
    for (const capture of await cases.ofRecords(records)) found.set(capture.id, capture);
    for (const url of pages) await takeWithContext(url);
  }
  if (missing.length > 0) throw notThere(missing);
  const origins = new Set([...looked].filter((url) => /^https?:/.test(url)).map((url) => new URL(url).origin));
  for (const origin of origins) await take(`${origin}/robots.txt`);
  return { main, captures: [...found.values()].sort((a, b) => a.id - b.id) };
}

const hasLook = (found: ReadonlyMap<number, Capture>, url: string): boolean =>
  [...found.values()].some((capture) => capture.url === url);

const asHref = (url: string): string => (URL.canParse(url) ? new URL(url).href : url);

function evidenceOf(data: string, finding: string): { records: readonly string[]; pages: ReadonlySet<string> } {
  const verdict = keptAudits(data)
    .flatMap(({ audit }) => audit.verdicts)
    .find(({ id }) => id === finding || findingNumber(id) === finding.toUpperCase());
  if (!verdict)
    throw new UserError(EXIT.usage, [
      {
        place: {},
        what: '最近一次判定中没有该问题',
        value: finding,
        remedy: '请使用报告中的问题编号，或 xunjian audit --format json 输出中 verdicts 的 id',
      },
    ]);
  const { column } = verdict;
  const [tables, looked] = [verdict.evidence.filter(isRegister), verdict.evidence.filter((ref) => !isRegister(ref))];
  if (looked.length === 0 && tables.length > 0) throw onTablesOnly(tables, data);
  return {
    records: looked.map(({ record }) => record),
    pages: new Set([...(column === null ? [] : [column]), ...looked.map(({ url }) => url)]),
  };
}

const isRegister = ({ record }: Ref): boolean => record.startsWith('registers/');

/** A table kept by people is no web page: an archive of pages would be empty and prove nothing. */
const onTablesOnly = (tables: readonly Ref[], data: string): UserError =>
  new UserError(
    EXIT.usage,
    [...new Set(tables.map(({ record }) => record))].map((record) => ({
      place: { file: join(data, record) },
      what: '该问题依据台账判定，没有网页证据可供导出',
      remedy: '判定时的台账副本即此文件，请直接摘录其中该单位的内容',
    })),
  );

const notThere = (values: readonly string[]): UserError =>
  new UserError(
    EXIT.usage,
    values.map((value) => ({
      place: {},
      what: '取证记录中没有该网址或单位',
      value,
      remedy: '请核对网址（须与取证时完全一致）或单位编号，或先运行 xunjian crawl',
    })),
  );

/** Every address that an HTML page links to or embeds. */
async function linksOf(capture: Capture, read: (capture: Capture) => Promise<Uint8Array>): Promise<readonly string[]> {
  if (!isHtml(capture)) return [];
  const page = parseHtml(decodeHtml(await read(capture), capture.contentType));
  return $(page)
    .find('[href], [src]')
    .toArray()
    .flatMap(({ attribs }) => resolveUrl(attribs.href ?? attribs.src ?? '', capture.finalUrl) ?? []);
}

/** The title that a page gives itself; '' where it has none. */
export async function titleOf(capture: Capture, read: (capture: Capture) => Promise<Uint8Array>): Promise<string> {
  if (!isHtml(capture)) return '';
  return $(parseHtml(decodeHtml(await read(capture), capture.contentType)))
    .find('title')
    .first()
    .text()
    .trim();
}

const isHtml = ({ contentType, sha256, view }: Capture): boolean =>
  sha256 !== '' && view !== 'screenshot' && /html/i.test(contentType);
