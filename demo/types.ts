import type { CivilDate } from '../src/model/civil-date.ts';
import type { Cadence } from '../src/model/period.ts';
import type { UnitKind } from '../src/model/plan.ts';
import type { Topic } from '../src/model/topic.ts';
import type { Group } from './state.ts';

export interface DemoUnit {
  readonly id: string;
  readonly name: string;
  readonly fullName: string;
  readonly aliases: readonly string[];
  readonly kind: UnitKind;
  readonly enforcement: boolean;
  /** `/gongkai/site_<slug>/`: everything the unit publishes lies below. */
  readonly home: string;
  /** Unified social credit code printed in index numbers; invented. */
  readonly code: string;
  /** 24 hex digits that begin the unit's channel ids. */
  readonly channelPrefix: string;
  /** `0533-7100001`, …: invented. */
  readonly phone: string;
  readonly address: string;
  readonly email: string;
  /** How pages are encoded and how that is declared. */
  readonly charset: 'utf-8' | 'gb-header' | 'gb-meta';
  /** What the unit has put right of what the bulletin blames it for. */
  readonly mended: ReadonlySet<Group>;
}

/** A table as printed: header row and body rows. */
export interface Grid {
  readonly caption?: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface FileDraft {
  /** Name that the page prints. */
  readonly name: string;
  readonly type: 'docx' | 'xlsx' | 'pdf' | 'png';
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly grids: readonly Grid[];
}
export interface PlacedFile extends FileDraft {
  readonly path: string;
}

/** A document before it has an address. */
export interface Draft {
  readonly title: string;
  readonly date: CivilDate;
  /** The day the item was put right in place: printed and listed instead of `date`, while its address stays. */
  readonly revised?: CivilDate;
  /** L1: four cells and a line; L2: the policy layout with date of writing, theme and validity. */
  readonly layout?: 'L1' | 'L2';
  readonly number?: string;
  readonly writtenOn?: CivilDate;
  readonly theme?: string;
  readonly validity?: string;
  /** Overrides of what is printed, for the oddities of real pages. */
  readonly index?: string;
  readonly issuer?: string;
  readonly dateText?: string;
  readonly header?: string;
  /** Days between the printed date and the creation time hidden in the document's id. */
  readonly createdAfter?: number;
  /** Title as printed above the body and in the metadata, where its white space differs. */
  readonly titleHtml?: string;
  /** Groups documents that link to each other: a policy and its interpretation. */
  readonly linkKey?: string;
  readonly mediaStrip?: boolean;
  readonly files?: readonly FileDraft[];
  /** The body's HTML; image files are placed by the body, all others are listed below it. */
  readonly body: (files: readonly PlacedFile[]) => string;
}

export interface DemoDocument
  extends Omit<Draft, 'files' | 'index' | 'issuer' | 'dateText' | 'number' | 'layout' | 'revised'> {
  readonly path: string;
  readonly layout: 'L1' | 'L2';
  readonly number: string;
  readonly index: string;
  readonly issuer: string;
  readonly dateText: string;
  readonly files: readonly PlacedFile[];
}

/** What a column is for and what the unit owes in it. */
export interface ColumnDuty {
  readonly topic: Topic;
  readonly name: string;
  readonly every?: Cadence;
  readonly due?: string;
  readonly key?: boolean;
  readonly advise?: boolean;
}

/** An article printed on the column's own page, without metadata block (L3). */
export interface InlineArticle {
  readonly title: string;
  readonly date: CivilDate;
  readonly html: string;
  readonly file?: FileDraft;
}

export interface ColumnDraft extends ColumnDuty {
  readonly drafts: readonly Draft[];
  readonly inline?: InlineArticle;
  /** The article is printed on the unit's own site root. */
  readonly atRoot?: boolean;
}

export interface DemoColumn extends ColumnDuty {
  readonly unit: DemoUnit;
  readonly path: string;
  /** How a reader meets it: rows in the HTML, rows drawn by a script, or the article itself. */
  readonly kind: 'server' | 'script' | 'inline';
  readonly documents: readonly DemoDocument[];
  readonly inline: (InlineArticle & { readonly placed: PlacedFile | null }) | null;
}

export interface DemoSite {
  readonly unit: DemoUnit;
  readonly columns: readonly DemoColumn[];
}

export interface District {
  readonly sites: readonly DemoSite[];
  readonly documents: number;
}
