import type { AttachmentType, MetadataField } from '../../src/model/document.ts';
import type { Why } from '../../src/model/why.ts';

/** What a site answers at one path, query included. */
export interface Answer {
  readonly status?: number;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

export interface TrueDocument {
  readonly path: string;
  readonly title: string;
  /** As the list shows it, `YYYY-MM-DD`. */
  readonly date: string;
  readonly metadata?: Partial<Readonly<Record<MetadataField, string>>>;
  /** In order; `holds` is a text that the file's reader must find. */
  readonly attachments?: readonly { readonly name: string; readonly type: AttachmentType; readonly holds: string }[];
}

export interface TrueColumn {
  readonly unit: string;
  readonly name: string;
  readonly path: string;
  /** Every document of the column, in the order of its lists. */
  readonly documents: readonly TrueDocument[];
  /** Documents that nothing can be known of, because the site does not show them: by path. */
  readonly unseen?: readonly string[];
  /** What must be said of the column's lists after a crawl without a browser; none where all can be read. */
  readonly gaps?: readonly Why[];
}

/** A column with all that the site answers for it. */
export interface Planted extends TrueColumn {
  readonly pages: Readonly<Record<string, Answer>>;
}

export interface DemoSite {
  readonly host: string;
  readonly origin: string;
  readonly port: number;
  readonly truth: readonly TrueColumn[];
  /** Every request's path, in order. */
  readonly log: readonly string[];
  stop(): Promise<void>;
}

export interface SiteOptions {
  readonly port?: number;
}

export const page = (body: string, type = 'text/html; charset=utf-8'): Answer => ({ type, body });

/** Rows cut into list pages; at least one page. */
export function pagesOf<T>(rows: readonly T[], size: number): readonly (readonly T[])[] {
  const count = Math.max(1, Math.ceil(rows.length / size));
  return Array.from({ length: count }, (_, i) => rows.slice(i * size, (i + 1) * size));
}

/** `2023-07-04` counted back by so many days: lists show the newest first. */
export function dayBefore(newest: string, days: number): string {
  return new Date(Date.parse(`${newest}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
}
