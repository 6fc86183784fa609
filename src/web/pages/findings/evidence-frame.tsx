import type { EvidenceFacts } from '../../../app/console/finding-evidence.ts';
import { localTime } from '../../../report/words.ts';

interface EvidenceFrameProps {
  readonly facts: EvidenceFacts & { readonly kind: 'look' };
  readonly show: 'page' | 'picture';
  readonly timeZone: string;
  /** Address of a part of the evidence. */
  readonly path: (part: 'page' | 'picture' | 'file') => string;
  /** Address of this page with another way to show it. */
  readonly tab: (show: 'page' | 'picture') => string;
}

/** What was captured: as a page without rights of its own, as a picture, and as a file to save. */
export function EvidenceFrame({ facts, show, timeZone, path, tab }: EvidenceFrameProps) {
  const { failure, trouble, status, screenshot, ref } = facts;
  if (failure !== null)
    return <p class="notice warning">{`取证时没有取得内容：${failure}。没有读到的内容不作为缺失。`}</p>;
  const shown = screenshot && show === 'picture' ? 'picture' : 'page';
  const when = localTime(ref.capturedAt, timeZone);
  return (
    <>
      {trouble !== null && <p class="notice warning">{`${trouble}${status === null ? '' : `（状态码 ${status}）`}`}</p>}
      <nav aria-label="证据的显示方式">
        <ul class="tabs">
          <li>
            <a href={tab('page')} aria-current={shown === 'page' ? 'true' : undefined}>
              页面
            </a>
          </li>
          {screenshot && (
            <li>
              <a href={tab('picture')} aria-current={shown === 'picture' ? 'true' : undefined}>
                截图
              </a>
            </li>
          )}
          <li>
            <a href={path('file')} download>
              原文件下载
            </a>
          </li>
        </ul>
      </nav>
      {shown === 'page' && (
        <>
          <iframe
            sandbox=""
            src={`${path('page')}${ref.quote ? '#quote' : ''}`}
            title={`${when} 取证的页面`}
            class="captured"
            referrerpolicy="no-referrer"
          />
          <p class="soft small">
            {`以上是 ${when} 取证时的内容，不是网上现在的页面。`}
            {ref.quote ? '引文在其中以黄底标出；没有标出的，请查看截图或原文件。' : ''}
          </p>
        </>
      )}
      {shown === 'picture' && screenshot && (
        <figure>
          <figcaption class="soft small">
            {`${localTime(screenshot.capturedAt, timeZone)} 的截图`}
            {screenshot.isOfSameLook ? '' : '（不是本次取证时所截，仅供参考）'}
          </figcaption>
          <img class="screenshot" src={path('picture')} alt={`页面截图：${ref.url}`} />
        </figure>
      )}
    </>
  );
}
