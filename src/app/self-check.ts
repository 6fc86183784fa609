import { type AuditRequest, type AuditResult, auditDistrict } from './audit-district.ts';
import { type CrawlRequest, crawlDistrict } from './crawl-district.ts';
import type { InputFiles } from './inputs.ts';
import { keepSelfCheck } from './self-check-audit.ts';

export interface SelfCheckRequest
  extends Pick<AuditRequest, 'data' | 'checks' | 'asOf' | 'period' | 'onFault'>,
    Pick<CrawlRequest, 'signal' | 'verbose' | 'patience' | 'begunSince' | 'onNotice'> {
  readonly files: Omit<InputFiles, 'units'>;
  /** Id, name or alias. */
  readonly unit: string;
  readonly onCrawlProgress: CrawlRequest['onProgress'];
  /** Told when everything was read and the judging begins. */
  readonly onAudit?: () => void;
}

/** `interrupted`: the crawl was stopped and nothing was judged; the next self-check goes on from there. */
export type SelfCheck = { readonly interrupted: true } | ({ readonly interrupted: false } & AuditResult);

/**
 * A unit looks at its own columns as an inspector would: everything is read anew, since whoever has just mended a page
 * is to see it mended whatever the server says of changes, and then judged. The result is kept as the unit's own. Throws
 * UserError: 2 for wrong input, 4 where evidence is damaged, 5 for storage or where another process crawls.
 */
export async function selfCheckUnit(request: SelfCheckRequest): Promise<SelfCheck> {
  const { data, checks, asOf, period, onFault, signal, verbose, patience, begunSince, onNotice } = request;
  const files = { ...request.files, units: [request.unit] };
  const { interrupted } = await crawlDistrict({
    ...{ files, data, signal, verbose, begunSince, full: true, ...(patience && { patience }) },
    ...{ onProgress: request.onCrawlProgress, onNotice },
  });
  if (interrupted) return { interrupted };
  request.onAudit?.();
  const result = await auditDistrict({ files, data, checks, asOf, period, ...(onFault && { onFault }) });
  for (const { id } of result.audit.units) keepSelfCheck(data, id, result);
  return { interrupted, ...result };
}
