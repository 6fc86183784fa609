import { z } from '@hono/zod-openapi';
import type { PublishedVersion } from '../../../app/compose.ts';
import { API } from '../address.ts';

export const bulletinVersion = z
  .object({
    period: z.string(),
    version: z.int(),
    publishedOn: z.iso.date(),
    rectifyBy: z.iso.date(),
    files: z.array(z.object({ name: z.string(), sha256: z.string(), href: z.string().describe('下载地址') })),
  })
  .openapi('BulletinVersion');

export function bulletinVersionShape(of: PublishedVersion): z.infer<typeof bulletinVersion> {
  const { period, version, publishedOn, rectifyBy, files } = of;
  const at = `${API}/quarters/${period}/bulletin/versions/${version}`;
  return {
    ...{ period, version, publishedOn, rectifyBy },
    files: files.map(({ name, sha256 }) => ({ name, sha256, href: `${at}/${encodeURIComponent(name)}` })),
  };
}
