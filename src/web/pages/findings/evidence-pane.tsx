import type { EvidenceFacts } from '../../../app/console/finding-evidence.ts';
import type { Ref } from '../../../model/evidence.ts';
import { evidenceName } from '../../../report/web-address.ts';
import { localTime } from '../../../report/words.ts';
import { inQuarter, type View } from '../../view.ts';
import { EvidenceFrame } from './evidence-frame.tsx';
import type { FindingPageProps } from './finding-page-props.ts';
import { OutsideLink } from './outside-link.tsx';
import { findingAddress } from './query.ts';
import { RegisterTable } from './register-table.tsx';

/** The evidence of a finding: which pieces there are, and the one that is shown. */
export function EvidencePane(props: FindingPageProps) {
  const { view, of, query, evidence } = props;
  const { finding, verdict } = of;
  const refs = verdict?.evidence ?? [];
  return (
    <section class="card evidence" aria-labelledby="evidence">
      <h2 id="evidence">{refs.length > 1 ? `证据（${refs.length}件）` : '证据'}</h2>
      {refs.length > 1 && (
        <nav aria-label="证据">
          <ol class="pieces">
            {refs.map((ref, at) => (
              <li>
                <a
                  href={findingAddress(view, finding.number, query, { evidence: at + 1 })}
                  aria-current={evidence?.index === at + 1 ? 'true' : undefined}
                >
                  {pieceName(ref)}
                </a>
              </li>
            ))}
          </ol>
        </nav>
      )}
      {!evidence && (
        <p class="soft">{verdict ? '这个问题没有附证据。' : '这个问题发现得较早，当时的证据没有留存在问题记录中。'}</p>
      )}
      {evidence && (
        <>
          <EvidenceNotes view={view} facts={evidence.facts} />
          {evidence.facts.kind === 'gone' && <p class="notice error">{`证据不能显示：${evidence.facts.what}`}</p>}
          {evidence.facts.kind === 'register' && <RegisterTable facts={evidence.facts} />}
          {evidence.facts.kind === 'look' && (
            <EvidenceFrame
              facts={evidence.facts}
              show={evidence.show}
              timeZone={view.timeZone}
              path={(part) => inQuarter(view, `/findings/${finding.number}/evidence/${evidence.index}/${part}`)}
              tab={(show) => findingAddress(view, finding.number, query, { evidence: evidence.index, show })}
            />
          )}
        </>
      )}
    </section>
  );
}

const NAME_LENGTH = 40;

function pieceName({ url, quote }: Ref): string {
  const name = quote ? `“${quote}”` : evidenceName(url);
  const characters = Array.from(name);
  return characters.length > NAME_LENGTH ? `${characters.slice(0, NAME_LENGTH).join('')}…` : name;
}

const DIGEST_SHOWN = 16;

/** Where, when and what was captured, so that it can be found again outside the console. */
function EvidenceNotes({ view, facts }: { readonly view: View; readonly facts: EvidenceFacts }) {
  const { url, capturedAt, sha256, record, quote } = facts.ref;
  return (
    <dl class="facts small">
      {quote && (
        <>
          <dt>引文</dt>
          <dd>
            <q>{quote}</q>
          </dd>
        </>
      )}
      <dt>{facts.kind === 'register' ? '台账' : '网址'}</dt>
      <dd>
        <OutsideLink url={url} />
        {facts.kind === 'look' && facts.finalUrl !== url && <p>{`跳转到 ${facts.finalUrl}`}</p>}
      </dd>
      <dt>取证时间</dt>
      <dd>
        {localTime(capturedAt, view.timeZone)}
        {facts.kind === 'look' && facts.isRepeated && '（内容与此前取证时相同）'}
      </dd>
      {sha256 !== '' && (
        <>
          <dt>SHA-256</dt>
          <dd>
            <details>
              <summary>
                <code title={sha256}>{`${sha256.slice(0, DIGEST_SHOWN)}…`}</code>
              </summary>
              <code>{sha256}</code>
            </details>
          </dd>
        </>
      )}
      <dt>取证记录</dt>
      <dd>
        <code>{record}</code>
      </dd>
    </dl>
  );
}
