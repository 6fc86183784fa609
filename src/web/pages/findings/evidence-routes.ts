import { Hono } from 'hono';
import {
  type EvidencePlace,
  evidenceDocument,
  evidenceFile,
  evidencePicture,
} from '../../../app/console/finding-evidence.ts';
import { NotThere } from '../../../app/console/refusals.ts';
import { download } from '../../download.ts';
import { actorOf, type Env, type WebContext } from '../../env.ts';
import { quarterOf } from '../../view.ts';

/**
 * What a finding cites, by its place in the finding alone. The page is sent with a policy of its own (web/security), so
 * that it never runs in the console's origin.
 */
export const evidenceRoutes = new Hono<Env>()
  .get('/findings/:number/evidence/:index/page', (c) => sendEvidencePage(c, placeOf(c)))
  .get('/findings/:number/evidence/:index/picture', (c) => sendEvidencePicture(c, placeOf(c)))
  .get('/findings/:number/evidence/:index/file', (c) => sendEvidenceFile(c, placeOf(c)));

/** Throws NotThere. */
export async function sendEvidencePage(c: WebContext, place: EvidencePlace): Promise<Response> {
  const html = await evidenceDocument(c.get('console'), actorOf(c), place);
  c.header('Cache-Control', 'private, no-cache');
  return c.html(html);
}

/** Throws NotThere, and UserError where the picture is damaged. */
export async function sendEvidencePicture(c: WebContext, place: EvidencePlace): Promise<Response> {
  const { bytes, contentType } = await evidencePicture(c.get('console'), actorOf(c), place);
  c.header('Content-Type', contentType);
  c.header('Cache-Control', 'private, no-cache');
  return c.body(new Uint8Array(bytes));
}

/** Throws NotThere, and UserError where the file is damaged. */
export async function sendEvidenceFile(c: WebContext, place: EvidencePlace): Promise<Response> {
  const { bytes, fileName } = await evidenceFile(c.get('console'), actorOf(c), place);
  return download(c, bytes, fileName);
}

function placeOf(c: WebContext): EvidencePlace {
  const [number, index] = [c.req.param('number') ?? '', c.req.param('index') ?? ''];
  if (!/^[1-9]\d{0,3}$/.test(index)) throw new NotThere();
  return { number, index: Number(index), period: quarterOf(c) ?? undefined };
}
