import { Hono } from 'hono';
import { NotThere } from '../../../app/console/refusals.ts';
import { registerDownload, registerTemplate } from '../../../app/console/register-downloads.ts';
import { registerVersionDownload } from '../../../app/console/register-versions.ts';
import { isRegisterId } from '../../../app/console/registers.ts';
import { ownDownload } from '../../download.ts';
import { actorOf, type Env } from '../../env.ts';

/** Files of registers: as they are, as they were, and empty ones to be filled in. */
export const downloadRoutes = new Hono<Env>()
  .get('/registers/:id/file', async (c) => {
    const id = c.req.param('id');
    if (!isRegisterId(id)) throw new NotThere();
    const { bytes, name } = await registerDownload(c.get('console'), actorOf(c), id);
    return ownDownload(c, bytes, name);
  })
  .get('/registers/:id/template/:format{csv|xlsx}', async (c) => {
    const { id, format } = c.req.param();
    if (!isRegisterId(id)) throw new NotThere();
    const of = { id, format: format === 'csv' ? 'csv' : 'xlsx' } as const;
    const { bytes, name } = await registerTemplate(c.get('console'), actorOf(c), of);
    return ownDownload(c, bytes, name);
  })
  .get('/registers/:id/versions/:sha256{[0-9a-f]{64}}', async (c) => {
    const { id, sha256 } = c.req.param();
    if (!isRegisterId(id)) throw new NotThere();
    const { bytes, name } = await registerVersionDownload(c.get('console'), actorOf(c), { id, sha256 });
    return ownDownload(c, bytes, name);
  });
