import type { Document } from '../model/document.ts';
import type { NonEmpty, Ref } from '../model/evidence.ts';
import type { Unit } from '../model/plan.ts';
import type { Unsure } from './coverage.ts';
import { unreadAttachment } from './document-content.ts';
import type { Messages, MessageValues, Reporter } from './report.ts';
import type { Match, TopicFacts } from './topic-facts.ts';

/** One thing wrong with a document. */
export type Fault<M extends Messages> = {
  readonly [K in keyof M & string]: {
    readonly message: K;
    readonly values: MessageValues<M[K]>;
    readonly evidence: NonEmpty<Ref>;
    readonly advisory?: boolean;
  };
}[keyof M & string];

/** How single documents are judged, and what is said of all of them together. */
export interface DocumentQuestion<M extends Messages> {
  /**
   * What is wrong with a document; nothing where it is in order; `unsure` where something unread could decide it.
   * Asked only of documents whose page was read; silence stands only where the text was read too.
   */
  judge(document: Document): readonly Fault<M>[] | Unsure;
  /** Attachments are looked at too: one that could not be read leaves the whole open, beside faults as well. */
  readonly readsAttachments?: true;
  /** Whether a title alone takes a document out of the question. */
  readonly ruledOutByTitle?: (title: string) => boolean;
  /** Asked when all were judged: what was left aside, to stand behind the pass on the whole; '' for nothing. */
  readonly leftAside?: () => string;
}

/**
 * Judges documents one by one: a fail for each message and document (its subject is the document's address; a document
 * that two columns of a topic list is judged once), then one verdict on the whole, its subject the unit's id: a pass
 * where everything was read, even beside fails, so that a fault that is no longer seen counts as put right; else
 * inconclusive.
 */
export function judgeDocuments<M extends Messages>(
  { unit, report }: { readonly unit: Unit; readonly report: Reporter<M> },
  facts: TopicFacts,
  { judge, readsAttachments, ruledOutByTitle, leftAside }: DocumentQuestion<M>,
): undefined {
  const told = new Set<string>();
  let judged = 0;
  let faulty = 0;
  const match = (document: Document): Match => {
    const found = judge(document);
    if ('unsure' in found) return found;
    judged += 1;
    if (found.length > 0) faulty += 1;
    for (const { message, values, evidence, advisory = false } of found) {
      const { column, url } = document;
      const once = [message, column.topic, url].join('\n');
      if (told.has(once)) continue;
      told.add(once);
      report.fail(message, values, evidence, { subject: url, column, advisory });
    }
    const open = readsAttachments ? unreadAttachment(document) : null;
    return open ?? found.length > 0;
  };
  const { rest } = facts.sift({ match, ...(ruledOutByTitle ? { ruledOutByTitle } : {}) });
  const about = { subject: unit.id };
  if (rest.kind === 'unknown') return report.inconclusive(rest, about);
  const text = faulty === 0 ? `已检查${judged}件文档，未发现问题` : `已检查${judged}件文档，其中${faulty}件有问题`;
  return report.pass(text + (leftAside?.() ?? ''), facts.refs, about);
}
