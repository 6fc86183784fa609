import { classify, pageText } from '../../src/crawl/classify.ts';
import type { Lookup } from '../../src/extract/lookup.ts';
import type { OpenedCapture } from '../../src/model/capture.ts';
import type { Answering } from '../sites/answering-site.ts';
import type { Answer } from '../sites/site-kit.ts';

/** Replaces the answer to one request; null: nothing came at all. */
export type Fault = (answer: Answer) => Answer | null;

/** What befalls a list on any site: an error, nothing in the answer, half of the answer, no answer. */
export const LIST_FAULTS: readonly Fault[] = [
  () => ({ status: 500, body: '<h1>500</h1>' }),
  (answer) => ({ ...answer, body: '' }),
  (answer) => ({ ...answer, body: Buffer.from(answer.body).subarray(0, Math.floor(answer.body.length * 0.6)) }),
  () => null,
];

/** A crawl has a cap on list pages too. */
const MOST = 60;

/**
 * A site as if every address of it had been captured by plain HTTP, without a network: answers are judged as the
 * crawler judges them. `asked` is the log.
 */
export function lookupOf(site: Answering, fault: (url: string) => Fault | null = () => null) {
  const asked: string[] = [];
  const lookup: Lookup = async (url, view) => {
    if (view !== 'http' || asked.length >= MOST) return [];
    asked.push(url);
    const plain = new URL(url);
    plain.hash = '';
    const given = site(plain, {}) ?? { status: 404, body: '<html><body><h1>404</h1></body></html>' };
    const changed = fault(url);
    const answer = changed ? changed(given) : given;
    const base = { id: asked.length, runId: 'r1', url, finalUrl: url, view, page: 1, sha256: 'ab'.repeat(32) } as const;
    const record = `evidence/t.warc.gz#${asked.length}`;
    const rest = { capturedAt: '2023-08-08T00:00:00.000Z', record, payloadRecord: record };
    if (answer === null) {
      const result = { tag: 'no-response', code: 'reset', phase: 'body' } as const;
      return [{ ...base, ...rest, result, contentType: '', body: new Uint8Array() }];
    }
    const { status = 200, type: contentType = 'text/html; charset=utf-8' } = answer;
    const body = Buffer.from(answer.body);
    const home = `${plain.origin}/`;
    const judgement = classify({
      url,
      finalUrl: url,
      status,
      contentType,
      body,
      page: pageText(contentType, body),
      home,
      mayRender: false,
    });
    const capture: OpenedCapture = {
      ...base,
      ...rest,
      result: { tag: 'responded', status, judgement },
      contentType,
      body,
    };
    return [capture];
  };
  return { lookup, asked };
}
