import type { ColumnFacts } from '../model/document.ts';
import type { Unknown } from '../model/outcome.ts';
import type { Column } from '../model/plan.ts';
import type { Verdict } from '../model/verdict.ts';
import { proveCoverage } from './coverage.ts';

/**
 * The columns that could not be read and about which a check said nothing of the kind: nothing of them was read at
 * all, or the check called its question not applicable although part is unread. «An unreadable column gives at least
 * one inconclusive verdict, of the check that its topic is for» (contract, section 8).
 */
export function unreadColumns(
  facts: readonly ColumnFacts[],
  verdicts: readonly Verdict[],
): { readonly column: Column; readonly unknown: Unknown }[] {
  return facts.flatMap((one) => {
    const { column, documents } = one;
    const list = proveCoverage([one], ({ captured, body, title }) =>
      captured || body.ok
        ? null
        : { unsure: body.why, detail: `《${title}》${body.detail}`, refs: body.ref ? [body.ref] : [] },
    );
    if (list.kind === 'proven') return [];
    const said = verdicts.filter((verdict) => verdict.column === column.url || saysWhy(verdict, list));
    if (said.some(({ verdict }) => verdict === 'inconclusive')) return [];
    const isDark = !documents.some(({ captured }) => captured);
    const isSilent = said.every(({ verdict }) => verdict === 'not-applicable');
    return isDark || isSilent ? [{ column, unknown: list }] : [];
  });
}

/** Whether a verdict that stands at another column tells of this one's failure. */
const saysWhy = ({ verdict, reason, evidence }: Verdict, { why, refs }: Unknown): boolean =>
  verdict === 'inconclusive' &&
  reason === why &&
  refs.some(({ record }) => evidence.some((ref) => ref.record === record));
