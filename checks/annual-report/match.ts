import {
  type AnnualReport,
  annualReportYears,
  type CivilDate,
  type Document,
  isAnnualReport,
  type Question,
  readAnnualReport,
  type TopicFacts,
  type Unit,
  type Unsure,
  yearOf,
} from '../kit.ts';

/** An annual report on disclosure with what it says. */
export interface Report {
  readonly document: Document;
  readonly said: AnnualReport;
}

/** What stands beside reports in their column and is none. */
const OTHER =
  /指南|目录|制度|办法|规定|细则|通知|要点|计划|方案|解读|图解|读懂|法治|预算|决算|建议提案|工作总结|申请表|流程/;
/** Text with so many of the six parts is a report, whatever its title is. */
const FEWEST_PARTS = 4;

/** Which year each document reports on, asked once. */
export class Reports {
  private readonly years = new Map<Document, number | null | Unsure>();
  private readonly said = new Map<Document, AnnualReport>();

  /** By title, the year that the day of publication speaks for, where the title names another one. */
  private readonly mistitled: ReadonlyMap<string, number>;

  constructor({ documents }: Pick<TopicFacts, 'documents'>) {
    this.mistitled = new Map(
      documents.flatMap((document) => {
        const published = publishedOn(document);
        const likely = published && yearOf(published) - 1;
        const { title } = document;
        return likely !== null && isAnnualReport(title) && !annualReportYears(title).includes(likely)
          ? [[title, likely] as const]
          : [];
      }),
    );
  }

  read(document: Document): Report {
    const known = this.said.get(document) ?? readAnnualReport(document);
    this.said.set(document, known);
    return { document, said: known };
  }

  /** The year; null for a document that is no report on disclosure. */
  yearOf(document: Document): number | null | Unsure {
    const known = this.years.get(document);
    if (known !== undefined) return known;
    const year = this.find(document);
    this.years.set(document, year);
    return year;
  }

  /** The question for the reports on a year. */
  about(year: number): Question {
    const ruledOutByTitle = (title: string): boolean => {
      const years = annualReportYears(title);
      if (this.mistitled.get(title) === year) return false;
      return years.length > 0 ? !years.includes(year) : OTHER.test(title) && !isAnnualReport(title);
    };
    return {
      match: (document) => {
        const found = this.yearOf(document);
        if (typeof found !== 'object' || found === null) return found === year;
        return ruledOutByTitle(document.title) ? false : found;
      },
      ruledOutByTitle,
    };
  }

  private find(document: Document): number | null | Unsure {
    const { title } = document;
    const titled = annualReportYears(title);
    const isNamed = isAnnualReport(title);
    if (!isNamed && OTHER.test(title)) return null;
    const published = publishedOn(document);
    const [first, ...others] = titled;
    // Title and day of publication agree: nothing in the text could outweigh both.
    if (isNamed && first !== undefined && others.length === 0 && published && first === yearOf(published) - 1)
      return first;
    const { said } = this.read(document);
    if (!isNamed && said.source !== null && said.parts.filter(({ kind }) => kind !== null).length < FEWEST_PARTS)
      return null;
    const inside = yearInside(said);
    if (inside === null) return first !== undefined && isNamed ? first : unsure(document);
    if (first === undefined || titled.includes(inside)) return inside;
    return likelier(first, inside, published);
  }
}

/** The year that the text names, all its places together; null where they name none or several. */
function yearInside({ years }: AnnualReport): number | null {
  const sure = years.filter((claim) => claim.sure && claim.place !== 'title' && claim.place !== 'body-title');
  const [first] = sure;
  return first && sure.every(({ year }) => year === first.year) ? first.year : null;
}

/** Title and text differ: a report comes out in the year after the one that it is about. */
function likelier(titled: number, inside: number, published: CivilDate | null): number {
  if (published === null) return titled;
  const possible = [titled, inside].filter((year) => year < yearOf(published));
  return possible.find((year) => year === yearOf(published) - 1) ?? possible[0] ?? titled;
}

/** The earliest day that the page or its list names for certain as that of publication. */
function publishedOn({ dates }: Document): CivilDate | null {
  const days = dates.filter(({ place, sure }) => sure && (place === 'claimed' || place === 'list'));
  return days.map(({ date }) => date).sort()[0] ?? null;
}

const unsure = ({ title, ref }: Document): Unsure => ({
  unsure: 'unparsed',
  detail: `《${title}》未能识别出所属年度`,
  refs: [ref],
});

/** Those that the unit's name stands over, where there are some: a column may hold the government's report, too. */
export function ownOf(reports: readonly Report[], unit: Unit): readonly Report[] {
  const own = reports.filter((report) => nameOver(report, unit) === 'own');
  return own.length > 0 ? own : reports;
}

const TITLE_NAME = /^.{3,30}?(?:关于)?(?:19|20)\d\d年/;

/** Whose name the title begins with; `none` where it begins with the year. */
export function nameOver({ document }: Report, { fullName, name, aliases }: Unit): 'own' | 'other' | 'none' {
  const title = document.title.replace(/\s/g, '');
  if ([fullName, name, ...aliases].some((one) => title.startsWith(one))) return 'own';
  return TITLE_NAME.test(title) ? 'other' : 'none';
}

/** The report to be judged where several are of one year: the one that was read, with the most parts, the newest. */
export function best(reports: readonly Report[]): Report | null {
  const rank = ({ document, said }: Report): string =>
    `${said.source === null ? 0 : 1}${9 - said.missingParts.length}${publishedOn(document) ?? ''}`;
  return reports.reduce<Report | null>((found, one) => (found && rank(found) >= rank(one) ? found : one), null);
}
