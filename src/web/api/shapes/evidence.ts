import { z } from '@hono/zod-openapi';
import type { Ref } from '../../../model/evidence.ts';
import { API } from '../address.ts';

export const evidenceRef = z
  .object({
    index: z.int().describe('第几件，从1起'),
    url: z.string(),
    capturedAt: z.iso.datetime(),
    sha256: z.string(),
    record: z.string().describe('取证记录'),
    quote: z.string().nullable().describe('引文'),
    links: z.object({ facts: z.string(), page: z.string(), picture: z.string(), file: z.string() }),
  })
  .openapi('EvidenceRef');

/** The pieces of a finding's evidence, with the addresses at which they are. */
export function evidenceRefs(period: string, number: string, refs: readonly Ref[]): z.infer<typeof evidenceRef>[] {
  return refs.map(({ url, capturedAt, sha256, record, quote = null }, at) => {
    const facts = `${API}/quarters/${period}/findings/${number}/evidence/${at + 1}`;
    const links = { facts, page: `${facts}/page`, picture: `${facts}/picture`, file: `${facts}/file` };
    return { index: at + 1, url, capturedAt, sha256, record, quote, links };
  });
}
