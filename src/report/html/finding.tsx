import { FINDING_STATES } from '../../model/finding.ts';
import { findingNumber } from '../finding-number.ts';
import type { Evidence, Finding } from '../report-model.ts';
import { localTime } from '../words.ts';
import { PageLink } from './link.tsx';

const TAGS = { cost: '减分', advice: '提醒', alert: '须当日告知' } as const;
const PROOFS_SHOWN = 3;
const DIGEST_SHOWN = 16;
const PICTURE = /^data:image\/(?:png|jpeg|webp);base64,[A-Za-z0-9+/=]+$/;

interface FindingProps {
  readonly finding: Finding;
  readonly kind: 'cost' | 'advice';
  readonly timeZone: string;
}

/** One finding: what is wrong, how to put it right, on what ground, and what was seen. */
export function FindingView({ finding, kind, timeZone }: FindingProps) {
  const { column, basis, evidence } = finding;
  const shown = evidence.slice(0, PROOFS_SHOWN);
  const rest = evidence.slice(PROOFS_SHOWN);
  return (
    <div class="finding">
      <p class="what">
        <span class={`tag ${kind}`}>{TAGS[finding.alert ? 'alert' : kind]}</span>
        {`【${finding.topic}】${finding.text}`}
      </p>
      {finding.tracked && (
        <p class="state">
          <b>{FINDING_STATES[finding.tracked.state]}</b>
          {`　首次发现：${finding.tracked.firstSeen}　编号：${findingNumber(finding.id)}`}
        </p>
      )}
      <dl class="notes">
        {finding.fix !== null && (
          <div>
            <dt>整改</dt>
            <dd>{finding.fix}</dd>
          </div>
        )}
        {basis.length > 0 && (
          <div>
            <dt>依据</dt>
            <dd>{basis.map(({ document, clause }) => `${document}${clause}`).join('；')}</dd>
          </div>
        )}
        {column && (
          <div>
            <dt>栏目</dt>
            <dd>
              {`${column.name}　`}
              <PageLink url={column.url} />
            </dd>
          </div>
        )}
        {shown.length > 0 && (
          <div>
            <dt>取证</dt>
            <dd>
              <ul class="proof">
                {shown.map((one) => (
                  <Proof evidence={one} timeZone={timeZone} />
                ))}
                {rest.length > 0 && (
                  <li>
                    <details>
                      <summary>{`其余${rest.length}条取证`}</summary>
                      <ul class="proof">
                        {rest.map((one) => (
                          <Proof evidence={one} timeZone={timeZone} />
                        ))}
                      </ul>
                    </details>
                  </li>
                )}
              </ul>
            </dd>
          </div>
        )}
      </dl>
    </div>
  );
}

function Proof({ evidence, timeZone }: { evidence: Evidence; timeZone: string }) {
  const { url, quote, capturedAt, sha256, record, picture } = evidence;
  return (
    <li>
      {quote ? `“${quote}”　` : ''}
      <PageLink url={url} />
      <span class="trace">
        {`${localTime(capturedAt, timeZone)} 取证　`}
        {sha256 ? (
          <>
            SHA-256 <code title={sha256}>{sha256.slice(0, DIGEST_SHOWN)}</code>
            {'　'}
          </>
        ) : null}
        记录 <code>{record}</code>
      </span>
      {picture !== null && PICTURE.test(picture) && <img src={picture} alt={`页面截图：${url}`} />}
    </li>
  );
}
