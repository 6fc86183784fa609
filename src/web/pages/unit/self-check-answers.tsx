import type { CheckedAnswer, SelfCheckResult } from '../../../app/console/self-check-result.ts';
import type { VerdictKind } from '../../../model/verdict.ts';
import { VerdictTag } from '../../parts/tags.tsx';
import { OutsideLink } from '../findings/outside-link.tsx';

interface AnswersProps {
  readonly sections: SelfCheckResult['sections'];
  /** Id of the quarter that was judged. */
  readonly period: string;
}

/** Answers that somebody has to look at. */
const OPEN: ReadonlySet<VerdictKind> = new Set(['fail', 'inconclusive']);

/** Every question by topic: what is wrong or could not be settled first, what is in order folded away. */
export function Answers({ sections, period }: AnswersProps) {
  const open = only(sections, ({ verdict }) => OPEN.has(verdict));
  const settled = only(sections, ({ verdict }) => !OPEN.has(verdict));
  const count = settled.reduce((sum, { rows }) => sum + rows.length, 0);
  return (
    <section class="card" aria-labelledby="answers">
      <h2 id="answers">逐项结果</h2>
      {open.length === 0 ? (
        <p class="empty">没有发现问题，也没有未能判定的事项。</p>
      ) : (
        <Table sections={open} period={period} />
      )}
      {count > 0 && (
        <details>
          <summary>{`符合或不适用的${count}项`}</summary>
          <Table sections={settled} period={period} />
        </details>
      )}
    </section>
  );
}

const only = (sections: AnswersProps['sections'], fits: (row: CheckedAnswer) => boolean): AnswersProps['sections'] =>
  sections.flatMap(({ title, rows }) => {
    const some = rows.filter(fits);
    return some.length > 0 ? [{ title, rows: some }] : [];
  });

function Table({ sections, period }: AnswersProps) {
  return (
    <div class="scroll">
      <table class="answers">
        <thead>
          <tr>
            <th scope="col">检查项</th>
            <th scope="col">结果</th>
            <th scope="col">情况和整改办法</th>
            <th scope="col">减分</th>
          </tr>
        </thead>
        {sections.map(({ title, rows }) => (
          <tbody>
            <tr>
              <th scope="rowgroup" colspan={4} class="topic">
                {title}
              </th>
            </tr>
            {rows.map((row) => (
              <Row row={row} period={period} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

interface RowProps {
  readonly row: CheckedAnswer;
  readonly period: string;
}

function Row({ row: { check, verdict, text, fix, url, cost, number }, period }: RowProps) {
  return (
    <tr>
      <td class="check">{check}</td>
      <td class="nowrap">
        <VerdictTag verdict={verdict} />
      </td>
      <td class="what">
        <p>{text}</p>
        {fix !== null && verdict === 'fail' && (
          <p>
            <b>整改：</b>
            {fix}
          </p>
        )}
        {(url !== null || number !== null) && (
          <p class="small">
            {number !== null && <a href={`/findings/${number}?period=${period}`}>{`查看证据（问题${number}）`}</a>}
            {number !== null && url !== null && '　'}
            {url !== null && <OutsideLink url={url} />}
          </p>
        )}
      </td>
      <td class="price">{cost ?? (verdict === 'inconclusive' ? '未能判定，不减分' : '')}</td>
    </tr>
  );
}
