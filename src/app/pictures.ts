import type { Audit } from '../model/audit.ts';
import type { StoredData } from './compose.ts';

/**
 * The pictures a browser took of the pages that findings cite, as data URIs by the record cited. Pages that
 * were read without a browser have none: their evidence is the text quoted from them.
 */
export async function evidencePictures(
  { verdicts }: Audit,
  { captures, open }: Pick<StoredData, 'captures' | 'open'>,
): Promise<Map<string, string>> {
  const pictures = new Map<string, string>();
  for (const { url, record } of verdicts.flatMap(({ verdict, evidence }) => (verdict === 'fail' ? evidence : []))) {
    if (pictures.has(record)) continue;
    const [picture] = await captures.latest(url, 'screenshot');
    if (!picture) continue;
    const { body } = await open(picture);
    pictures.set(record, `data:${picture.contentType};base64,${Buffer.from(body).toString('base64')}`);
  }
  return pictures;
}
