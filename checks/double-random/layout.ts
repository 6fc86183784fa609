import {
  contentOf,
  type Document,
  headerRow,
  likestHeader,
  type Reading,
  type Ref,
  type Unknown,
  type Unsure,
  unreadAttachment,
} from '../kit.ts';

export type ModelHeader = { readonly kind: 'header'; readonly cells: readonly string[]; readonly ref: Ref } | Unknown;

/** The header row of the pinned model plan. */
export function modelHeader(model: Reading<Document>): ModelHeader {
  if (!model.ok) return { kind: 'unknown', why: 'no-model', detail: model.detail, refs: model.ref ? [model.ref] : [] };
  const [cells] = headersOf(model.value);
  if (cells) return { kind: 'header', cells, ref: model.value.ref };
  return {
    kind: 'unknown',
    why: 'no-model',
    detail: `《${model.value.title}》中没有可识别的计划表`,
    refs: [model.value.ref],
  };
}

export interface Layout {
  readonly document: Document;
  /** The header most like the model's; empty where there is no table. */
  readonly header: readonly string[];
  /** Null where no table was found. */
  readonly similarity: number | null;
  /** What stands in the way of saying that the plan is laid out otherwise. */
  readonly unread: Unsure | null;
}

export function layoutOf(document: Document, model: readonly string[]): Layout {
  const best = likestHeader(contentOf(document).tables, model);
  return {
    document,
    header: best?.header ?? [],
    similarity: best?.similarity ?? null,
    unread: unreadAttachment(document) ?? (best ? null : tableless(document)),
  };
}

/** A plan without any table that could be read may have it as a picture, or be in prose: nothing to compare. */
const tableless = ({ title, ref }: Document): Unsure => ({
  unsure: 'unparsed',
  detail: `《${title}》中没有可识别的计划表`,
  refs: [ref],
});

/** Headers of tables that look like one of a plan. */
const headersOf = (document: Document): (readonly string[])[] =>
  contentOf(document).tables.flatMap((table) => {
    const header = headerRow(table);
    return header ? [header] : [];
  });
