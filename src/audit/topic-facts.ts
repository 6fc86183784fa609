import type { ColumnFacts, Document, Gap } from '../model/document.ts';
import type { NonEmpty, Ref } from '../model/evidence.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Column } from '../model/plan.ts';
import { type Proof, proveCoverage, refsOf, type Unsure, unreadIn } from './coverage.ts';

/** Whether a document is what a check looks for; `unsure` where something unread could decide it. */
export type Match = boolean | Unsure;

export interface Question {
  /**
   * Asked of every document whose page was read. A `false` counts only where the document's text was read too;
   * where an attachment decides and could not be read, the answer must be `unsure`.
   */
  readonly match: (document: Document) => Match;
  /** Whether a title alone rules a document out: all that may be concluded about one that could not be read. */
  readonly ruledOutByTitle?: (title: string) => boolean;
}

/** Documents that match for certain, and whether there can be more. */
export interface Sifted {
  readonly found: readonly Document[];
  /** Proof that nothing else matches, or what stands in its way. */
  readonly rest: Proof;
}

/** What a check sees of one topic of one unit, or of one of its columns. */
export interface TopicFacts {
  /** The columns named for the topic, all of them places where a document may stand. */
  readonly columns: readonly Column[];
  readonly documents: readonly Document[];
  /** The list pages that were read. */
  readonly refs: readonly Ref[];
  /** List pages that could not be read: more documents may stand there. */
  readonly gaps: readonly Gap[];
  /** Proof that all of it was read: list pages, documents, attachments. */
  whole(): Proof;
  /** The first document that matches; absent only with proof. */
  find(question: Question): Outcome<Document>;
  /** Every document that matches, with proof that there is no other. */
  select(question: Question): Outcome<NonEmpty<Document>>;
  /** What matches, even where other parts could not be read. */
  sift(question: Question): Sifted;
  /** The same facts column by column. */
  each(): readonly TopicFacts[];
}

/** The facts of some columns, seen as one topic. Pure. */
export function topicFacts(facts: readonly ColumnFacts[]): TopicFacts {
  const documents = facts.flatMap((column) => column.documents);
  const sift = (question: Question): Sifted => {
    const answers = new Map(documents.map((document) => [document, answer(document, question)]));
    const open = (document: Document): Unsure | null => {
      const match = answers.get(document);
      return typeof match === 'object' ? match : null;
    };
    // What its title rules out was not needed for the answer, and is not cited for it: the list page names it.
    const isNeeded = (document: Document): boolean =>
      answers.get(document) !== false || !isRuledOut(document, question);
    const needed = facts.map((column) =>
      column.documents.every(isNeeded) ? column : { ...column, documents: column.documents.filter(isNeeded) },
    );
    return { found: documents.filter((document) => answers.get(document) === true), rest: proveCoverage(needed, open) };
  };
  return {
    columns: facts.map(({ column }) => column),
    documents,
    refs: facts.flatMap(({ refs }) => refs),
    gaps: facts.flatMap(({ gaps }) => gaps),
    whole: () => proveCoverage(facts),
    sift,
    find(question) {
      const { found, rest } = sift(question);
      const [document] = found;
      if (document) return { kind: 'present', value: document, refs: refsOf(document) };
      return rest.kind === 'proven' ? { kind: 'absent', coverage: rest.coverage } : rest;
    },
    select(question) {
      const { found, rest } = sift(question);
      if (rest.kind !== 'proven') return rest;
      const [first, ...others] = found;
      if (!first) return { kind: 'absent', coverage: rest.coverage };
      const [ref, ...refs] = [...refsOf(first), ...others.flatMap(refsOf)];
      return { kind: 'present', value: [first, ...others], refs: [ref ?? first.ref, ...refs] };
    },
    each: () => facts.map((column) => topicFacts([column])),
  };
}

/** The check's answer, held to what can be known of the document. */
function answer(document: Document, question: Question): Match {
  if (!document.captured) return isRuledOut(document, question) ? false : unread(document);
  const matched = question.match(document);
  return matched === false && !document.body.ok && !isRuledOut(document, question) ? unread(document) : matched;
}

const isRuledOut = ({ title }: Document, { ruledOutByTitle }: Question): boolean => ruledOutByTitle?.(title) ?? false;
const unread = (document: Document): Match => unreadIn(document) ?? false;
